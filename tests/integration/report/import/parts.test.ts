import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, test } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { findCampaign } from "@/lib/campaign/server/queries";
import { actorOf, makeCampaign, units } from "@/tests/integration/report/campaign";

import { load, sheet, stands, toldBy } from "./importing";

const heads =
  "kode;tanggal;MR 9–59 bulan;nihil;Sedang sakit;Botol dibuka: MR;Ditemukan belum diimunisasi";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  await makeCampaign();
  await query("update campaign set report_parts = '{reasons,sweeping,vials}'");
  const found = await findCampaign(actorOf("healthOffice", "62.03"), "bian");
  if (!found) throw new Error("the campaign is gone");
  campaign = found;
});

function rows(...lines: string[]): string {
  return [heads, ...lines].join("\n");
}

function parts() {
  return query<{ told: string }>(
    `select concat_ws(' ', unit_code, kind || '/' || code, count) as told
     from report_part order by unit_code, kind, code`,
  ).then((found) => found.map(({ told }) => told));
}

describe("numbers besides tallies in a file", () => {
  const file = rows(`${units.hilir};2 Juni 2026;12;;4;2;`, `${units.hulu};3 Juni 2026;;ya;;1;`);

  test("are stored with the report, also of one that is nihil, and loaded again once", async () => {
    expect(toldBy(await load(campaign, file))).toEqual(["2 stored", "3 stored"]);
    expect(await parts()).toEqual([
      `${units.hilir} reason/sick 4`,
      `${units.hilir} vials/MR 2`,
      `${units.hulu} vials/MR 1`,
    ]);
    expect(toldBy(await load(campaign, file))).toEqual(["2 same", "3 same"]);
    expect(await query("select count(*)::int from submission")).toEqual([{ count: 2 }]);
  });

  test("that are left empty tell nothing: what stands stays, and so in a file without them", async () => {
    await load(campaign, file);
    const later = rows(`${units.hilir};2 Juni 2026;12;;;3;`);
    expect(toldBy(await load(campaign, later))).toEqual(["2 conflict"]);
    const overwriteUntil = new Date("2026-06-30T00:00:00Z");
    const at = overwriteUntil;
    expect(toldBy(await load(campaign, later, { overwriteUntil, at }))).toEqual(["2 stored"]);
    await load(campaign, sheet(`${units.hilir};2 Juni 2026;13`), { overwriteUntil, at });
    expect(await stands()).toEqual([`${units.hilir} 2026-06-02 MR/young 13`]);
    expect(await parts()).toEqual([
      `${units.hilir} reason/sick 4`,
      `${units.hilir} vials/MR 3`,
      `${units.hulu} vials/MR 1`,
    ]);
  });

  test("are rejected where they are no count, alone, or asked on another day", async () => {
    const wrong = rows(
      `${units.hilir};2 Juni 2026;12;;1,5;;`,
      `${units.hulu};2 Juni 2026;;;3;;`,
      `${units.mambulau};2 Juni 2026;5;;;;4`,
    );
    expect(toldBy(await load(campaign, wrong))).toEqual([
      "2 rejected notWhole",
      "3 rejected partsAlone",
      "4 rejected partNotAsked",
    ]);
    expect(await parts()).toEqual([]);
  });

  test("stand in no column where the campaign asks for none", async () => {
    await query("update campaign set report_parts = '{}'");
    const plain = await findCampaign(actorOf("healthOffice", "62.03"), "bian");
    if (!plain) throw new Error("the campaign is gone");
    expect(toldBy(await load(plain, file))).toEqual(["2 stored", "3 stored"]);
    expect(await parts()).toEqual([]);
  });
});
