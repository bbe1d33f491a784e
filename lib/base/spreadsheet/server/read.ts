import "server-only";

import { availableParallelism } from "node:os";

import { limits } from "@/lib/base/limits";

import { FileRejection } from "@/lib/base/spreadsheet/cell";
import { readInThread } from "./reader";
import { ReaderQueue } from "@/lib/base/spreadsheet/reader-queue";
import type { Workbook } from "@/lib/base/spreadsheet/workbook";

/** The bundles of several pages share one queue. A core is left to everybody else. */
const kept = globalThis as { cakupanReaders?: ReaderQueue };

/**
 * The sheets of an XLSX or CSV file. It is read in a thread of its own, within a heap and a time; a
 * few at once, and the others wait.
 *
 * @throws {FileRejection} over 5 MB, another kind of file, damaged, empty, too large or too complex
 * when unpacked; `busy` when too many files are being read.
 */
export async function readWorkbook(bytes: Buffer): Promise<Workbook> {
  if (bytes.length > limits.fileBytes) throw new FileRejection("tooLarge");
  kept.cakupanReaders ??= new ReaderQueue({
    atOnce: Math.max(1, availableParallelism() - 1),
    waiting: limits.filesWaiting,
    milliseconds: limits.fileWaitSeconds * 1_000,
  });
  return kept.cakupanReaders.run(() => readInThread({ bytes }));
}
