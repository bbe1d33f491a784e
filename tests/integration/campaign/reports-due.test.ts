import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, expect, it } from "vitest";

import { seededRandom } from "@/lib/coverage/seeded-random";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { Period } from "@/lib/campaign/rhythm";

import { makeCampaign, november } from "../monitor/selat-basarang";
import {
  first,
  isDue,
  last,
  plain,
  randomFacts,
  store,
  storeRound,
  units,
  type Facts,
} from "./due-oracle";

const kecamatanOf = (unit: string) => unit.slice(0, 8);
const placesOf = {
  unit: (unit: string) => unit,
  subdistrict: kecamatanOf,
  district: () => "62.03",
};

type Kind = keyof typeof placesOf;

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  ({ campaign } = await makeCampaign());
  await storeRound();
});

function oracle(facts: Facts, kind: Kind): string[] {
  const due = new Map<string, number>();
  for (const unit of units) {
    for (let day = first; day <= last; day += 1) {
      const key = `${placesOf[kind](unit)} ${november(day)}`;
      if (isDue(facts, unit, day)) due.set(key, (due.get(key) ?? 0) + 1);
    }
  }
  return [...due].map(([key, count]) => `${key} ${String(count)}`).sort();
}

async function stored(
  kind: Kind,
  since: CalendarDay | null = null,
  until: CalendarDay | null = null,
): Promise<string[]> {
  const rows = await query<{ row: string }>(
    `select place_code || ' ' || day || ' ' || due as row
     from reports_due($1, $2, 1, $3, $4::date, $5::date)`,
    [campaign.districtCode, campaign.id, kind, since, until],
  );
  return rows.map(({ row }) => row).sort();
}

it("is what a reading of the rules a unit and day at a time says, in every rhythm", async () => {
  const random = seededRandom(2026);
  for (let turn = 0; turn < 18; turn += 1) {
    const facts = randomFacts(random, turn);
    await store(campaign, facts);
    for (const kind of ["unit", "subdistrict", "district"] as const) {
      expect(await stored(kind), `${facts.rhythm} ${kind}, turn ${String(turn)}`).toEqual(
        oracle(facts, kind),
      );
    }
  }
});

it("asks for the days from one to another alone", async () => {
  const rows = await stored("district", november(10), november(11));
  expect(rows).toEqual([`62.03 ${november(10)} 6`, `62.03 ${november(11)} 6`]);
});

it("ends a month, a quarter and a half-year where the calendar does", async () => {
  await query("update campaign set starts_on = '2026-01-15', ends_on = '2026-12-31'");
  await query(
    `update round set starts_on = '2026-01-15', ends_on = '2026-08-10', sweeping_ends_on = null`,
  );
  const lastDays = async (period: Period) => {
    await query("update campaign set rhythm = 'periods', period = $1", [period]);
    return (await stored("district")).map((row) => row.slice(6, 16));
  };
  expect(await lastDays("month")).toEqual([
    ...["01-31", "02-28", "03-31", "04-30", "05-31", "06-30", "07-31", "08-10"].map(
      (day) => `2026-${day}`,
    ),
  ]);
  expect(await lastDays("quarter")).toEqual(["2026-03-31", "2026-06-30", "2026-08-10"]);
  expect(await lastDays("halfYear")).toEqual(["2026-06-30", "2026-08-10"]);
});

it("closes a place on the days on which all of its units are closed", async () => {
  const closed = async (kind: Kind) =>
    (
      await query<{ row: string }>(
        `select place_code || ' ' || day as row from closed_days($1, $2, 1, $3) order by 1`,
        [campaign.districtCode, campaign.id, kind],
      )
    ).map(({ row }) => row);
  await store(campaign, {
    ...plain,
    closings: [
      ["62.03", 5],
      ["62.03.01", 6],
      ["62.03.01", 29],
      ["62.03.01", 7],
      ["62.03.02", 7],
      ["62.03", 1],
    ],
  });
  const days = (...of: number[]) => of.map(november);

  expect(await closed("district")).toEqual(days(5, 7).map((day) => `62.03 ${day}`));
  expect(await closed("subdistrict")).toEqual([
    ...days(5, 6, 7, 29).map((day) => `62.03.01 ${day}`),
    ...days(5, 7).map((day) => `62.03.02 ${day}`),
  ]);
  expect(await closed("unit")).toHaveLength(4 * 4 + 2 * 2);
});
