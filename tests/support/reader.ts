import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { bundleReader } from "../../scripts/reader-bundle";

/** Vitest's global setup: the script that reads files, of the source as it is. Tests inherit FILE_READER. */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), "cakupan-reader-"));
  process.env["FILE_READER"] = await bundleReader(folder);
  return () => rm(folder, { recursive: true, force: true });
}
