import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { beforeEach, describe, expect, test } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { withdrawZeroReport } from "@/lib/report/server/withdraw-commands";
import { grantFor, makeCampaign, today, units } from "@/tests/integration/report/campaign";
import {
  mr,
  openAgain,
  opv,
  report,
  reports,
  rollUpDifferences,
  submit,
  wib,
} from "@/tests/integration/report/sending";

import { deeds, load, sheet, stands, toldBy } from "./importing";

const selat = "62.03.01";

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
});

describe("daily figures", () => {
  const file = sheet(
    `${units.hilir};2 Juni 2026;12;3;7;2`,
    `${units.hulu};03/06/2026;5`,
    `${units.mambulau};2026-06-04;;;;;ya`,
  );

  test("are stored as reports that came from a file", async () => {
    expect(toldBy(await load(campaign, file))).toEqual(["2 stored", "3 stored", "4 stored"]);
    expect(await stands()).toEqual([
      `${units.hilir} 2026-06-02 MR/young 12 2`,
      `${units.hilir} 2026-06-02 MR/old 3`,
      `${units.hilir} 2026-06-02 OPV/young 7`,
      `${units.hulu} 2026-06-03 MR/young 5`,
    ]);
    expect(await query("select distinct via, figures from submission")).toEqual([
      { via: "import", figures: "daily" },
    ]);
    expect(await query("select unit_code from daily_report where is_zero")).toEqual([
      { unit_code: units.mambulau },
    ]);
    expect(await rollUpDifferences()).toEqual([]);
  });

  test("loaded again store nothing again", async () => {
    await load(campaign, file);
    expect(toldBy(await load(campaign, file))).toEqual(["2 same", "3 same", "4 same"]);
    expect(await query("select count(*)::int from submission")).toEqual([{ count: 3 }]);
    expect((await reports()).map(({ version }) => version)).toEqual([1, 1, 1]);
  });

  test("of a zero report that was withdrawn are stored anew, and once", async () => {
    await load(campaign, file);
    const nihil = { unit: units.mambulau, day: today };
    await withdrawZeroReport(grantFor("62.03"), campaign, { ...nihil, at: wib("15.10") });

    const again = { at: wib("15.20") };
    const both = await Promise.all([load(campaign, file, again), load(campaign, file, again)]);
    expect(both.map((each) => toldBy(each)[2]).sort()).toEqual(["4 same", "4 stored"]);
    expect(await query("select version from daily_report where is_zero")).toEqual([{ version: 2 }]);
    expect(await query("select count(*)::int from submission where is_zero")).toEqual([
      { count: 2 },
    ]);
  });

  test("of one file loaded twice at once are stored once", async () => {
    await Promise.all([load(campaign, file), load(campaign, file)]);
    expect(await query("select count(*)::int from submission")).toEqual([{ count: 3 }]);
    expect(await rollUpDifferences()).toEqual([]);
  });

  test("are told as one deed beside those of the reports", async () => {
    await load(campaign, sheet(`${units.hilir};2026-06-02;12`, `${units.hulu};31 Juni 2026;5`));
    expect(await deeds("tally.imported")).toEqual([
      {
        after: {
          file: "juni.csv",
          figures: "daily",
          rows: 2,
          stored: 1,
          same: 0,
          conflicts: 0,
          refused: 1,
          overwritten: false,
        },
      },
    ]);
    expect(await deeds("report.received")).toHaveLength(1);
  });
});

