import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, it } from "vitest";

import { findFormerHolder, holdFolder, type Holder, type Lock } from "../../../scripts/lock";

const root = new URL("../../..", import.meta.url).pathname;
const begun: ChildProcess[] = [];
let home: string;

beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), "cakupan-lock-"));
});

afterEach(async () => {
  for (const child of begun.splice(0)) {
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  }
  await rm(home, { recursive: true, force: true });
});

describe("a folder that one process holds", () => {
  it("is rejected to another, which is told who has it", async () => {
    const first = held(await holdFolder(home, 0));
    expect(await holdFolder(home, 0)).toMatchObject({ holds: true, pid: process.pid });
    first.release();
    held(await holdFolder(home, 0)).release();
    expect(await readdir(home)).toEqual([]);
  });

  it("is free at once when that process is killed, and what it left is swept", async () => {
    const holder = startHolder(home);
    expect(await saidBy(holder)).toBe("held");
    expect(await holdFolder(home, 0)).toMatchObject({ pid: holder.pid });

    holder.kill("SIGKILL");
    await once(holder, "exit");
    const left = await readdir(home);

    held(await holdFolder(home, 0)).release();
    expect(left).toHaveLength(1);
    expect(await readdir(home)).toEqual([]);
  });

  it("is had by one when many ask at the same moment", async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => holdFolder(home, 500)));
    const locks = answers.filter((answer): answer is Lock => "release" in answer);
    expect(locks).toHaveLength(1);
    for (const lock of locks) lock.release();
  });

  it("is had by one when several processes ask again and again", async () => {
    const answers = await Promise.all(Array.from({ length: 4 }, () => saidBy(startHolder(home))));
    expect(answers.filter((answer) => answer === "held")).toHaveLength(1);
  });

  it.runIf(process.platform === "linux")(
    "is known when a version before this one holds it, by a name without a file",
    async () => {
      expect(await findFormerHolder(home)).toBeUndefined();
      const digest = createHash("sha256").update(home).digest("hex").slice(0, 24);
      const former = createServer((socket) => socket.end("4711"));
      former.listen(`\0cakupan-${digest}`);
      await once(former, "listening");
      expect(await findFormerHolder(home)).toMatchObject({ holds: true, pid: 4711 });
      former.close();
    },
  );

  it("may have a path longer than a socket's", async () => {
    const deep = path.join(home, "a".repeat(90), "b".repeat(90));
    const lock = held(await holdFolder(deep, 0));
    expect(await holdFolder(deep, 0)).toMatchObject({ pid: process.pid });
    lock.release();
    expect(await readdir(deep)).toEqual([]);
  });

  it.runIf(process.platform === "linux" && process.getuid?.() === 0)(
    "is rejected in other namespaces too, which is what another container is",
    async () => {
      const lock = held(await holdFolder(home, 0));
      const other = [
        "unshare",
        "--net",
        "--pid",
        "--ipc",
        "--fork",
        "--kill-child",
        "--mount-proc",
      ];
      expect(await saidBy(startHolder(home, other))).toBe(`rejected ${String(process.pid)}`);
      lock.release();
      expect(await saidBy(startHolder(home, other))).toBe("held");
    },
  );
});

function held(answer: Lock | Holder): Lock {
  if ("release" in answer) return answer;
  throw new Error("the folder is held by somebody else");
}

/** A process that holds the folder until it is killed, or says who has it. */
function startHolder(folder: string, wrapper: readonly string[] = []): ChildProcess {
  const script = `
    const { holdFolder } = await import("./scripts/lock.ts");
    const answer = await holdFolder(${JSON.stringify(folder)}, 500);
    console.log("release" in answer ? "held" : "rejected " + answer.pid);
    setInterval(() => undefined, 1000);`;
  const words = [
    ...wrapper,
    process.execPath,
    ...["--import", "tsx", "--input-type=module", "--eval", script],
  ];
  const child = spawn(words[0] ?? "", words.slice(1), {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  begun.push(child);
  return child;
}

async function saidBy(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("the process has no output");
  const [part] = (await once(child.stdout, "data")) as [Buffer];
  return part.toString("utf8").trim();
}
