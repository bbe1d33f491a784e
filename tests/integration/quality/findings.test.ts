import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, test } from "vitest";

import { authorize } from "@/lib/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { findCampaign } from "@/lib/campaign/queries";
import {
  explainFinding,
  removeStatedTotal,
  stateTotal,
  withdrawExplanation,
} from "@/lib/quality/commands";
import type { Rule } from "@/lib/quality/finding";
import { openFindings } from "@/lib/quality/kept-queries";
import { readFindings } from "@/lib/quality/queries";
import { readStatedTotals } from "@/lib/quality/stated-queries";
import { regionCode } from "@/lib/region/code";

import { actorOf, makeCampaign, units } from "../tally/campaign";
import { mr, mrOld, opv, report, submit } from "../tally/sending";

const later = new Date("2026-06-19T03:00:00Z");
const today = "2026-06-04";
const dinkes = authorize(
  actorOf("healthOffice", "62.03"),
  "quality:review",
  regionCode.parse("62.03"),
);

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  campaign = await makeCampaign();
  // The scene leaves one box without a target population; that is a finding of its own test alone.
  await query(
    `insert into target_population
     select district_code, campaign_id, id, $1, 'OPV', 'young', 0, 100 from target_set`,
    [units.hulu],
  );
  await query("select refresh_place_target(district_code, id) from campaign");
});

/** Sends reports of days before today for Selat Hilir, and stands on `today`. */
async function reported(day: string, tallies: ReturnType<typeof mr>[], unit = units.hilir) {
  const results = await submit(campaign, [report({ unit, day, tallies })], { region: "62.03" });
  expect(results).toMatchObject([{ outcome: "stored" }]);
  campaign = await fresh();
}

async function fresh(): Promise<Campaign> {
  const found = await findCampaign(dinkes.actor, "bian");
  if (!found) throw new Error("the campaign is gone");
  return found;
}

async function found(rule: Rule, grant = dinkes, day = today) {
  const findings = await readFindings(grant, await fresh(), day);
  return findings.filter((finding) => finding.rule === rule);
}

