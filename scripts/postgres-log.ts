import { closeSync, openSync, readSync } from "node:fs";

import { fileSize } from "./log-file";

const longest = 4 * 1024;

/** The end of what PostgreSQL has said since its log had so many bytes. */
export function wordsSince(logFile: string, bytes: number): string {
  const size = fileSize(logFile);
  // A log that was emptied since is all of it new.
  const from = Math.max(size < bytes ? 0 : bytes, size - longest);
  const words = Buffer.alloc(Math.max(0, size - from));
  if (words.length === 0) return "";
  const file = openSync(logFile, "r");
  try {
    readSync(file, words, 0, words.length, from);
  } finally {
    closeSync(file);
  }
  return words.toString("utf8").trim();
}

/** Whether the disk, or what of it is PostgreSQL's, had no room. Always English: it runs with LC_ALL=C. */
export function isStorageFull(words: string): boolean {
  return /No space left on device|Disk quota exceeded/.test(words);
}
