import {
  appendFileSync,
  copyFileSync,
  existsSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from "node:fs";

/** A log and four older ones beside it, "server.log.1" the youngest. */
const bytesPerFile = 10 * 1024 * 1024;
const olderFiles = 4;

/** Logs whose last line was cut off. */
const torn = new Set<string>();

/** Appends to a log that is its owner's alone. A disk that is full loses the line, not the server. */
export function appendLine(file: string, line: string, largest = bytesPerFile): void {
  try {
    if (fileSize(file) >= largest) {
      makeRoom(file);
      renameSync(file, `${file}.1`);
    }
    appendFileSync(file, `${torn.has(file) ? "\n" : ""}${line}\n`, { mode: 0o600 });
    torn.delete(file);
  } catch {
    // Nowhere to say it.
    torn.add(file);
  }
}

/**
 * Puts a log that another program writes (appending) among the older ones when it has grown: by a
 * copy, because that program holds the file.
 */
export function rotateHeld(file: string, largest = bytesPerFile): void {
  try {
    if (fileSize(file) < largest) return;
    makeRoom(file);
    copyFileSync(file, `${file}.1`);
    truncateSync(file, 0);
  } catch {
    // Tried again the next time.
  }
}

export function fileSize(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

function makeRoom(file: string): void {
  rmSync(`${file}.${String(olderFiles)}`, { force: true });
  for (let each = olderFiles - 1; each >= 1; each -= 1) {
    const older = `${file}.${String(each)}`;
    if (existsSync(older)) renameSync(older, `${file}.${String(each + 1)}`);
  }
}