describe("findings", () => {
  test("are none in a campaign whose reports are in order", async () => {
    for (const day of ["2026-06-01", "2026-06-02", "2026-06-03"]) await reported(day, [mr(7)]);

    expect(await readFindings(dinkes, campaign, today)).toEqual([]);
  });

  test("tell of coverage above 100 % and of the day that passed it, until it is corrected", async () => {
    await reported("2026-06-01", [mr(90)]);
    await reported("2026-06-02", [mr(12), opv(3)]);

    expect(await found("aboveTarget")).toMatchObject([
      { place: { name: "Selat Hilir" }, rows: [{ values: { doses: 102, people: 100 } }] },
    ]);
    expect(await found("moreThanRemaining")).toMatchObject([
      { day: "2026-06-02", rows: [{ values: { residents: 12, remaining: 10 } }] },
    ]);

    await query("update tally set residents = 2 where day = '2026-06-02' and residents = 12");
    expect(await found("aboveTarget")).toEqual([]);
    expect(await found("moreThanRemaining")).toEqual([]);
  });

  test("tell of a count far above usual by the campaign's own limit", async () => {
    for (const [day, doses] of [
      ["2026-06-01", 5],
      ["2026-06-02", 6],
      ["2026-06-03", 5],
      ["2026-06-04", 40],
    ] as const) {
      await reported(day, [mr(doses)]);
    }
    expect(await found("unusualDay")).toMatchObject([{ day: "2026-06-04" }]);

    await query(
      "update tally set residents = residents * case when day = '2026-06-02' then 6 else 1 end",
    );
    await query("update tally set residents = 17 where day = '2026-06-03'");
    await query("update campaign set usual_deviations = 20");
    expect(await found("unusualDay")).toEqual([]);
  });

  test("tell of more doses in a later round than in the first", async () => {
    await reported("2026-06-01", [mr(5), mrOld(9)]);
    await query(
      `insert into submission (district_code, campaign_id, id, round_number, unit_code, day, content,
                               version, submitted_at, via)
       select district_code, id, gen_random_uuid(), 2, $1, '2026-06-15', '', 1, now(), 'seed' from campaign`,
      [units.hilir],
    );
    await query(
      `insert into daily_report (district_code, campaign_id, round_number, unit_code, day,
                                 submission_id, is_on_time, submitted_at)
       select district_code, campaign_id, 2, unit_code, day, id, true, now() from submission
       where round_number = 2`,
    );
    await query(
      `insert into tally (district_code, campaign_id, round_number, unit_code, day,
                          intervention_code, target_group_code, residents, submission_id)
       select district_code, campaign_id, 2, unit_code, day, 'MR', 'young', 6, id from submission
       where round_number = 2`,
    );

    expect(await found("laterRoundAbove", dinkes, "2026-06-16")).toMatchObject([
      { subject: units.hilir, rows: [{ values: { first: 5, later: 6, round: 2 } }] },
    ]);
  });

  test("tell of target populations that are missing, 0, changed, or too large a share", async () => {
    await query("update reporting_unit set inhabitants = 500 where code = $1", [units.barimba]);
    await query(
      `with newer as (
         insert into target_set (district_code, campaign_id, source, as_of)
         select district_code, id, 'local', '2026-05-20' from campaign returning *)
       insert into target_population
       select district_code, campaign_id, id, unit, 'MR', 'young', 0, people
       from newer, (values ($1, 121), ($2, 0)) as cell (unit, people)`,
      [units.hilir, units.mambulau],
    );
    await query(
      "delete from target_population where unit_code = $1 and intervention_code = 'OPV'",
      [units.hulu],
    );
    await query("select refresh_place_target(district_code, id) from campaign");

    expect((await found("target")).map(({ subject, rows }) => [subject, rows[0]?.values])).toEqual([
      [`${units.barimba}/share`, { people: 200, inhabitants: 500, most: 0.35 }],
      [`${units.mambulau}/changed`, { before: 100, after: 0 }],
      [`${units.mambulau}/zero`, {}],
      [`${units.hilir}/changed`, { before: 100, after: 121 }],
      [`${units.hulu}/missing`, {}],
    ]);
  });

  test("tell of identical days and of days of nothing but zeros", async () => {
    for (const day of ["2026-06-01", "2026-06-02"]) await reported(day, [mr(15), mrOld(9)]);

    expect(await found("identicalDays")).toMatchObject([{ day: "2026-06-02" }]);
    expect(await found("zeroDay")).toMatchObject([
      { rows: [{ kind: "noReports", values: { from: "2026-06-03", to: "2026-06-03", days: 1 } }] },
    ]);

    await submit(campaign, [report({ day: "2026-06-03", zero: true, tallies: [] })], {
      region: "62.03",
    });
    expect(await found("zeroDay")).toMatchObject([
      { place: null, rows: [{ kind: "zeroReports", values: { reports: 1 } }] },
    ]);
  });

  test("tell of a reporter whose counts end in 0 and 5", async () => {
    await reported("2026-06-01", [mr(10)]);
    await query(
      `insert into daily_report (district_code, campaign_id, round_number, unit_code, day,
                                 submission_id, is_on_time, submitted_at, submitted_by)
       select report.district_code, report.campaign_id, 1, unit.code, each::date, submission_id, true,
              now(), submitted_by
       from daily_report as report, reporting_unit as unit,
            generate_series('2026-06-01'::date, '2026-06-08', '1 day') as each
       on conflict do nothing`,
    );
    await query(
      `insert into tally (district_code, campaign_id, round_number, unit_code, day,
                          intervention_code, target_group_code, residents, submission_id)
       select district_code, campaign_id, 1, unit_code, day, intervention_code, target_group_code,
              case when extract(day from day)::int % 2 = 0 then 15 else 11 end, submission_id
       from daily_report
       join intervention_target_group using (district_code, campaign_id)
       on conflict do nothing`,
    );
    // 96 counts: too few to speak of a habit.
    expect(await found("digitPreference")).toEqual([]);

    await query(
      `update app_user set display_name = 'Camat Selat' where id in (select submitted_by from daily_report)`,
    );
    await query(
      "insert into intervention values ('62.03', (select id from campaign), 'IPV', 'IPV', 'IPV', 0.8, 3)",
    );
    await query(
      "insert into intervention_target_group values ('62.03', (select id from campaign), 'IPV', 'young')",
    );
    await query(
      `insert into tally (district_code, campaign_id, round_number, unit_code, day,
                          intervention_code, target_group_code, residents, submission_id)
       select district_code, campaign_id, 1, unit_code, day, 'IPV', 'young', 20, submission_id
       from daily_report`,
    );
    expect(await found("digitPreference")).toMatchObject([
      { place: { name: "Camat Selat" }, rows: [{ values: { counts: 128 } }] },
    ]);
  });

  test("tell of refused lines of an import until the unit's report of that day comes", async () => {
    await query(
      `insert into import_refusal (district_code, campaign_id, file_name, line, unit_code, day_text,
                                   kind, detail, imported_at)
       select district_code, id, 'rekap.xlsx', line, unit, text, kind, detail::jsonb, '2026-06-03T12:00:00Z'
       from campaign, (values
         (4, $1, '31/06/2026', 'noSuchDay', '{}'),
         (9, $1, '02/06/2026', 'cumulativeFell',
          '{"day": "2026-06-02", "intervention": "MR", "targetGroup": "young", "before": 222, "value": 214}'),
         (12, null, '', 'noSuchDay', '{"unread": 1}')
       ) as row (line, unit, text, kind, detail)`,
      [units.hilir],
    );
    expect(await found("noSuchDay")).toMatchObject([
      { place: null, resolver: "healthOffice" },
      { place: { name: "Selat Hilir" }, rows: [{ values: { line: 4, dayText: "31/06/2026" } }] },
    ]);
    expect(await found("cumulativeFell")).toMatchObject([
      { day: "2026-06-02", rows: [{ values: { before: 222, after: 214 } }] },
    ]);

    await reported("2026-06-02", [mr(8)]);
    expect(await found("cumulativeFell")).toEqual([]);
    expect(await found("noSuchDay")).toHaveLength(2);
  });

  test("are those of the grant's region alone", async () => {
    await reported("2026-06-01", [mr(101)]);
    await reported("2026-06-01", [mr(101)], units.mambulau);
    const part = authorize(
      { ...dinkes.actor, homeRegion: regionCode.parse("62.03.02") },
      "quality:review",
      regionCode.parse("62.03.02"),
    );

    expect((await found("aboveTarget")).map(({ place }) => place?.name).sort()).toEqual([
      "Mambulau",
      "Selat Hilir",
    ]);
    expect((await found("aboveTarget", part)).map(({ place }) => place?.name)).toEqual([
      "Mambulau",
    ]);
  });

  test.each(["subdistrictHead", "villageHead", "regentOffice"] as const)(
    "are not for the %s",
    (role) => {
      const actor = actorOf(role, "62.03");

      expect(() => authorize(actor, "quality:review", regionCode.parse("62.03"))).toThrow(
        "forbidden",
      );
    },
  );
});