describe("another version that stands", () => {
  const file = sheet(`${units.hilir};${today};9`, `${units.hulu};${today};4`);

  beforeEach(async () => {
    await submit(campaign, [report({ tallies: [mr(3)] })]);
  });

  test("is left alone, and the other rows are stored", async () => {
    expect(toldBy(await load(campaign, file))).toEqual(["2 conflict", "3 stored"]);
    expect(await stands()).toEqual([
      `${units.hilir} ${today} MR/young 3`,
      `${units.hulu} ${today} MR/young 4`,
    ]);
  });

  test("that only fills what this person left empty is stored without asking", async () => {
    const filling = sheet(`${units.hilir};${today};3;;5;;`);
    expect(toldBy(await load(campaign, filling, { region: selat }))).toEqual(["2 stored"]);
    expect(await stands()).toEqual([
      `${units.hilir} ${today} MR/young 3`,
      `${units.hilir} ${today} OPV/young 5`,
    ]);
    expect(await query("select reason_code as code from submission where via = 'import'")).toEqual([
      { code: null },
    ]);
  });

  test("is left alone too when the file says that it was checked in the year 2999", async () => {
    const terms = { overwriteUntil: new Date("2999-01-01T00:00:00Z") };
    expect(toldBy(await load(campaign, file, terms))).toEqual(["2 conflict", "3 stored"]);
    expect(await stands()).toContain(`${units.hilir} ${today} MR/young 3`);
  });

  test("is written over when that was chosen, with its reason", async () => {
    const terms = {
      overwriteUntil: wib("15.00"),
      reason: { code: "recount" as const, note: "Buku register" },
    };
    expect(toldBy(await load(campaign, file, terms))).toEqual(["2 stored", "3 stored"]);
    expect(await stands()).toContain(`${units.hilir} ${today} MR/young 9`);
    expect(
      await query(
        `select version, reason_code as code, reason_note as note from submission
         where via = 'import' order by version desc`,
      ),
    ).toEqual([
      { version: 2, code: "recount", note: "Buku register" },
      { version: 1, code: null, note: null },
    ]);
  });

  test("is left alone when it came after the file was checked", async () => {
    const terms = { overwriteUntil: wib("14.59") };
    expect(toldBy(await load(campaign, file, terms))).toEqual(["2 conflict", "3 stored"]);
  });

  test("keeps what the file has no column for", async () => {
    const nonResidents = { ...mr(3), nonResidents: 2 };
    await submit(campaign, [report({ unit: units.hulu, tallies: [nonResidents, opv(8)] })]);
    const onlyMr = (count: number) => `kode;tanggal;MR 9–59 bulan\n${units.hulu};${today};${count}`;
    expect(toldBy(await load(campaign, onlyMr(3)))).toEqual(["2 same"]);

    const terms = { overwriteUntil: wib("15.00") };
    expect(toldBy(await load(campaign, onlyMr(9), terms))).toEqual(["2 stored"]);
    expect(await stands()).toEqual([
      `${units.hilir} ${today} MR/young 3`,
      `${units.hulu} ${today} MR/young 9 2`,
      `${units.hulu} ${today} OPV/young 8`,
    ]);

    const figures = "cumulative" as const;
    expect(toldBy(await load(campaign, onlyMr(11), { ...terms, figures }))).toEqual(["2 stored"]);
    expect(await stands()).toContain(`${units.hulu} ${today} OPV/young 8`);
  });

  test("that says the same is no conflict", async () => {
    expect(toldBy(await load(campaign, sheet(`${units.hilir};${today};3`)))).toEqual(["2 same"]);
  });
});

describe("who may load what", () => {
  test("a camat finds no unit of another kecamatan", async () => {
    const file = sheet(`${units.hilir};${today};9`, `${units.mambulau};${today};4`);
    expect(toldBy(await load(campaign, file, { region: selat }))).toEqual([
      "2 stored",
      "3 rejected unknownUnit",
    ]);
    expect(await stands()).toEqual([`${units.hilir} ${today} MR/young 9`]);
  });

  test("a day is closed to a camat after its cut-off, and not to the dinkes", async () => {
    const file = sheet(`${units.hilir};2026-06-03;9`, `${units.hilir};${today};4`);
    expect(toldBy(await load(campaign, file, { region: selat }))).toEqual([
      "2 rejected dayClosed",
      "3 stored",
    ]);
    expect(toldBy(await load(campaign, file))).toEqual(["2 stored", "3 same"]);
  });

  test("a day that was opened again takes the file", async () => {
    await openAgain(campaign, selat, wib("17.00"), wib("17.00", "2026-06-05"));
    const file = sheet(`${units.hilir};${today};9`);
    expect(toldBy(await load(campaign, file, { region: selat, at: wib("18.00") }))).toEqual([
      "2 stored",
    ]);
  });

  test("a verified report is not a camat's to change", async () => {
    await submit(campaign, [report({ tallies: [mr(3)] })]);
    await rewrite("update daily_report set status = 'verified', status_at = now()");
    const terms = { region: selat, overwriteUntil: wib("15.00") };
    expect(toldBy(await load(campaign, sheet(`${units.hilir};${today};9`), terms))).toEqual([
      "2 rejected verifiedReport",
    ]);
  });
});

test("more rows than one batch holds are stored whole", async () => {
  const villages = Array.from({ length: 130 }, (_, index) => `62.03.02.${String(2001 + index)}`);
  const values = villages.map((code) => `('${code}', '62.03.02', 4, 'Desa ${code}', 'desa')`);
  await query(`insert into region (code, parent_code, level, name, kind) values ${values.join()}`);
  await query(`
    insert into reporting_unit (district_code, campaign_id, code, name, kind, region_code,
                                subdistrict_code)
    select '62.03', campaign.id, code, region.name, 'village', code, parent_code
    from region, campaign where code like '62.03.02.2%'`);
  const days = ["2026-06-01", "2026-06-02", "2026-06-03", "2026-06-04"];
  const rows = villages.flatMap((code) => days.map((day, index) => `${code};${day};${index + 1}`));

  const { rows: outcomes } = await load(campaign, sheet(...rows), { figures: "cumulative" });
  expect(outcomes).toHaveLength(520);
  expect(outcomes.every(({ outcome }) => outcome === "stored")).toBe(true);
  expect(await query("select count(*)::int, sum(residents)::int from tally")).toEqual([
    { count: 520, sum: 520 },
  ]);
  expect(await rollUpDifferences()).toEqual([]);
}, 60_000);
