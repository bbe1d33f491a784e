import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { beforeAll, describe, expect, it } from "vitest";

import { instantOf, localDay } from "@/lib/base/time/time-zone";
import { loadAreas } from "@/prisma/seed/areas";
import { loadDemo } from "@/prisma/seed/demo";
import { planKapuas } from "@/prisma/seed/demo/kapuas";
import type { Village } from "@/prisma/seed/demo/villages";

const setting = { today: "2026-06-04", now: new Date("2026-06-04T10:05:00Z") };
const kapuas = "(select id from campaign where slug = 'bian-kapuas')";

beforeAll(async () => {
  await emptyDatabase();
  await loadAreas(databaseUrl);
  await loadDemo(databaseUrl, setting);
});

describe("the demo campaign of Kapuas", () => {
  it("is marked as a sample and stands on day 18 of 31", async () => {
    expect(
      await query(
        `select slug, is_sample, is_demo, starts_on::text, ends_on::text, report_cut_off::text,
                (select count(*)::int from reporting_unit where campaign_id = id) as units,
                (select count(distinct subdistrict_code)::int from reporting_unit where campaign_id = id) as subdistricts
         from campaign where slug = 'bian-kapuas'`,
      ),
    ).toEqual([
      {
        slug: "bian-kapuas",
        is_sample: true,
        is_demo: true,
        starts_on: "2026-05-18",
        ends_on: "2026-06-17",
        report_cut_off: "16:00:00",
        units: 231,
        subdistricts: 17,
      },
    ]);
  });

  it("says why its two thin days were thin", async () => {
    expect(
      await query(
        `select day::text, kind, received::int
         from day_note as note
         join place_day_reports as report using (district_code, campaign_id, day)
         where note.campaign_id = ${kapuas} and place_kind = 'district'
           and report.place_code = note.place_code
         order by day`,
      ),
    ).toEqual([
      { day: "2026-05-24", kind: "weather", received: 170 },
      { day: "2026-05-27", kind: "holiday", received: 86 },
    ]);
  });

  it("adds up to the design's figures", async () => {
    expect(
      await query(
        `select intervention_code as intervention, sum(people)::int as people,
                (select sum(residents)::int from place_total as total
                 where total.campaign_id = target.campaign_id and place_kind = 'district'
                   and total.intervention_code = target.intervention_code) as doses
         from place_target as target
         where campaign_id = ${kapuas} and place_kind = 'district' and source = 'local'
         group by campaign_id, 1 order by 1`,
      ),
    ).toEqual([
      { intervention: "DPT-HB-Hib", people: 5_184, doses: 4_207 },
      { intervention: "IPV", people: 12_911, doses: 4_957 },
      { intervention: "MR", people: 85_032, doses: 41_672 },
      { intervention: "OPV", people: 9_654, doses: 4_634 },
    ]);
  });

  it("has one kecamatan above 100 %, a good one, a late one and a silent one", async () => {
    const coverage = await readCoverage("subdistrict");
    expect(coverage.filter(({ percent }) => Number(percent) > 100)).toEqual([
      { code: "62.03.02", percent: "102.9" },
    ]);
    expect(coverage).toContainEqual({ code: "62.03.08", percent: "66.6" });
    expect(coverage).toContainEqual({ code: "62.03.09", percent: "26.3" });
    expect(coverage).toContainEqual({ code: "62.03.15", percent: null });
  });

  it("has twelve villages past the MR goal", async () => {
    const coverage = await readCoverage("unit");
    expect(coverage.filter(({ percent }) => Number(percent) >= 95)).toHaveLength(12);
  });

  it("waits for 72 villages today, five of them in Selat, and is under three quarters", async () => {
    const [today] = await query<{ received: number; complete: number; selat: number }>(
      `select count(*)::int as received,
              count(*) filter (where unit_code like '62.03.01.%')::int as selat,
              (select count(*)::int from place_day_reports as reports
               where campaign_id = ${kapuas} and day = '2026-06-04' and place_kind = 'subdistrict'
                 and received = (select count(*) from reporting_unit as unit
                                 where unit.campaign_id = reports.campaign_id
                                   and subdistrict_code = place_code)) as complete
       from daily_report where campaign_id = ${kapuas} and day = '2026-06-04'`,
    );
    expect(today).toEqual({ received: 159, complete: 11, selat: 5 });
    expect(
      await query(
        `select unit_code from daily_report
         where unit_code like '62.03.01.%' and day = '2026-06-04' and is_zero`,
      ),
    ).toEqual([{ unit_code: "62.03.01.2020" }]);
  });

  it("is quieter on Sundays and on the holiday", async () => {
    const days = await query<{ day: number; received: number; isComplete: boolean }>(
      `select (day - '2026-05-17')::int as day, received::int, received >= 0.75 * 231 as "isComplete"
       from place_day_reports where campaign_id = ${kapuas} and place_kind = 'district' order by day`,
    );
    expect(days).toHaveLength(18);
    expect(days.filter(({ isComplete }) => !isComplete).map(({ day }) => day)).toEqual([7, 10, 18]);
  });

  it("has nihil reports, corrections with their history, and doses of non-residents", async () => {
    const [few] = await query<Record<string, number>>(
      `select (select count(*)::int from daily_report where is_zero) as nihil,
              (select count(*)::int from daily_report where version = 2) as corrected,
              (select count(*)::int from tally_history) as history,
              (select count(*)::int from tally where non_residents > 0) as visitors,
              (select count(*)::int from daily_report as report
               where is_zero = exists (select from tally
                 where (tally.campaign_id, tally.unit_code, tally.day)
                     = (report.campaign_id, report.unit_code, report.day))) as muddled`,
    );
    expect(few?.["nihil"]).toBeGreaterThan(20);
    expect(few?.["corrected"]).toBeGreaterThan(5);
    expect(few?.["history"]).toBe(few?.["corrected"]);
    expect(few?.["visitors"]).toBeGreaterThan(50);
    expect(few?.["muddled"]).toBe(0);
  });

  it("has a submission for each version of a report, and nothing from the future", async () => {
    expect(
      await query(
        `select (select count(*) from submission)
                  = (select sum(version) from daily_report) as "hasAll",
                (select max(received_at) from submission) <= $1 as "isPast",
                (select bool_and(via = 'seed') from submission) as "isSeed"`,
        [setting.now],
      ),
    ).toEqual([{ hasAll: true, isPast: true, isSeed: true }]);
  });

  it("counts a report as late when it came after the cut-off", async () => {
    expect(
      await query(
        `select count(*)::int as wrong from daily_report where campaign_id = ${kapuas}
         and is_on_time <> (first_received_at at time zone 'Asia/Jakarta' < day + time '16:00')`,
      ),
    ).toEqual([{ wrong: 0 }]);
  });
});

