/**
 * Reads one file in a thread of its own, with a heap and a time of its own: whatever the file does
 * to it, it does to nobody else. Bundled by scripts/reader-bundle.ts, started by reader.ts.
 */
import { once } from "node:events";
import { parentPort, workerData, type MessagePort } from "node:worker_threads";

import { FileRejection, type SheetCell } from "@/lib/base/spreadsheet/cell";
import { parseFile } from "./parse";
import type { ReaderMessage, ReaderTask } from "@/lib/base/spreadsheet/reader-message";

/** Cells of one message. */
const partCells = 20_000;

if (parentPort) void read(parentPort, workerData as ReaderTask);

async function read(port: MessagePort, { bytes }: ReaderTask): Promise<void> {
  const say = (message: ReaderMessage) => {
    port.postMessage(message);
  };
  const tell = async (message: ReaderMessage) => {
    const answer = once(port, "message");
    say(message);
    await answer;
  };
  try {
    const { sheets } = await parseFile(Buffer.from(bytes));
    for (const { rows, ...sheet } of sheets) {
      await tell({ kind: "sheet", sheet });
      for (const part of partsOf(rows)) await tell({ kind: "rows", rows: JSON.stringify(part) });
    }
    say({ kind: "end" });
  } catch (error) {
    if (error instanceof FileRejection) {
      const { problem, detail } = error;
      say({ kind: "rejected", problem, detail });
    } else say({ kind: "failed", error });
  }
  port.close();
}

function* partsOf(
  rows: readonly (readonly SheetCell[])[],
): Generator<readonly (readonly SheetCell[])[]> {
  let [from, cells] = [0, 0];
  for (const [index, row] of rows.entries()) {
    cells += row.length + 1;
    if (cells < partCells) continue;
    yield rows.slice(from, index + 1);
    [from, cells] = [index + 1, 0];
  }
  if (from < rows.length) yield rows.slice(from);
}
