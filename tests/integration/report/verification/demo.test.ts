import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { beforeAll, describe, expect, it } from "vitest";

import { loadAreas } from "@/prisma/seed/areas";
import { loadDemo } from "@/prisma/seed/demo";

const now = new Date("2026-06-04T13:00:00Z");
const kapuas = "(select id from campaign where slug = 'bian-kapuas')";

beforeAll(async () => {
  await emptyDatabase();
  await loadAreas(databaseUrl);
  await loadDemo(databaseUrl, { today: "2026-06-04", now });
});

describe("the demo campaign of Kapuas", () => {
  it("has most reports older than three days verified, and younger ones waiting", async () => {
    const [older, younger] = await query<{ verified: number; reports: number }>(
      `select count(*) filter (where status = 'verified')::int as verified, count(*)::int as reports
       from daily_report where campaign_id = ${kapuas}
       group by day > '2026-06-01' order by day > '2026-06-01'`,
    );
    expect((older?.verified ?? 0) / (older?.reports ?? 1)).toBeGreaterThan(0.9);
    // Selat Tengah of today, as the entry screen's picture shows it.
    expect(younger?.verified).toBe(1);
  });

  it("has two returned reports, with reasons that say they are invented", async () => {
    const returned = await query<{ reason: string }>(
      `select unit_code as unit, day::text, return_reason as reason from daily_report
       where campaign_id = ${kapuas} and status = 'returned' order by day desc`,
    );
    expect(returned).toMatchObject([
      { unit: "62.03.01.1007", day: "2026-06-03" },
      { day: "2026-06-02" },
    ]);
    expect(returned.every(({ reason }) => reason.endsWith("(contoh)"))).toBe(true);
  });

  it("is open until tomorrow for the camats who can sign in, and has a question to answer", async () => {
    expect(
      await query(
        `select place_code as place, day::text, decision, opens_until from day_reopening
         order by decision, place_code`,
      ),
    ).toEqual([
      ...["62.03.01", "62.03.09"].map((place) => ({
        place,
        day: "2026-06-04",
        decision: "opened",
        opens_until: new Date("2026-06-05T13:00:00Z"),
      })),
      { place: "62.03.09", day: "2026-06-03", decision: null, opens_until: null },
    ]);
  });

  it("has in its totals what nobody has verified", async () => {
    expect(await query("select * from campaign, roll_up_differences(district_code, id)")).toEqual(
      [],
    );
  });
});
