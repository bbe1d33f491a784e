import { passwordFits } from "@/lib/account/auth/server/password";
import { localDay } from "@/lib/base/time/time-zone";

import type { KeptPassword } from "./demo-password";
import { step } from "./progress";
import { CommandError } from "./command-error";
import { withConnection } from "./sql";

/**
 * When demo data is loaded: into a database that nobody has used, when asked for, with the campaigns
 * of the documents, or never.
 */
export type DemoWish = "whenEmpty" | "always" | "all" | "never";

type DemoAccount = { readonly username: string; readonly displayName: string };
export type DemoSignIns = { readonly password: string; readonly accounts: readonly DemoAccount[] };

/** Loads the country's areas where they are missing. */
export async function fillAreas(databaseUrl: string): Promise<void> {
  // Imported late: the demo data reads the generated client, which may not be there before.
  const { loadAreas } = await import("@/prisma/seed/areas");
  if (!(await hasVillages(databaseUrl))) {
    await step(
      { doing: "Memuat kode wilayah seluruh Indonesia", done: "Kode wilayah termuat" },
      () => loadAreas(databaseUrl),
    );
  } else {
    await loadAreas(databaseUrl);
  }
}

/**
 * Loads demo data as wished, and settles the password of the demo accounts.
 *
 * @returns who may be tried, with that password; undefined when there is nobody.
 */
export async function fillDemo(
  databaseUrl: string,
  wish: DemoWish,
  kept: () => KeptPassword,
): Promise<DemoSignIns | undefined> {
  const isWanted = await shouldLoad(databaseUrl, wish);
  if (!isWanted && (await readDemoAccounts(databaseUrl)).length === 0) return undefined;
  const { settleDemoPassword } = await import("./demo-password");
  const password = await settleDemoPassword(databaseUrl, kept());
  if (isWanted) {
    const { loadDemo } = await import("@/prisma/seed/demo");
    await step({ doing: "Memuat data contoh", done: "Data contoh termuat" }, () =>
      loadDemo(databaseUrl, {
        today: localDay(new Date(), "Asia/Jakarta"),
        password,
        hasDocuments: wish === "all",
      }),
    );
  }
  const accounts = await readDemoAccounts(databaseUrl, password);
  return accounts.length === 0 ? undefined : { password, accounts };
}

async function shouldLoad(databaseUrl: string, wish: DemoWish): Promise<boolean> {
  if (wish === "never") return false;
  // What is there stays: a second load finds everything.
  if (wish === "all") return true;
  if (wish === "whenEmpty") return !(await isUsed(databaseUrl));
  return (await readDemoAccounts(databaseUrl)).length === 0;
}

/**
 * Rejects to serve real campaigns to the network beside accounts that are for trial only.
 *
 * @param address the one that people type.
 */
export async function requireDemoAtHome(databaseUrl: string, address: string): Promise<void> {
  if (isThisMachine(new URL(address).hostname)) return;
  const isReal = await isThere(
    databaseUrl,
    "select exists (select from campaign where not is_demo) as there",
  );
  if (!isReal || (await readDemoAccounts(databaseUrl)).length === 0) return;
  throw new CommandError(
    `Akun contoh masih aktif di samping kampanye yang sebenarnya, dan ${address} terbuka untuk ` +
      "jaringan. Hapus data contoh dulu dengan: npm run demo:remove",
  );
}

function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127(\.\d+){3}$/.test(host);
}

/** The demo accounts that may sign in; with a password, those that have it. */
async function readDemoAccounts(
  databaseUrl: string,
  password?: string,
): Promise<readonly DemoAccount[]> {
  const { rows } = await withConnection(databaseUrl, (client) =>
    client.query<DemoAccount & { readonly hash: string }>(
      `select username, display_name as "displayName", password_hash as hash from app_user
       where is_demo and is_active order by home_region_code, username`,
    ),
  );
  if (password === undefined) return rows;
  const fits = await Promise.all(rows.map(({ hash }) => passwordFits(password, hash)));
  return rows.filter((_, index) => fits[index]);
}

async function hasVillages(databaseUrl: string): Promise<boolean> {
  return isThere(databaseUrl, "select exists (select from region where level = 4) as there");
}

async function isUsed(databaseUrl: string): Promise<boolean> {
  return isThere(
    databaseUrl,
    "select exists (select from app_user) or exists (select from campaign) as there",
  );
}

async function isThere(databaseUrl: string, question: string): Promise<boolean> {
  return withConnection(databaseUrl, async (client) => {
    const { rows } = await client.query<{ there: boolean }>(question);
    return rows[0]?.there === true;
  });
}
