import { usualLimit } from "@/lib/coverage/unusual";
import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";
import { columnKeyOf } from "@/lib/campaign/column-key";
import { unitDayKeyOf, unitRoundKeyOf } from "@/lib/report/report-key";
import { groupBy } from "@/lib/base/group-by";

import type { PeopleOf } from "./coverage-rules";
import {
  unitFinding,
  type Finding,
  type FindingRow,
  type NamedPlace,
  type UnitPlace,
} from "./finding";
import { columnOf, type Series } from "./series";

/**
 * `unusualDay`: a count above the usual of its column, by the same limit that the entry screens warn
 * with (`usualLimit`), or far below it. The usual is that of up to seven earlier days of the round;
 * of the first days, which have no three before them, that of the days after.
 *
 * A low count is told with more care, because much else makes one: not of a round's first days, when
 * teams begin; not where fewer people remain than a usual day takes; not of a day that is still going
 * on or of sweeping. A day without doses is `zeroDay`'s and completeness's to tell.
 *
 * @param deviations the campaign's setting.
 */
export function unusualDay(
  all: readonly Series[],
  deviations: number,
  { peopleOf, isFullDay }: Expectation,
): Finding[] {
  const rows = all.flatMap((series) => {
    const counts = series.days.map(({ residents }) => Math.max(0, residents));
    // The days that bring doses, so far: only the last seven are ever looked at.
    let recent: readonly number[] = [];
    let remaining = peopleOf(series) ?? Infinity;
    return series.days.flatMap(({ day, residents }, index) => {
      const left = remaining;
      remaining -= residents;
      if (residents <= 0) return [];
      const before = usualLimit(recent, deviations);
      recent = [...recent.slice(-6), residents];
      const usual = before ?? usualLimit(withoutOne(counts, index).slice(0, 7), deviations);
      if (usual === null) return [];
      const { median, limit, low } = usual;
      const row = (kind: "unusual" | "unusuallyLow", of: number) =>
        dayRow(series, day, {
          kind,
          column: columnOf(series),
          values: { residents, median, limit: Math.floor(of) },
        });
      if (residents > limit) return [row("unusual", limit)];
      const isLow = before !== null && residents < low && left >= median;
      return isLow && isFullDay(series, day) ? [row("unusuallyLow", Math.ceil(low))] : [];
    });
  });
  return byUnitDay(rows).map((found) => reportFinding("unusualDay", found));
}

/** What the usual of a day depends on beside the counts. */
export type Expectation = {
  readonly peopleOf: PeopleOf;
  /** A service day of the round and unit that is over: sweeping, a closed day and today bring less. */
  readonly isFullDay: (of: Pick<Series, "round" | "unit">, day: CalendarDay) => boolean;
};

/**
 * `cumulativeFell`, of stored reports: a day that takes doses back, because a cumulative figure was
 * corrected downwards.
 */
export function negativeDay(all: readonly Series[]): Finding[] {
  const rows = all.flatMap((series) => {
    let before = 0;
    return series.days.flatMap(({ day, residents }) => {
      const after = before + residents;
      const values = { before, after, residents };
      before = after;
      if (residents >= 0) return [];
      return [dayRow(series, day, { kind: "negative", column: columnOf(series), values })];
    });
  });
  return byUnitDay(rows).map((found) => reportFinding("cumulativeFell", found));
}

/** Two small days may be alike by chance; from this many doses a day on it is a copy. */
export const copiedFrom = 20;

/**
 * `identicalDays`: the same counts in every column, of residents and of others, on consecutive days,
 * 20 doses a day or more. One finding for a run of days.
 */
export function identicalDays(all: readonly Series[]): Finding[] {
  return [
    ...groupBy(all, ({ unit, round }) => unitRoundKeyOf({ unit: unit.code, round })).values(),
  ].flatMap((of) => {
    const days = dayVectors(of);
    return runsOf(days).flatMap((run) => {
      const [first, last, unit] = [run[0], run.at(-1), of[0]?.unit];
      if (!first || !last || !unit) return [];
      return unitFinding(unit, {
        rule: "identicalDays",
        subject: unitDayKeyOf({ unit: unit.code, day: first.day }),
        day: last.day,
        rows: [
          {
            kind: "identical",
            values: { days: run.length, doses: first.doses, from: first.day, to: last.day },
          },
        ],
        remedy: { kind: "report", unit: unit.code, day: last.day },
      });
    });
  });
}

type DayVector = { readonly day: CalendarDay; readonly counts: string; readonly doses: number };