describe("an explanation", () => {
  const at = new Date("2026-06-04T08:00:00Z");

  async function theFinding() {
    const [finding] = await found("aboveTarget");
    if (!finding) throw new Error("nothing is above 100 %");
    return finding;
  }

  const explain = async (facts?: string) => {
    const { rule, subject, facts: standing } = await theFinding();
    const said = { rule, subject, facts: facts ?? standing, note: "Pendataan ulang belum masuk." };
    await explainFinding(dinkes, campaign, said, { at, today });
  };

  beforeEach(() => reported("2026-06-01", [mr(101)]));

  test("stands with who said it and when, until the facts change", async () => {
    await explain();
    expect(await theFinding()).toMatchObject({
      isExplained: true,
      note: { note: "Pendataan ulang belum masuk.", notedBy: "Dinkes Kapuas", notedAt: at },
    });

    await reported("2026-06-02", [mr(1)]);
    expect(await theFinding()).toMatchObject({
      isExplained: false,
      note: { notedBy: "Dinkes Kapuas" },
    });
  });

  test("is refused when the finding says something else by now, or is gone", async () => {
    await expect(explain("other")).rejects.toThrow("conflict");

    const { rule, subject, facts } = await theFinding();
    await query("update tally set residents = 1");
    await expect(
      explainFinding(dinkes, campaign, { rule, subject, facts, note: "Benar." }, { at, today }),
    ).rejects.toThrow("notFound");
    expect(await query("select * from finding_note")).toEqual([]);
  });

  test("is taken back, and both are in the trail", async () => {
    await explain();
    await withdrawExplanation(dinkes, campaign, await theFinding());

    expect(await theFinding()).toMatchObject({ isExplained: false, note: null });
    await expect(withdrawExplanation(dinkes, campaign, await theFinding())).rejects.toThrow(
      "notFound",
    );
    expect(
      await query(
        "select action, subject from audit_entry where action like 'finding.%' order by id",
      ),
    ).toEqual([
      { action: "finding.explained", subject: `${campaign.slug}/aboveTarget/${units.hilir}` },
      { action: "finding.reopened", subject: `${campaign.slug}/aboveTarget/${units.hilir}` },
    ]);
  });

  test("takes the finding out of the navigation's count", async () => {
    const count = async () => openFindings(dinkes, await fresh(), { today, at: later });
    const before = await count();
    await explain();
    // Another reader's version: the count is at most twenty seconds old.
    const after = await openFindings(dinkes, await fresh(), {
      today,
      at: new Date(later.getTime() + 20_000),
    });

    expect(after).toBe(before - 1);
  });
});

