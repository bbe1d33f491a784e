/** `npm run demo:remove`: takes the demo data out, after asking; `--yes` does not ask. */
import { parseArgs } from "node:util";

import { recall, remember } from "./data-folder";
import { type ReachedDatabase, runOnDatabase } from "./database";
import { ask } from "./prompt";
import { CommandError } from "./command-error";

await runOnDatabase(async ({ dataFolder, url }) => {
  if (!readOptions().yes && !(await confirm())) {
    console.log("Tidak ada yang dihapus.");
    return;
  }
  const { removeDemo } = await import("@/prisma/seed/demo");
  const { campaigns, users } = await removeDemo(url);
  await stayEmpty(dataFolder);
  console.log(
    `Data contoh dihapus: ${String(campaigns)} kampanye dan ${String(users)} akun. ` +
      "Jejak perubahannya tetap tersimpan. " +
      "Buat administrator pertama dengan: npm run admin",
  );
});

function readOptions() {
  try {
    return parseArgs({ options: { yes: { type: "boolean", default: false } } }).values;
  } catch {
    throw new CommandError("Pilihan yang dikenal: --yes.");
  }
}

async function confirm(): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new CommandError("Tambahkan --yes untuk menghapus tanpa ditanya.");
  const answer = await ask(
    "Semua kampanye contoh beserta laporannya dan akun contoh akan dihapus. Ketik hapus untuk melanjutkan: ",
  );
  return answer.trim().toLowerCase() === "hapus";
}

/** Or the next start would take the emptied database for a new one and load the demo data again. */
async function stayEmpty(dataFolder: ReachedDatabase["dataFolder"]): Promise<void> {
  if (dataFolder === undefined) return;
  const settings = await recall(dataFolder);
  if (settings !== undefined) await remember(dataFolder, { ...settings, demoRemoved: true });
}
