import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { beforeAll, beforeEach, describe, expect, test } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { looksCumulative, looksDaily } from "@/lib/report/import/figures-doubt";
import { regionCode } from "@/lib/base/region/code";
import { loadAreas } from "@/prisma/seed/areas";
import { loadDemo } from "@/prisma/seed/demo";
import { makeCampaign, units } from "@/tests/integration/report/campaign";
import { columnKeyOf } from "@/lib/campaign/column-key";

import { cumulative, load, settle, sheet, stands, toldBy } from "./importing";

const mrYoung = columnKeyOf({ intervention: "MR", targetGroup: "young" });

describe("of a file that is loaded", () => {
  let campaign: Campaign;

  beforeEach(async () => {
    await emptyDatabase();
    campaign = await makeCampaign(400);
  });

  async function asked(file: string, terms: Parameters<typeof settle>[2] = {}) {
    const { asking } = await settle(campaign, file, terms);
    return asking.asked.map(({ kind, options, examples }) => ({
      kind,
      examples,
      options: options.map(({ value, ...told }) => [value, "params" in told ? told.params : {}]),
    }));
  }

  describe("totals left at daily figures", () => {
    const file = sheet(
      `${units.hilir};2026-06-01;100`,
      `${units.hilir};2026-06-02;210`,
      `${units.hilir};2026-06-03;330`,
      `${units.hilir};2026-06-04;400`,
    );

    test("are asked about, with what either reading stores", async () => {
      expect((await asked(file))[0]).toEqual({
        kind: "totals",
        examples: [],
        options: [
          ["daily", { doses: 1040 }],
          ["cumulative", { doses: 400 }],
        ],
      });
      await expect(load(campaign, file)).rejects.toThrow("asked: totals far");
    });

    test("are stored as totals once that is the answer", async () => {
      await load(campaign, file, { answers: { totals: "cumulative" } });
      expect(await stands()).toEqual(
        [100, 110, 120, 70].map(
          (doses, at) => `${units.hilir} 2026-06-0${String(at + 1)} MR/young ${String(doses)}`,
        ),
      );
      expect(await query("select distinct figures from submission")).toEqual([
        { figures: "cumulative" },
      ]);
    });

    test("are stored as days once both answers say so", async () => {
      const answers = { totals: "daily", far: "right" };
      await load(campaign, file, { answers });
      expect(await query("select sum(residents)::int as doses from tally")).toEqual([
        { doses: 1040 },
      ]);
      expect(
        await query("select day from submission where above_target_confirmed order by day"),
      ).toHaveLength(1);
    });
  });

  test("a day's count between two totals is asked about, whichever was said", async () => {
    const file = sheet(
      `${units.hilir};2026-06-01;97`,
      `${units.hilir};2026-06-02;8`,
      `${units.hilir};2026-06-03;106`,
      `${units.hulu};2026-06-01;12`,
      `${units.hulu};2026-06-02;48`,
      `${units.hulu};2026-06-03;61`,
    );
    expect(await asked(file)).toMatchObject([{ kind: "totals" }]);
    const asTotals = { figures: "cumulative" as const };
    expect(await asked(file, asTotals)).toEqual([
      {
        kind: "days",
        examples: [],
        options: [
          ["daily", { doses: 332 }],
          ["cumulative", { doses: 167 }],
        ],
      },
    ]);
    expect(toldBy(await load(campaign, file, cumulative))[1]).toBe("3 rejected cumulativeFell");
  });

  describe("a count far above the target", () => {
    const file = sheet(`${units.hilir};2026-06-03;12`, `${units.hulu};2026-06-03;587903`);

    test("names the village, and nothing is stored before the answer", async () => {
      expect(await asked(file)).toMatchObject([
        { kind: "far", examples: ["Selat Hulu 2026-06-03"] },
      ]);
      await expect(load(campaign, file)).rejects.toThrow("asked: far");
      expect(await stands()).toEqual([]);
    });

    test("is stored and remembered as confirmed, or left out and told", async () => {
      const left = await load(campaign, file, { answers: { far: "leave" } });
      expect(toldBy(left)).toEqual(["2 stored", "3 rejected farAboveTarget"]);

      const right = await load(campaign, file, { answers: { far: "right" } });
      expect(toldBy(right)).toEqual(["2 same", "3 stored"]);
      expect(
        await query("select unit_code as unit from submission where above_target_confirmed"),
      ).toEqual([{ unit: units.hulu }]);
    });

    test("is not answered by what was said of another file", async () => {
      const { asking } = await settle(campaign, file);
      const other = await settle(campaign, file.replace("587903", "58790"));
      expect(other.asking.asked[0]?.id).not.toBe(asking.asked[0]?.id);
    });
  });
});

