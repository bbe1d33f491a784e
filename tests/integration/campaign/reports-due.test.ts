import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { beforeEach, expect, it } from "vitest";

import { seededRandom } from "@/lib/coverage/seeded-random";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { HasRhythm, Period } from "@/lib/campaign/rhythm";

import { basarang, makeCampaign, november, report, selat } from "../monitor/selat-basarang";

const units = [...selat, ...basarang];
const kecamatanOf = (unit: string) => unit.slice(0, 8);
const placesOf = {
  unit: (unit: string) => unit,
  subdistrict: kecamatanOf,
  district: () => "62.03",
};

type Kind = keyof typeof placesOf;

/** Everything that decides who owes a report, as random tries choose it. */
type Facts = HasRhythm & {
  /** "62.03" or a kecamatan, and day of November. */
  readonly closings: readonly (readonly [place: string, day: number])[];
  readonly joinedOn: ReadonlyMap<string, number>;
  /** "unit/day" of November. */
  readonly reported: ReadonlySet<string>;
};

/** The round's service days: 3 to 28 November, with sweeping until the 30th. */
const [first, last] = [3, 28];

let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  ({ campaign } = await makeCampaign());
  await query("update round set starts_on = $1, ends_on = $2, sweeping_ends_on = $3", [
    november(first),
    november(last),
    november(30),
  ]);
});

function isClosed({ closings }: Facts, unit: string, day: number): boolean {
  return closings.some(([place, on]) => on === day && unit.startsWith(place));
}

/** The last open day of each period that the unit is in, unless it reported in that period. */
function plannedInPeriods(facts: Facts & { readonly period: Period }, unit: string): number[] {
  // All of it lies in November: one month, one quarter, one half-year.
  const days = daysOf(facts, unit);
  const isReported = days.some((day) => facts.reported.has(`${unit}/${String(day)}`));
  const open = days.filter((day) => !isClosed(facts, unit, day));
  return isReported ? [] : open.slice(-1);
}

function daysOf({ joinedOn }: Facts, unit: string): number[] {
  const from = Math.max(first, joinedOn.get(unit) ?? 0);
  return Array.from({ length: 31 }, (_, day) => day).filter((day) => day >= from && day <= last);
}

/** Said once more, a unit and a day at a time: planned, or reported all the same. */
function isDue(facts: Facts, unit: string, day: number): boolean {
  if (day < first || day > last) return false;
  if (facts.reported.has(`${unit}/${String(day)}`)) return true;
  const { rhythm, period } = facts;
  if (rhythm === "sessions") return false;
  if (period !== null) return plannedInPeriods({ ...facts, period }, unit).includes(day);
  return daysOf(facts, unit).includes(day) && !isClosed(facts, unit, day);
}

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

async function store(facts: Facts): Promise<void> {
  await query("update campaign set rhythm = $1, period = $2", [facts.rhythm, facts.period]);
  await query("delete from day_note");
  for (const [place, day] of facts.closings) {
    await query(
      `insert into day_note (district_code, campaign_id, place_code, day, kind, note, closes)
       values ($1, $2, $3, $4, 'holiday', 'Libur', true)`,
      [campaign.districtCode, campaign.id, place, november(day)],
    );
  }
  for (const unit of units) {
    const day = facts.joinedOn.get(unit);
    await query("update reporting_unit set reports_from = $1 where code = $2", [
      day === undefined ? null : november(day),
      unit,
    ]);
  }
  await rewrite("delete from daily_report");
  for (const each of facts.reported) {
    const [unit = "", day = ""] = each.split("/");
    await report(campaign, [unit], [Number(day), Number(day)]);
  }
}

it("is what a reading of the rules a unit and day at a time says, in every rhythm", async () => {
  const random = seededRandom(2026);
  const day = () => 1 + Math.floor(random() * 30);
  const some = (share: number) => random() < share;
  const periods = ["month", "quarter", "halfYear"] as const;
  for (let turn = 0; turn < 12; turn += 1) {
    const rhythm = (["daily", "sessions", "periods"] as const)[turn % 3] ?? "daily";
    const facts: Facts = {
      rhythm,
      period: rhythm === "periods" ? (periods[Math.floor(random() * 3)] ?? "month") : null,
      closings: [
        ...(some(0.7) ? ([["62.03", day()]] as const) : []),
        ...(some(0.7) ? ([["62.03.01", day()]] as const) : []),
        ["62.03.02", day()],
        // The last day of the round, so that periods end earlier.
        ...(some(0.5) ? ([["62.03", last]] as const) : []),
      ],
      joinedOn: new Map(units.flatMap((unit) => (some(0.3) ? [[unit, day()] as const] : []))),
      reported: new Set(
        units.flatMap((unit) =>
          some(0.6)
            ? Array.from({ length: 2 }, () => `${unit}/${String(first + (day() % 28))}`)
            : [],
        ),
      ),
    };
    await store(facts);
    for (const kind of ["unit", "subdistrict", "district"] as const) {
      expect(await stored(kind), `${rhythm} ${kind}, turn ${String(turn)}`).toEqual(
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
  const facts: Facts = {
    rhythm: "daily",
    period: null,
    closings: [
      ["62.03", 5],
      ["62.03.01", 6],
      ["62.03.01", 29],
      ["62.03.01", 7],
      ["62.03.02", 7],
      ["62.03", 1],
    ],
    joinedOn: new Map(),
    reported: new Set(),
  };
  await store(facts);
  const days = (...of: number[]) => of.map(november);

  expect(await closed("district")).toEqual(days(5, 7).map((day) => `62.03 ${day}`));
  expect(await closed("subdistrict")).toEqual([
    ...days(5, 6, 7, 29).map((day) => `62.03.01 ${day}`),
    ...days(5, 7).map((day) => `62.03.02 ${day}`),
  ]);
  expect(await closed("unit")).toHaveLength(4 * 4 + 2 * 2);
});
