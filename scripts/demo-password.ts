import { randomInt } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { isPublished, renewDemoPasswords } from "@/prisma/seed/demo/accounts";

import { recall, remember } from "./data-folder";
import { CommandError } from "./command-error";
import { withConnection } from "./sql";

/** Where the demo accounts' password is kept between starts. */
export type KeptPassword = {
  readonly read: () => Promise<string | undefined>;
  readonly write: (password: string) => Promise<void>;
};

/** Without what is easily taken for something else. */
const letters = "abcdefghjkmnpqrstuvwxyz23456789";

/** With the installation's own settings. */
export function keptInSettings(dataFolder: string): KeptPassword {
  return {
    read: async () => (await recall(dataFolder))?.demoPassword,
    write: async (demoPassword) => {
      const settings = await recall(dataFolder);
      if (settings !== undefined) await remember(dataFolder, { ...settings, demoPassword });
    },
  };
}

/** For a database elsewhere, a file of its own in the data folder. */
export function keptInFile(dataFolder: string): KeptPassword {
  const file = path.join(dataFolder, "demo-password");
  return {
    read: async () => {
      const text = await readFile(file, "utf8").catch(() => "");
      return text.trim() === "" ? undefined : text.trim();
    },
    write: (password) => writeFile(file, `${password}\n`, { mode: 0o600, flush: true }),
  };
}

/**
 * The password of the demo accounts of this installation: DEMO_PASSWORD, or the one that was kept,
 * or a new one. Accounts that have an earlier one get it. It is kept before accounts are made with
 * it, and after they have been changed to it, so that a start that is cut off can be repeated.
 */
export async function settleDemoPassword(ownerUrl: string, kept: KeptPassword): Promise<string> {
  const before = await kept.read();
  const secret = before === undefined || isPublished(before) ? makeDemoPassword() : before;
  const password = givenPassword() ?? secret;
  if (before === undefined) await kept.write(password);
  await withConnection(ownerUrl, (client) =>
    renewDemoPasswords(client, password, before === undefined ? [] : [before]),
  );
  if (before !== undefined && before !== password) await kept.write(password);
  return password;
}

/** "k7mw-x2pd-9hra": 59 bits, and still to be typed by hand. */
function makeDemoPassword(): string {
  const part = () =>
    Array.from({ length: 4 }, () => letters.charAt(randomInt(letters.length))).join("");
  return [part(), part(), part()].join("-");
}

function givenPassword(): string | undefined {
  const given = process.env["DEMO_PASSWORD"] ?? "";
  if (given === "") return undefined;
  if (given.length >= 10) return given;
  throw new CommandError("DEMO_PASSWORD terlalu pendek: isi sedikitnya 10 karakter.");
}
