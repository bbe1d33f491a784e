import "server-only";

import { setImmediate as breathe } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import type { Worker } from "node:worker_threads";

import { fileReaderScript } from "@/lib/base/server/env";
import { limits } from "@/lib/base/limits";
import { failureFacts, logProblem } from "@/lib/base/server/log";

import { FileRejection, type SheetCell, type SheetRows } from "@/lib/base/spreadsheet/cell";
import type { ReaderMessage, ReaderTask } from "@/lib/base/spreadsheet/reader-message";
import type { Sheet, Workbook } from "@/lib/base/spreadsheet/workbook";

/** Asked of Node as it runs: a bundler would look for the script in the whole project. */
const threads = process.getBuiltinModule("node:worker_threads");
const paths = process.getBuiltinModule("node:path");

/** What one thread may use, and the script that it runs. */
type ReaderTerms = {
  readonly script: string;
  readonly heapMegabytes: number;
  readonly milliseconds: number;
};

/**
 * Reads a file in a thread of its own and ends the thread, at the latest when it has used up its
 * heap or its time. The event loop goes on meanwhile, also while a large result is taken over.
 *
 * @throws {FileRejection} as `parseFile`, and `tooComplex` when the thread had to be ended.
 */
export async function readInThread(
  { bytes }: ReaderTask,
  {
    script = fileReaderScript(),
    heapMegabytes = limits.readerHeapMegabytes,
    milliseconds = limits.readerSeconds * 1_000,
  }: Partial<ReaderTerms> = {},
): Promise<Workbook> {
  // The server's own heap is set already; from here on the option would stand over that of a thread.
  setFlagsFromString("--max-old-space-size=0");
  const worker = new threads.Worker(paths.resolve(script), {
    workerData: { bytes } satisfies ReaderTask,
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 32 },
    // It needs to know nothing of where it runs.
    env: {},
    execArgv: [],
  });
  const watch = new AbortController();
  const timer = setTimeout(() => watch.abort(), milliseconds);
  try {
    return await collected(worker, () => clearTimeout(timer), watch.signal);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

type OpenSheet = Omit<Sheet, "rows"> & { readonly rows: (readonly SheetCell[])[] };

/** @param onRead called when the file is read and only has to be taken over. */
function collected(worker: Worker, onRead: () => void, timeUp: AbortSignal): Promise<Workbook> {
  const sheets: OpenSheet[] = [];
  return new Promise((resolve, reject) => {
    const tooComplex = (reason: "memory" | "time") => {
      logProblem("info", { code: "tooComplex", reason });
      reject(new FileRejection("tooComplex"));
    };
    timeUp.addEventListener("abort", () => tooComplex("time"));
    worker.on("error", (error: Error & { readonly code?: string }) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") tooComplex("memory");
      else reject(error);
    });
    worker.on("exit", () => reject(new Error("the thread ended without a result")));
    worker.on("message", (message: ReaderMessage) => {
      switch (message.kind) {
        case "sheet":
          sheets.push({ ...message.sheet, rows: [] });
          break;
        case "rows":
          sheets.at(-1)?.rows.push(...(JSON.parse(message.rows) as SheetRows));
          break;
        case "end":
          resolve({ sheets });
          return;
        case "rejected":
          reject(new FileRejection(message.problem, message.detail));
          return;
        case "failed":
          // For the person it is a file that cannot be read; for us it is a fault to look for.
          logProblem("error", { code: "fileReader", ...failureFacts(message.error) });
          reject(new FileRejection("damaged"));
          return;
      }
      onRead();
      void breathe().then(() => worker.postMessage("next"));
    });
  });
}
