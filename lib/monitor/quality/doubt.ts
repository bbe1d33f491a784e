import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { PeopleOf } from "./coverage-rules";
import { keyOf, type NamedPlace, type FindingRule, type UnitPlace } from "./finding";
import type { ReviewedFinding } from "@/lib/monitor/quality/server/review";
import { columnKeyOf, placeColumnKeyOf, type PlaceColumnKey } from "@/lib/campaign/column-key";
import { cellOfSeries, type Series } from "./series";

/** The rules by which a count is too high to be believed at once, or is in a total twice. */
export const doubtRules = [
  "twoLevels",
  "moreThanRemaining",
  "unusualDay",
  "aboveTarget",
] as const satisfies readonly FindingRule[];

type DoubtRule = (typeof doubtRules)[number];

/** A column of a unit in a round, some of whose doses an open finding covers. */
export type DoubtfulCell = {
  readonly series: Omit<Series, "days">;
  /** The one to tell of first; by the day that each is about, null: the whole column. */
  readonly findings: readonly DoubtFinding[];
  /** Doses that they cover of all up to each day that was counted, oldest first. */
  readonly covered: readonly { readonly day: CalendarDay; readonly doses: number }[];
};

type DoubtFinding = {
  readonly rule: DoubtRule;
  readonly subject: string;
  readonly day: CalendarDay | null;
};

/** An open finding as whoever reads a verdict is told of it, with the doses that it covers. */
export type Doubt = {
  readonly rule: DoubtRule;
  readonly unit: NamedPlace;
  readonly subdistrict: NamedPlace | null;
  readonly day: CalendarDay | null;
  readonly round: number;
  readonly intervention: string;
  readonly targetGroup: string;
  readonly doses: number;
};

/**
 * The columns with doses under an open finding. A finding that somebody explained covers none, nor does
 * one of a count that is too low. A column without a target population is in no verdict.
 */
export function doubtfulCells(
  all: readonly Series[],
  findings: readonly ReviewedFinding[],
  peopleOf: PeopleOf,
): DoubtfulCell[] {
  const open = new Map<PlaceColumnKey, Map<string, DoubtFinding>>();
  for (const { rule, subject, place, day, rows, isExplained } of findings) {
    const doubtRule = doubtRules.find((each) => each === rule);
    if (isExplained || doubtRule === undefined || place === null) continue;
    for (const { kind, column } of rows) {
      if (kind === "unusuallyLow" || !column) continue;
      const cell = placeColumnKeyOf(
        place.code,
        columnKeyOf({ ...column, targetGroup: column.targetGroup ?? "" }),
      );
      const of = open.get(cell) ?? new Map<string, DoubtFinding>();
      open.set(cell, of.set(keyOf({ rule, subject }), { rule: doubtRule, subject, day }));
    }
  }
  return all.flatMap((series) => {
    const of = open.get(cellOfSeries(series));
    const people = peopleOf(series);
    if (!of || people === null) return [];
    const { days, ...column } = series;
    const findings = [...of.values()]
      .filter(({ day }) => day === null || days.some((each) => each.day === day))
      .sort(byDoubt);
    if (findings.length === 0) return [];
    return [{ series: column, findings, covered: coveredDoses(days, { people, findings }) }];
  });
}

/** Added up here, once for each version of a campaign: every screen of verdicts asks for some. */
function coveredDoses(
  days: Series["days"],
  { people, findings }: { readonly people: number; readonly findings: readonly DoubtFinding[] },
): DoubtfulCell["covered"] {
  // Where its villages report, the kecamatan beside them counts for no goal.
  const isWhole = findings.some(({ rule }) => rule === "twoLevels");
  const isAbove = findings.some(({ rule }) => rule === "aboveTarget");
  const doubted = new Set(findings.map(({ day }) => day));
  let [total, spikes] = [0, 0];
  return days.map(({ day, residents }) => {
    total += residents;
    if (doubted.has(day)) spikes += Math.max(0, residents);
    const given = Math.max(0, total);
    const excess = isAbove ? Math.max(0, total - people) : 0;
    return { day, doses: isWhole ? given : Math.min(given, Math.max(spikes, excess)) };
  });
}

/** Doses of a column that open findings cover, up to a day; null: all that was entered. */
export function doubtfulDoses({ covered }: DoubtfulCell, until: CalendarDay | null): number {
  const last = covered.findLast(({ day }) => until === null || day <= until);
  return last?.doses ?? 0;
}

/** What is told of doubtful columns, the most doses first: a finding of each, a day's before a total's. */
export function doubtsOf(cells: readonly DoubtfulCell[], until: CalendarDay | null): Doubt[] {
  return cells
    .flatMap((cell): Doubt[] => {
      const doses = doubtfulDoses(cell, until);
      const first = cell.findings.find(({ day }) => day === null || until === null || day <= until);
      if (!first || doses === 0) return [];
      const { unit, round, intervention, targetGroup } = cell.series;
      const { rule, day } = first;
      return [{ rule, day, round, intervention, targetGroup, doses, ...unitAndSubdistrict(unit) }];
    })
    .sort((a, b) => b.doses - a.doses);
}

function unitAndSubdistrict({ code, name, subdistrict }: UnitPlace) {
  return { unit: { code, name }, subdistrict };
}

function byDoubt(a: DoubtFinding, b: DoubtFinding): number {
  return (
    doubtRules.indexOf(a.rule) - doubtRules.indexOf(b.rule) ||
    (b.day ?? "").localeCompare(a.day ?? "")
  );
}
