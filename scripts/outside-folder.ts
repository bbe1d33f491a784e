import { chmod, mkdir, stat } from "node:fs/promises";

import { CommandError } from "./command-error";

/** Lasting places that every user can pass through; a temporary folder is emptied at restart. */
const candidates = ["/var/lib/cakupan", "/opt/cakupan", "/var/tmp/cakupan"];

/**
 * A folder outside the project for what the PostgreSQL user cannot reach inside it. Only root
 * needs one. A folder of the same name that belongs to someone else is not used: they could put
 * programs of their own in it.
 */
export async function makeOutsideFolder(): Promise<string> {
  for (const folder of candidates) {
    try {
      await mkdir(folder, { recursive: true, mode: 0o711 });
      const { uid } = await stat(folder);
      if (uid !== process.getuid?.()) continue;
      await chmod(folder, 0o711);
      return folder;
    } catch {
      continue;
    }
  }
  throw new CommandError(
    "Folder proyek ini tertutup bagi pengguna postgres, dan tempat lain tidak dapat dibuat. " +
      "Pindahkan proyek ke folder yang dapat dibaca semua pengguna, atau isi DATABASE_URL.",
  );
}
