import { localDay } from "@/lib/time/time-zone";

import { step } from "./progress";
import { withConnection } from "./sql";

/** When demo data is loaded: into a database that nobody has used, when asked for, or never. */
export type DemoWish = "whenEmpty" | "always" | "never";

export type DemoSignIn = { readonly username: string; readonly displayName: string };

/** Loads the country's areas where they are missing, then demo data as wished. */
export async function fillDatabase(databaseUrl: string, wish: DemoWish): Promise<void> {
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

  if (wish === "never" || (wish === "whenEmpty" && (await isUsed(databaseUrl)))) return;
  if (wish === "always" && (await readDemoSignIns(databaseUrl)).length > 0) return;
  const { loadDemo } = await import("@/prisma/seed/demo");
  await step({ doing: "Memuat data contoh", done: "Data contoh termuat" }, () =>
    loadDemo(databaseUrl, { today: localDay(new Date(), "Asia/Jakarta") }),
  );
}

/** The demo accounts that are there and may sign in. */
export async function readDemoSignIns(databaseUrl: string): Promise<readonly DemoSignIn[]> {
  return withConnection(databaseUrl, async (client) => {
    const { rows } = await client.query<DemoSignIn>(
      `select username, display_name as "displayName" from app_user
       where is_demo and is_active order by home_region_code, username`,
    );
    return rows;
  });
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
