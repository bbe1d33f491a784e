/**
 * `npm run admin`: makes the first administrator, or resets one. Asks for what is not given:
 *
 *     --username admin --name "Siti Rahma" --region 00
 *     --password-file sandi.txt | --password-stdin
 */
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { parseArgs } from "node:util";

import { administrator, type Administrator, saveAdministrator } from "./administrator";
import { runOnDatabase } from "./database";
import { fillAreas } from "./filling";
import { ask, askSecret } from "./prompt";
import { CommandError } from "./command-error";

await runOnDatabase(async ({ url }) => {
  const wanted = await readAdministrator();
  await fillAreas(url);
  const isNew = await saveAdministrator(url, wanted);
  console.log(
    isNew
      ? `Administrator ${wanted.username} dibuat. Jalankan npm start, lalu masuk.`
      : `Sandi ${wanted.username} diganti dan perannya administrator. Sesi lamanya berakhir.`,
  );
});

async function readAdministrator(): Promise<Administrator> {
  const options = readOptions();
  const given = {
    username: options.username ?? (await askAtTerminal("Nama pengguna: ", "--username")),
    displayName: options.name ?? (await askAtTerminal("Nama lengkap: ", "--name")),
    homeRegionCode: options.region,
    password: await readPassword(options["password-file"], options["password-stdin"]),
  };
  const result = administrator.safeParse(given);
  if (result.success) return result.data;
  throw new CommandError(result.error.issues.map(({ message }) => message).join("\n"));
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        username: { type: "string" },
        name: { type: "string" },
        region: { type: "string", default: "00" },
        "password-file": { type: "string" },
        "password-stdin": { type: "boolean", default: false },
      },
    }).values;
  } catch {
    throw new CommandError(
      "Pilihan yang dikenal: --username, --name, --region, --password-file dan --password-stdin.",
    );
  }
}

async function readPassword(file: string | undefined, fromStdin: boolean): Promise<string> {
  if (fromStdin) return firstLine(await text(process.stdin));
  if (file !== undefined) {
    return firstLine(
      await readFile(file, "utf8").catch(() => {
        throw new CommandError(`Berkas sandi ${file} tidak dapat dibaca.`);
      }),
    );
  }
  requireTerminal("--password-file atau --password-stdin");
  const password = await askSecret("Sandi, sedikitnya 10 karakter: ");
  if ((await askSecret("Sandi sekali lagi: ")) === password) return password;
  throw new CommandError("Kedua sandi tidak sama. Tidak ada yang diubah.");
}

function firstLine(content: string): string {
  return content.split(/\r?\n/)[0] ?? "";
}

function askAtTerminal(question: string, option: string): Promise<string> {
  requireTerminal(option);
  return ask(question);
}

function requireTerminal(option: string): void {
  if (!process.stdin.isTTY)
    throw new CommandError(`Tambahkan ${option}: tidak ada terminal untuk bertanya.`);
}