/** The days with enough doses to be a copy, in order; the others are not worth comparing. */
function dayVectors(columns: readonly Series[]): DayVector[] {
  const days = new Map<CalendarDay, { doses: number; cells: string[] }>();
  for (const { days: counted, ...column } of columns) {
    for (const { day, residents, nonResidents } of counted) {
      const vector = days.get(day) ?? { doses: 0, cells: [] };
      vector.doses += residents + nonResidents;
      vector.cells.push(`${columnKeyOf(column)}=${residents}+${nonResidents}`);
      days.set(day, vector);
    }
  }
  return [...days]
    .filter(([, { doses }]) => doses >= copiedFrom)
    .map(([day, { doses, cells }]) => ({ day, doses, counts: cells.sort().join() }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Stretches of two or more consecutive days with the same counts. */
function runsOf(days: readonly DayVector[]): DayVector[][] {
  const runs: DayVector[][] = [];
  for (const each of days) {
    const before = runs.at(-1)?.at(-1);
    const goesOn = before?.counts === each.counts && addDays(before.day, 1) === each.day;
    if (goesOn) runs.at(-1)?.push(each);
    else runs.push([each]);
  }
  return runs.filter(({ length }) => length > 1);
}

/** What came on one service day from a subdistrict, or from the whole kabupaten (place null). */
export type PlaceDay = {
  readonly place: NamedPlace | null;
  readonly day: CalendarDay;
  readonly reports: number;
  /** Of residents and others. */
  readonly doses: number;
};

/** Fewer reports with nothing in them are a quiet day of a small place. */
export const minReports = 3;

/**
 * `zeroDay`: reports came in and all of them say that nothing was given; or service days of the
 * whole kabupaten have no report at all, one finding for a run of them. A subdistrict's day is not
 * told where the kabupaten's is.
 *
 * @param days past service days; a day of the kabupaten on which reports were due and none came is
 * among them with 0.
 */
export function zeroDay(days: readonly PlaceDay[]): Finding[] {
  const whole = days.filter(({ place, doses }) => place === null && doses === 0);
  const told = new Set(whole.map(({ day }) => day));
  const parts = days.filter(
    ({ place, day, doses, reports }) =>
      place !== null && doses === 0 && reports >= minReports && !told.has(day),
  );
  const nihil = [...whole.filter(({ reports }) => reports > 0), ...parts].map(
    ({ place, day, reports }) =>
      dayFinding(place, day, { kind: "zeroReports", values: { reports } }),
  );
  const silent = whole.filter(({ reports }) => reports === 0).map(({ day }) => day);
  return [
    ...nihil,
    ...stretches(silent).map(({ from, to, days: length }) =>
      dayFinding(null, from, { kind: "noReports", values: { days: length, from, to } }),
    ),
  ];
}

/** Consecutive days as the first and last of each stretch. */
function stretches(days: readonly CalendarDay[]) {
  const found: { from: CalendarDay; to: CalendarDay; days: number }[] = [];
  for (const day of [...days].sort()) {
    const last = found.at(-1);
    if (last && addDays(last.to, 1) === day) Object.assign(last, { to: day, days: last.days + 1 });
    else found.push({ from: day, to: day, days: 1 });
  }
  return found;
}

function dayFinding(place: NamedPlace | null, day: CalendarDay, row: FindingRow): Finding {
  return {
    rule: "zeroDay",
    subject: unitDayKeyOf({ unit: place?.code ?? "", day }),
    place,
    subdistrict: place,
    day,
    resolver: place ? "subdistrict" : "healthOffice",
    rows: [row],
    remedy: { kind: "day", subdistrict: place?.code ?? null, day },
  };
}

type DayRow = { readonly unit: UnitPlace; readonly day: CalendarDay; readonly row: FindingRow };

function dayRow({ unit }: Series, day: CalendarDay, row: FindingRow): DayRow {
  return { unit, day, row };
}

function byUnitDay(rows: readonly DayRow[]): (DayRow & { rows: FindingRow[] })[] {
  return [
    ...groupBy(rows, ({ unit, day }) => unitDayKeyOf({ unit: unit.code, day })).values(),
  ].flatMap((of) => (of[0] ? [{ ...of[0], rows: of.map(({ row }) => row) }] : []));
}

function reportFinding(
  rule: "unusualDay" | "cumulativeFell",
  { unit, day, rows }: DayRow & { readonly rows: readonly FindingRow[] },
): Finding {
  return unitFinding(unit, {
    rule,
    subject: unitDayKeyOf({ unit: unit.code, day }),
    day,
    rows,
    remedy: { kind: "report", unit: unit.code, day },
  });
}

function withoutOne(counts: readonly number[], index: number): number[] {
  return counts.filter((_, each) => each !== index);
}
