import { unitDayKeyOf } from "@/lib/report/report-key";

import { unitFinding, type Finding, type FindingRow } from "./finding";
import { cellOfSeries, columnOf, grouped, totalOf, type Series } from "./series";

/** People in force of a column of a unit in a round; null: not loaded. */
export type PeopleOf = (series: Omit<Series, "days">) => number | null;

/**
 * `aboveTarget`: more doses than the target population, unit by unit, a row for each column and
 * round. A target population of 0 or none is `target`'s to tell.
 */
export function aboveTarget(all: readonly Series[], peopleOf: PeopleOf): Finding[] {
  return byUnit(all, (series) => {
    const [people, doses] = [peopleOf(series), totalOf(series)];
    return people !== null && people > 0 && doses > people
      ? [
          {
            kind: "above",
            column: columnOf(series),
            values: { doses, people, round: series.round },
          },
        ]
      : [];
  }).map(({ unit, rows }) =>
    unitFinding(unit, {
      rule: "aboveTarget",
      subject: unit.code,
      day: null,
      resolver: "healthOffice",
      rows,
      remedy: {
        kind: "targets",
        subdistrict: unit.subdistrict?.code ?? null,
        unit: unit.code,
      },
    }),
  );
}

/**
 * `moreThanRemaining`: the day whose count was larger than what its column's target population had
 * left. Only that day: after it nothing is left, and `aboveTarget` tells of the rest, until doses
 * are taken back and a later day passes it anew.
 */
export function moreThanRemaining(all: readonly Series[], peopleOf: PeopleOf): Finding[] {
  const crossings = all.flatMap((series) => {
    const people = peopleOf(series);
    if (people === null || people === 0) return [];
    let remaining = people;
    return series.days.flatMap(({ day, residents }) => {
      const left = remaining;
      remaining -= residents;
      return left >= 0 && residents > left ? [{ series, day, residents, remaining: left }] : [];
    });
  });
  return [
    ...grouped(crossings, ({ series, day }) => unitDayKeyOf({ unit: series.unit.code, day })),
  ].flatMap(([subject, of]) => {
    const [first] = of;
    if (!first) return [];
    const { day, series } = first;
    return unitFinding(series.unit, {
      rule: "moreThanRemaining",
      subject,
      day,
      rows: of.map((each) => ({
        kind: "moreThanRemaining",
        column: columnOf(each.series),
        values: { residents: each.residents, remaining: each.remaining },
      })),
      remedy: { kind: "report", unit: series.unit.code, day },
    });
  });
}

/**
 * `laterRoundAbove`: more doses in a later round than in the first, of the same column in the same
 * unit. Who is reached twice was reached once before.
 */
export function laterRoundAbove(all: readonly Series[]): Finding[] {
  const firstRounds = new Map(
    all.filter(({ round }) => round === 1).map((series) => [cellOfSeries(series), totalOf(series)]),
  );
  return byUnit(all, (series) => {
    const [first, later] = [firstRounds.get(cellOfSeries(series)) ?? 0, totalOf(series)];
    return series.round > 1 && later > first
      ? [
          {
            kind: "laterRound",
            column: columnOf(series),
            values: { later, first, round: series.round },
          },
        ]
      : [];
  }).map(({ unit, rows }) =>
    unitFinding(unit, {
      rule: "laterRoundAbove",
      subject: unit.code,
      day: null,
      rows,
      remedy: { kind: "coverage", place: unit.code },
    }),
  );
}

function byUnit(all: readonly Series[], rowsOf: (series: Series) => readonly FindingRow[]) {
  const found = all.flatMap((series) => rowsOf(series).map((row) => ({ unit: series.unit, row })));
  return [...grouped(found, ({ unit }) => unit.code).values()].flatMap((of) =>
    of[0] ? [{ unit: of[0].unit, rows: of.map(({ row }) => row) }] : [],
  );
}
