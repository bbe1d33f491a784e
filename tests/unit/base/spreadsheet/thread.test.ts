import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";

import { afterAll, beforeAll, expect, test, vi } from "vitest";

import { FileRejection } from "@/lib/base/spreadsheet/cell";
import { readWorkbook } from "@/lib/base/spreadsheet/server/read";
import { readInThread } from "@/lib/base/spreadsheet/server/reader";
import { ReaderQueue } from "@/lib/base/spreadsheet/reader-queue";
import { sheetXml, writeWorkbook } from "@/tests/proofs/fuzz/archive";

import { rowsOf } from "./rows";

const task = { bytes: Buffer.from("Kode;MR\n1;2") } as const;
const scripts = { folder: "", endless: "", greedy: "", faulty: "", silent: "" };

beforeAll(async () => {
  vi.spyOn(console, "info").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
  scripts.folder = await mkdtemp(path.join(tmpdir(), "cakupan-thread-"));
  const write = async (name: string, text: string) => {
    const file = path.join(scripts.folder, `${name}.cjs`);
    await writeFile(file, text);
    return file;
  };
  scripts.endless = await write("endless", "for (;;);");
  scripts.greedy = await write(
    "greedy",
    "const all = []; for (;;) all.push(new Array(1000).fill(all.length + 0.5));",
  );
  scripts.faulty = await write(
    "faulty",
    'require("node:worker_threads").parentPort.postMessage({ kind: "failed", error: new RangeError("a name of the file") });',
  );
  scripts.silent = await write("silent", "");
});

afterAll(() => rm(scripts.folder, { recursive: true, force: true }));

/** How long at most the event loop stood still meanwhile, and what was rejected. */
async function watched(work: () => Promise<unknown>) {
  let [worst, last] = [0, performance.now()];
  const timer = setInterval(() => {
    const at = performance.now();
    worst = Math.max(worst, at - last);
    last = at;
  }, 5);
  const rejected = await work().then(
    () => null,
    (error: unknown) => error,
  );
  clearInterval(timer);
  return { worst, rejected };
}

test("a file that takes too long is rejected, and nobody else waits", async () => {
  const { rejected, worst } = await watched(() =>
    readInThread(task, { script: scripts.endless, milliseconds: 300 }),
  );
  expect(rejected).toEqual(new FileRejection("tooComplex"));
  expect(worst).toBeLessThan(250);
});

test("a file that takes too much memory is rejected, and the process lives", async () => {
  const { rejected, worst } = await watched(() =>
    readInThread(task, { script: scripts.greedy, heapMegabytes: 16 }),
  );
  expect(rejected).toEqual(new FileRejection("tooComplex"));
  expect(worst).toBeLessThan(1_000);
});

test("a server that was given a heap of its own leaves a thread its smaller one", async () => {
  setFlagsFromString("--max-old-space-size=1500");
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  const terms = { script: scripts.greedy, heapMegabytes: 16 };
  await expect(readInThread(task, terms)).rejects.toThrow(new FileRejection("tooComplex"));
  clearInterval(timer);
  expect((most - before) / 1024 / 1024).toBeLessThan(300);
});

test("a fault of the reader is told as a damaged file, and logged", async () => {
  await expect(readInThread(task, { script: scripts.faulty })).rejects.toThrow(
    new FileRejection("damaged"),
  );
  const logged: unknown = vi.mocked(console.error).mock.lastCall?.[0];
  expect(logged).toContain('"code":"fileReader","error":"RangeError"');
  expect(logged).not.toContain("a name of the file");
});

test.each([
  ["says nothing", () => scripts.silent],
  ["is not there", () => path.join(scripts.folder, "none.cjs")],
])("a thread whose script %s is our own fault, not the file's", async (_, script) => {
  const rejected = await readInThread(task, { script: script() }).catch((error: unknown) => error);
  expect(rejected).toBeInstanceOf(Error);
  expect(rejected).not.toBeInstanceOf(FileRejection);
});

test("what the thread reads arrives as it is, in many parts", async () => {
  const rows = Array.from({ length: 9_000 }, (_, at) => [String(at), 'Selat, "Hilir"', "", "5"]);
  const text = rows
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(";"))
    .join("\n");
  const read = await rowsOf(Buffer.from(text));
  expect(read.map((row) => row.map((cell) => ("text" in cell ? cell.text : "")))).toEqual(rows);
});

test("a workbook of several sheets arrives whole", async () => {
  const { sheets } = await readWorkbook(writeWorkbook(sheetXml("<row><c><v>1</v></c></row>")));
  expect(sheets).toEqual([
    {
      name: "Data",
      isHidden: false,
      rows: [[{ kind: "number", value: 1 }]],
      rowCells: [],
      hiddenRows: [],
      hiddenColumns: [],
      merges: [],
    },
  ]);
});

test("files wait their turn; too many, and too long, are rejected as busy", async () => {
  const queue = new ReaderQueue({ atOnce: 1, waiting: 2, milliseconds: 100 });
  const order: string[] = [];
  const first = queue.run(async () => {
    await pause(20);
    order.push("first");
  });
  const patient = queue.run(() => Promise.resolve(order.push("second")));
  const third = queue.run(() => Promise.resolve(order.push("third")));
  await expect(queue.run(() => Promise.resolve())).rejects.toThrow(new FileRejection("busy"));
  await Promise.all([first, patient, third]);
  expect(order).toEqual(["first", "second", "third"]);

  const never = queue.run(() => new Promise(() => undefined));
  await expect(queue.run(() => Promise.resolve())).rejects.toThrow(new FileRejection("busy"));
  void never;
});

test("a file that could not be read gives its place back", async () => {
  const queue = new ReaderQueue({ atOnce: 1, waiting: 0, milliseconds: 100 });
  await expect(queue.run(() => Promise.reject(new FileRejection("damaged")))).rejects.toThrow(
    FileRejection,
  );
  await expect(queue.run(() => Promise.resolve("read"))).resolves.toBe("read");
});
