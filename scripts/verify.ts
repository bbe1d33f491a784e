/**
 * `npm run verify`: recomputes every campaign's totals from the tallies and compares them with
 * the totals that are kept, compares the records of its registers with their versions and with the
 * sums beside them, and walks the audit trail of every kabupaten. Ends with 1 when anything differs; `--repair` writes the recomputed totals, and never a trail.
 */
import { parseArgs } from "node:util";

import type pg from "pg";

import { checkTrails } from "./audit-trail";
import { runOnDatabase } from "./database";
import { CommandError } from "./command-error";
import { withConnection } from "./sql";

type Campaign = { readonly districtCode: string; readonly id: string; readonly slug: string };
type Difference = {
  readonly rollUp: string;
  readonly kept: string | null;
  readonly computed: string | null;
};

const shown = 5;

await runOnDatabase(async ({ url }) => {
  const { repair } = readOptions();
  const found = await withConnection(url, async (client) => {
    let differing = 0;
    let records = 0;
    for (const campaign of await readCampaigns(client)) {
      differing += await check(client, campaign, repair);
      records += await checkRecords(client, campaign);
    }
    return { differing, records, broken: await checkTrails(client) };
  });
  const problems: string[] = [];
  const rows = `${String(found.differing)} baris jumlah`;
  if (found.differing === 0) console.log("Semua jumlah sama dengan laporan hariannya.");
  else if (repair) console.log(`${rows} dihitung ulang.`);
  else {
    problems.push(
      `${rows} berbeda dari laporan hariannya. Hitung ulang dengan: npm run verify -- --repair`,
    );
  }
  if (found.records > 0) {
    problems.push(
      `${String(found.records)} catatan (sesi, stok, KIPI, RCA, indikator) tidak sama dengan riwayatnya. ` +
        "Simpan basis data ini sebagai bukti dan bandingkan dengan cadangan.",
    );
  }
  if (found.broken > 0) {
    problems.push(
      `${String(found.broken)} jejak perubahan rusak. Jejak tidak dapat diperbaiki: simpan basis ` +
        "data ini sebagai bukti dan bandingkan dengan cadangan.",
    );
  }
  if (problems.length > 0) throw new CommandError(problems.join("\n"));
});

function readOptions() {
  try {
    return parseArgs({ options: { repair: { type: "boolean", default: false } } }).values;
  } catch {
    throw new CommandError("Pilihan yang dikenal: --repair.");
  }
}

async function readCampaigns(client: pg.Client): Promise<readonly Campaign[]> {
  const { rows } = await client.query<Campaign>(
    `select district_code as "districtCode", id, slug from campaign order by district_code, slug`,
  );
  return rows;
}

/**
 * One transaction at one moment, so that reports that arrive meanwhile are no differences. A
 * repair keeps them waiting until it is done.
 */
async function check(client: pg.Client, campaign: Campaign, repair: boolean): Promise<number> {
  const { districtCode, id, slug } = campaign;
  await client.query(repair ? "begin" : "begin isolation level repeatable read");
  if (repair) {
    // First the campaign, as everyone who writes does: the other way round the two stop each other.
    await client.query(
      "select from campaign where district_code = $1 and id = $2 for no key update",
      [districtCode, id],
    );
    await client.query("lock table tally, daily_report, target_population in exclusive mode");
  }
  const { rows: counts } = await client.query<{ compared: number }>(
    `select (
       (select count(*) from place_total where district_code = $1 and campaign_id = $2) +
       (select count(*) from place_day_total where district_code = $1 and campaign_id = $2) +
       (select count(*) from place_reports where district_code = $1 and campaign_id = $2) +
       (select count(*) from place_day_reports where district_code = $1 and campaign_id = $2) +
       (select count(*) from place_target where district_code = $1 and campaign_id = $2)
     )::int as compared`,
    [districtCode, id],
  );
  const { rows: differences } = await client.query<Difference>(
    `select roll_up as "rollUp", kept, computed from roll_up_differences($1, $2)
     order by roll_up, coalesce(kept, computed)`,
    [districtCode, id],
  );
  if (repair && differences.length > 0) {
    await client.query("select recompute_roll_ups($1, $2)", [districtCode, id]);
    // A new version, so that no answer made from the old totals is used again.
    await client.query("select raise_campaign_version($1, $2)", [districtCode, id]);
  }
  await client.query("commit");

  const compared = counts[0]?.compared ?? 0;
  console.log(
    `${slug}: ${String(compared)} baris dibandingkan, ${String(differences.length)} berbeda`,
  );
  for (const { computed, kept, rollUp } of differences.slice(0, shown)) {
    console.log(
      `  ${rollUp}\n    tersimpan ${kept ?? "tidak ada"}\n    dihitung  ${computed ?? "tidak ada"}`,
    );
  }
  return differences.length;
}

/** @returns how many records of the campaign differ from their versions, or sums from their records. */
async function checkRecords(client: pg.Client, campaign: Campaign): Promise<number> {
  const { districtCode, id, slug } = campaign;
  const { rows } = await client.query<Omit<Difference, "rollUp"> & { readonly what: string }>(
    `select what, kept, computed from record_differences($1, $2) order by what`,
    [districtCode, id],
  );
  if (rows.length > 0) console.log(`${slug}: ${String(rows.length)} catatan berbeda`);
  for (const { what, kept, computed } of rows.slice(0, shown)) {
    console.log(
      `  ${what}\n    tersimpan ${kept ?? "tidak ada"}\n    riwayat   ${computed ?? "tidak ada"}`,
    );
  }
  return rows.length;
}
