import type { Campaign } from "@/lib/campaign/campaign";
import { dosePairs, isHeldIn, roundBefore } from "@/lib/campaign/predecessor";
import { unitDayKeyOf } from "@/lib/report/report-key";
import { groupBy } from "@/lib/base/group-by";

import { unitFinding, type Finding, type FindingRow } from "./finding";
import { cellOfSeries, columnOf, totalOf, type Series } from "./series";

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
    ...groupBy(crossings, ({ series, day }) => unitDayKeyOf({ unit: series.unit.code, day })),
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
 * `laterRoundAbove`: more doses than in what came before, of the same group in the same unit: in a round
 * than in the round before that the unit took part in, in a dose than in the one that it follows, all
 * rounds together. Who is reached twice was reached once before.
 */
export function laterRoundAbove(
  all: readonly Series[],
  { rounds, interventions }: Pick<Campaign, "rounds" | "interventions">,
): Finding[] {
  const ofRounds = totalsBy(all, (series) => `${cellOfSeries(series)} ${String(series.round)}`);
  const ofDoses = totalsBy(all, cellOfSeries);
  const told = new Set<string>();
  return byUnit(all, (series) => {
    const { unit, round, intervention, targetGroup } = series;
    const rows: FindingRow[] = [];
    const column = columnOf(series);
    const held = rounds.filter((each) => isHeldIn(each, unit.code));
    const before = roundBefore(held, { number: round });
    const [later, first] = [
      totalOf(series),
      before ? (ofRounds.get(`${cellOfSeries(series)} ${String(before.number)}`) ?? 0) : 0,
    ];
    if (before && later > first) {
      rows.push({ kind: "laterRound", column, values: { later, first, round } });
    }
    const pair = dosePairs(interventions).find((each) => each.later.code === intervention);
    const cell = cellOfSeries(series);
    if (pair?.earlier.targetGroups.includes(targetGroup) && !told.has(cell)) {
      told.add(cell);
      const doses = ofDoses.get(cell) ?? 0;
      const earlier = cellOfSeries({ ...series, intervention: pair.earlier.code });
      const firstDoses = ofDoses.get(earlier) ?? 0;
      if (doses > firstDoses) {
        const values = { later: doses, first: firstDoses, before: pair.earlier.shortName };
        rows.push({ kind: "laterDose", column, values });
      }
    }
    return rows;
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

function totalsBy(
  all: readonly Series[],
  keyOf: (series: Series) => string,
): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const series of all) {
    totals.set(keyOf(series), (totals.get(keyOf(series)) ?? 0) + totalOf(series));
  }
  return totals;
}

function byUnit(all: readonly Series[], rowsOf: (series: Series) => readonly FindingRow[]) {
  const found = all.flatMap((series) => rowsOf(series).map((row) => ({ unit: series.unit, row })));
  return [...groupBy(found, ({ unit }) => unit.code).values()].flatMap((of) =>
    of[0] ? [{ unit: of[0].unit, rows: of.map(({ row }) => row) }] : [],
  );
}