describe("the plan of Kapuas", () => {
  it.each(["2026-06-04", "2026-06-05", "2026-06-06", "2026-06-07", "2026-06-08", "2026-06-09"])(
    "tells the same story when the first start is on %s, just after midnight",
    async (today) => {
      const now = instantOf(today, "00:10", "Asia/Jakarta");
      const villages = await query<Village>(
        `select code, name, parent_code as "subdistrictCode" from region
         where code like '62.03.%' and level = 4 order by code`,
      );
      const { reports } = planKapuas({ today, now, villages, accountIds: new Map() });

      const measles = reports
        .flatMap(({ tallies, correction }) => correction?.tallies ?? tallies)
        .filter(({ intervention }) => intervention === "MR")
        .reduce((sum, { residents }) => sum + residents, 0);
      expect(measles).toBe(41_672);
      expect(reports.filter(({ day }) => day === today)).toHaveLength(159);
      expect(reports.filter(({ receivedAt }) => receivedAt > now)).toEqual([]);
      expect(
        reports.filter(({ day, receivedAt }) => localDay(receivedAt, "Asia/Jakarta") !== day),
      ).toEqual([]);
      expect(new Set(reports.map(({ submissionId }) => submissionId)).size).toBe(reports.length);
    },
  );
});

describe("the published campaign of Gunung Mas", () => {
  it("holds the printed counts and totals and is no sample", async () => {
    const rows = await query(
      `select unit.name, people::int, residents::int, is_sample
       from campaign
       join reporting_unit as unit on unit.campaign_id = campaign.id
       join place_target as target on target.campaign_id = campaign.id and target.place_code = unit.code
       join place_total as total on total.campaign_id = campaign.id and total.place_code = unit.code
       where slug = 'bian-gunung-mas-2022' and target.place_kind = 'unit' and total.place_kind = 'unit'
       order by people desc`,
    );
    expect(rows).toHaveLength(12);
    expect(rows).toContainEqual({
      name: "Puskesmas Tampang Tumbang Anjir",
      people: 2_197,
      residents: 1_397,
      is_sample: false,
    });
    expect(rows[0]).toEqual({
      name: "6 puskesmas lain (tidak dirinci sumber)",
      people: 7_647,
      residents: 5_902,
      is_sample: false,
    });
    expect(
      await query(
        "select residents::int from place_total where district_code = '62.10' and place_kind = 'district'",
      ),
    ).toEqual([{ residents: 22_730 }]);
  });
});

/** MR coverage by the local source in percent with one decimal; null: never reported. */
async function readCoverage(placeKind: string) {
  return query<{ code: string; percent: string | null }>(
    `select place_code as code, round(100.0 * max(doses) / sum(people), 1)::text as percent
     from (select target.*, (select sum(residents) from place_total as total
                             where (total.campaign_id, total.place_kind, total.place_code, total.intervention_code)
                                 = (target.campaign_id, target.place_kind, target.place_code, target.intervention_code)
                            ) as doses
           from place_target as target
           where campaign_id = ${kapuas} and place_kind = $1 and source = 'local'
             and intervention_code = 'MR') as known
     group by 1 order by 1`,
    [placeKind],
  );
}
