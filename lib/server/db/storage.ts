import { statfs } from "node:fs/promises";

import { env } from "@/lib/base/server/env";

/** PostgreSQL stops when its log cannot grow by 16 MB; this leaves time to be told. */
export const minFreeMegabytes = 100;

type Disk = { readonly blocks: number; readonly bavail: number; readonly bsize: number };

/**
 * Room left on the disk of the database's files, in megabytes.
 *
 * @returns null when they are not this machine's to see, or the file system does not say.
 */
export async function freeMegabytes(
  folder: string | null = env().DATABASE_FOLDER ?? null,
  read: (folder: string) => Promise<Disk> = statfs,
): Promise<number | null> {
  if (folder === null) return null;
  const disk = await read(folder).catch(() => null);
  if (disk === null || disk.blocks === 0) return null;
  return Math.floor((disk.bavail * disk.bsize) / 1024 / 1024);
}

/** Whether so little is left that nobody should be told that all is well. */
export function isTooLittle(megabytes: number | null): boolean {
  return megabytes !== null && megabytes < minFreeMegabytes;
}
