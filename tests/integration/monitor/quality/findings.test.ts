import { query, rewrite } from "@/tests/support/database";

import { beforeEach, describe, expect, test } from "vitest";

import { authorize } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { readFindings } from "@/lib/monitor/quality/server/queries";
import { regionCode } from "@/lib/base/region/code";

import { actorOf, today, units } from "../../report/campaign";
import { mr, mrOld, opv, report, submit } from "../../report/sending";
import { campaignInOrder, dinkes, found, reported } from "./reviewing";

let campaign: Campaign;

beforeEach(async () => {
  campaign = await campaignInOrder();
});

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

    await rewrite("update tally set residents = 2 where day = '2026-06-02' and residents = 12");
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

    await rewrite(
      "update tally set residents = residents * case when day = '2026-06-02' then 6 else 1 end",
    );
    await rewrite("update tally set residents = 17 where day = '2026-06-03'");
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
    await rewrite(
      `insert into daily_report (district_code, campaign_id, round_number, unit_code, day,
                                 submission_id, is_on_time, submitted_at)
       select district_code, campaign_id, 2, unit_code, day, id, true, now() from submission
       where round_number = 2`,
    );
    await rewrite(
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
         insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
         select district_code, id, 'local', '2026-05-20', '2026-05-20' from campaign returning *)
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

  test("tell of a changed target population however often the same figures are loaded", async () => {
    const loaded = (people: number, at: string) =>
      query(
        `with newer as (
           insert into target_set (district_code, campaign_id, source, as_of, in_force_from, created_at)
           select district_code, id, 'local', '2026-05-20', '2026-05-20', $3::timestamptz from campaign returning *)
         insert into target_population
         select district_code, campaign_id, id, $1, 'MR', 'young', 0, $2 from newer`,
        [units.hilir, people, at],
      );
    const told = async () => {
      await query("select refresh_place_target(district_code, id) from campaign");
      return (await found("target")).map(({ rows }) => rows[0]?.values);
    };
    await query("update target_set set created_at = '2026-05-01T00:00:00Z'");
    await reported("2026-06-01", [mr(5)]);
    await query("update submission set received_at = '2026-06-01T08:00:00Z'");

    await loaded(110, "2026-06-02T01:00:00Z");
    expect(await told()).toEqual([]);
    await loaded(130, "2026-06-02T02:00:00Z");
    expect(await told()).toEqual([{ before: 100, after: 130 }]);
    await loaded(130, "2026-06-03T01:00:00Z");
    await reported("2026-06-02", [mr(6)]);
    expect(await told()).toEqual([{ before: 100, after: 130 }]);

    await loaded(100, "2026-06-05T00:00:00Z");
    expect(await told()).toEqual([{ before: 130, after: 100 }]);
  });

  test("tell of a target population of a round that differs from that of every round", async () => {
    await query(
      `with newer as (
         insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
         select district_code, id, 'local', '2026-05-20', '2026-05-20' from campaign returning *)
       insert into target_population
       select district_code, campaign_id, id, $1, 'MR', 'young', 1, 130 from newer`,
      [units.hilir],
    );
    await query("select refresh_place_target(district_code, id) from campaign");

    expect((await found("target")).map(({ rows }) => rows[0]?.values)).toEqual([
      { before: 100, after: 130 },
    ]);
  });

  test("tell of a count far below usual, once its day is over", async () => {
    await query("update target_population set people = 500 where unit_code = $1", [units.hilir]);
    await query("select refresh_place_target(district_code, id) from campaign");
    for (const [day, doses] of [
      ["2026-06-01", 60],
      ["2026-06-02", 66],
      ["2026-06-03", 63],
      ["2026-06-04", 6],
    ] as const) {
      await reported(day, [mr(doses)]);
    }

    expect(await found("unusualDay")).toEqual([]);
    expect(await found("unusualDay", dinkes, "2026-06-05")).toMatchObject([
      { day: "2026-06-04", rows: [{ kind: "unusuallyLow", values: { residents: 6, median: 63 } }] },
    ]);
  });

  test("tell of identical days and of days of nothing but zeros", async () => {
    for (const day of ["2026-06-01", "2026-06-02"]) await reported(day, [mr(15), mrOld(9)]);

    expect(await found("identicalDays")).toMatchObject([{ day: "2026-06-02" }]);
    await rewrite("update tally set non_residents = 2 where day = '2026-06-02' and residents = 9");
    expect(await found("identicalDays")).toEqual([]);
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
    await rewrite(
      `insert into daily_report (district_code, campaign_id, round_number, unit_code, day,
                                 submission_id, is_on_time, submitted_at, submitted_by)
       select report.district_code, report.campaign_id, 1, unit.code, each::date, submission_id, true,
              now(), submitted_by
       from daily_report as report, reporting_unit as unit,
            generate_series('2026-06-01'::date, '2026-06-08', '1 day') as each
       on conflict do nothing`,
    );
    await rewrite(
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
    await rewrite(
      `insert into tally (district_code, campaign_id, round_number, unit_code, day,
                          intervention_code, target_group_code, residents, submission_id)
       select district_code, campaign_id, 1, unit_code, day, 'IPV', 'young', 20, submission_id
       from daily_report`,
    );
    expect(await found("digitPreference")).toMatchObject([
      { place: { name: "Camat Selat" }, rows: [{ values: { counts: 128 } }] },
    ]);

    // Who sent the versions that stand did not write the counts that they left as they were.
    await rewrite("update daily_report set submitted_by = null");
    expect(await found("digitPreference")).toMatchObject([
      { place: { name: "Camat Selat" }, rows: [{ values: { counts: 128 } }] },
    ]);
  });

  test("tell of rejected lines of an import until the unit's report of that day comes", async () => {
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
