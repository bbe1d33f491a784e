import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";

import { makeOutsideFolder } from "./outside-folder";
import { type Account, canReach, postgresAccount } from "./postgres-account";
import { stopOrphan } from "./postmaster";
import { CommandError } from "./command-error";

type ClusterPlace = { readonly folder: string; readonly account: Account };

/**
 * Where the cluster of a data folder lies and who runs it: inside the data folder, or, where the
 * PostgreSQL user cannot pass (a folder of mode 700 above it), outside under a name made from
 * the data folder's path. A cluster that has become unreachable is moved.
 */
export async function findPlace(dataFolder: string, remembered?: string): Promise<ClusterPlace> {
  const inside = path.join(dataFolder, "postgres");
  const current = remembered ?? inside;
  const account = ownerOf(current) ?? postgresAccount();

  if (current !== inside || canReach(account, "-x", dataFolder))
    return { folder: current, account };

  const name = createHash("sha256").update(dataFolder).digest("hex").slice(0, 24);
  const outside = path.join(await makeOutsideFolder(), name);
  if (remembered !== undefined && existsSync(inside)) {
    if (existsSync(outside)) {
      throw new CommandError(
        `Basis data ada di dua tempat, ${inside} dan ${outside}, dan tidak ada yang diubah. ` +
          "Pindahkan dulu dengan tangan yang bukan milik folder data ini.",
      );
    }
    await stopOrphan(inside);
    await promisify(execFile)("mv", [inside, outside]);
  }
  return { folder: outside, account };
}

/** Root runs a cluster as whoever made it. */
function ownerOf(folder: string): Account | undefined {
  if (process.getuid?.() !== 0 || !existsSync(folder)) return undefined;
  const { uid, gid } = statSync(folder);
  return uid === 0 ? undefined : { uid, gid };
}