describe("an announced total", () => {
  const said = {
    place: "62.03",
    intervention: "MR",
    day: "2026-06-02",
    span: "cumulative",
    doses: 40,
    source: "Siaran pers",
  } as const;

  beforeEach(async () => {
    await reported("2026-06-01", [mr(20), mrOld(5)]);
    await reported("2026-06-02", [mr(10)], units.mambulau);
  });

  test.each([
    { case: "the kabupaten so far", change: {}, sum: 35 },
    { case: "one kecamatan so far", change: { place: "62.03.01" }, sum: 25 },
    { case: "one day alone", change: { span: "day" }, sum: 10 },
    { case: "another intervention", change: { intervention: "OPV" }, sum: 0 },
  ] as const)("is held against the reports: $case", async ({ change, sum }) => {
    await stateTotal(dinkes, campaign, { ...said, ...change });

    expect((await found("statedTotal")).map(({ rows }) => rows[0]?.values)).toEqual([
      { stated: 40, sum, difference: sum - 40, source: "Siaran pers" },
    ]);
  });

  test("that agrees is no finding", async () => {
    await stateTotal(dinkes, campaign, { ...said, doses: 35 });

    expect(await found("statedTotal")).toEqual([]);
    expect(await readStatedTotals(dinkes, campaign)).toHaveLength(1);
  });

  test.each([
    { case: "a place elsewhere", change: { place: "62.04" }, code: "unknownRegion" },
    { case: "a village", change: { place: units.hilir }, code: "unknownRegion" },
    { case: "no such intervention", change: { intervention: "X" }, code: "invalid" },
    { case: "a day outside every round", change: { day: "2026-06-12" }, code: "roundClosed" },
  ])("is refused: $case", async ({ change, code }) => {
    await expect(stateTotal(dinkes, campaign, { ...said, ...change })).rejects.toThrow(code);
    expect(await query("select * from stated_total")).toEqual([]);
  });

  test("is removed once", async () => {
    await stateTotal(dinkes, campaign, said);
    const [total] = await readStatedTotals(dinkes, campaign);
    await removeStatedTotal(dinkes, campaign, total?.id ?? "");

    expect(await found("statedTotal")).toEqual([]);
    await expect(removeStatedTotal(dinkes, campaign, total?.id ?? "")).rejects.toThrow("notFound");
  });

  test("is not for who holds a part of the kabupaten", async () => {
    const part = authorize(dinkes.actor, "quality:review", regionCode.parse("62.03.01"));

    await expect(stateTotal(part, campaign, said)).rejects.toThrow("forbidden");
  });
});