describe("of the demo campaign's own daily figures", () => {
  type Row = { unit: string; day: string; doses: number };
  let rows: readonly Row[];

  beforeAll(async () => {
    await emptyDatabase();
    await loadAreas(databaseUrl);
    await loadDemo(databaseUrl, { today: "2026-06-04", now: new Date("2026-06-04T10:05:00Z") });
    rows = await query<Row>(
      `select unit_code as unit, day::text as day, residents as doses
       from tally join campaign on campaign.id = tally.campaign_id
       where slug = 'bian-kapuas' and residents >= 0 and intervention_code = 'MR'
         and target_group_code = (select min(target_group_code) from tally
                                  where intervention_code = 'MR')`,
    );
  });

  function filed(of: (row: Row) => boolean) {
    return rows.filter(of).map(({ unit, day, doses }) => ({
      unit: {
        code: unit,
        name: unit,
        kind: "village" as const,
        regionCode: regionCode.parse(unit),
        subdistrictCode: regionCode.parse(unit.slice(0, 8)),
        subdistrictName: "",
      },
      round: 1,
      day,
      zero: false,
      counts: [
        { intervention: "MR", targetGroup: "young", head: "MR", value: doses, nonResidents: 0 },
      ],
    }));
  }

  function storedBefore(day: string) {
    return rows.filter((row) => row.day < day).map((row) => ({ ...row, round: 1, cell: mrYoung }));
  }

  test("nobody is asked: as a whole, by kecamatan, by week, or by day over what stands", () => {
    const days = [...new Set(rows.map(({ day }) => day))].sort();
    const subdistricts = [...new Set(rows.map(({ unit }) => unit.slice(0, 8)))];
    expect(days.length).toBeGreaterThan(10);
    const notFar = { isFar: false };
    expect(
      looksCumulative(
        filed(() => true),
        [],
        notFar,
      ),
    ).toBe(false);
    const doubted = [
      ...subdistricts.filter((code) =>
        looksCumulative(
          filed(({ unit }) => unit.startsWith(code)),
          [],
          notFar,
        ),
      ),
      ...days.filter((first, at) => {
        const last = days[at + 6] ?? "9";
        const week = filed(({ day }) => day >= first && day <= last);
        return looksCumulative(week, storedBefore(first), notFar);
      }),
      ...days.filter((on) =>
        looksCumulative(
          filed(({ day }) => day === on),
          storedBefore(on),
          notFar,
        ),
      ),
    ];
    expect(doubted).toEqual([]);
    // The same figures said to be totals fall at once.
    expect(
      looksDaily(
        filed(() => true),
        [],
      ),
    ).toBe(true);
  });

  test("a village by itself is asked about in few files of a week", () => {
    const villages = [...new Set(rows.map(({ unit }) => unit))];
    const days = [...new Set(rows.map(({ day }) => day))].sort().slice(0, 7);
    const doubted = villages.filter((code) =>
      looksCumulative(
        filed(({ unit, day }) => unit === code && days.includes(day)),
        [],
        {
          isFar: false,
        },
      ),
    );
    expect(doubted.length).toBeLessThanOrEqual(villages.length * 0.03);
  });
});
