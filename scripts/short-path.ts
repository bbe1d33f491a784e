import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** A socket's whole path may have 103 bytes (macOS) or 107 (Linux); this much its name may need. */
const longestFolder = 70;

/** Runs the work with a path of the folder that a socket's name fits behind. */
export async function withShortPath<Result>(
  folder: string,
  work: (place: string) => Promise<Result>,
): Promise<Result> {
  if (Buffer.byteLength(folder) <= longestFolder) return work(folder);
  const home = mkdtempSync(path.join(tmpdir(), "ckp-"));
  try {
    const place = path.join(home, "f");
    symlinkSync(folder, place);
    return await work(place);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
