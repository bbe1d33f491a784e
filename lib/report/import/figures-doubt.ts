import { columnKeyOf, type ColumnKey } from "@/lib/campaign/column-key";
import { unitRoundKeyOf, type UnitRoundKey } from "@/lib/report/report-key";

import { StoredDoses, type StoredDay } from "./stored-doses";
import type { SheetReport } from "@/lib/report/import/server/sheet-check";

type Reports = readonly Pick<SheetReport, "unit" | "round" | "day" | "counts" | "zero">[];

/** Above this chance that days come in rising order by themselves nobody is asked. */
const maxChance = 1 / 20;

/** The same, where the figures are far above the target populations too. */
const maxChanceOfFar = 1 / 4;

/** Units of a file of totals in which a figure may be mistyped. */
const maxExceptions = 1 / 20;

/** From so many units on in which a total falls, the figures may be those of single days. */
const minFallen = 1 / 5;

/**
 * Whether figures that were said to be of single days look like totals: in every unit each column
 * rises from day to day, or rises again after one small figure that is the difference of its
 * neighbours (974, 8, 983), and so many together do not rise by chance. Doses that stand count as
 * one figure before them, where they are of two days or more.
 *
 * @param isFar counts of the file are far above the target populations.
 */
export function looksCumulative(
  reports: Reports,
  stored: readonly StoredDay[],
  { isFar }: { readonly isFar: boolean },
): boolean {
  const units = unitSeries(reports, stored)
    .map((columns) => columns.filter((values) => values.length > 1 && Math.max(...values) > 0))
    .filter((columns) => columns.length > 0);
  const chances = units.flatMap((columns) => {
    const each = columns.map(chanceOfRising);
    return each.includes(null) ? [] : [Math.min(...each.map((chance) => chance ?? 1))];
  });
  if (chances.length === 0 || units.length - chances.length > units.length * maxExceptions) {
    return false;
  }
  const chance = chances.reduce((product, each) => product * each, 1);
  return chance <= (isFar ? maxChanceOfFar : maxChance);
}

/**
 * Whether figures that were said to be totals look like those of single days: they fall, within the
 * file or below what stands, in one unit of five or more.
 */
export function looksDaily(reports: Reports, stored: readonly StoredDay[]): boolean {
  const units = unitSeries(reports, stored);
  const fallen = units.filter((columns) =>
    columns.some((values) => values.some((value, at) => value < (values[at - 1] ?? 0))),
  );
  return fallen.length > 0 && fallen.length >= units.length * minFallen;
}

/** Of each unit and round, its columns' figures in the order of days. */
function unitSeries(reports: Reports, stored: readonly StoredDay[]): number[][][] {
  const doses = new StoredDoses(stored);
  const units = new Map<UnitRoundKey, Map<ColumnKey, number[]>>();
  const inOrder = [...reports].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  for (const report of inOrder) {
    if (report.zero) continue;
    const key = unitRoundKeyOf({ unit: report.unit.code, round: report.round });
    const columns = units.get(key) ?? new Map<ColumnKey, number[]>();
    units.set(key, columns);
    for (const count of report.counts) {
      const cell = columnKeyOf(count);
      const before = doses.before(report, cell);
      const values = columns.get(cell) ?? (doses.daysBefore(report, cell) > 1 ? [before] : []);
      columns.set(cell, [...values, count.value]);
    }
  }
  return [...units.values()].map((columns) => [...columns.values()]);
}

/**
 * The chance that figures of single days come in this order: one of all orders of those that
 * differ. null: they do not rise.
 */
function chanceOfRising(values: readonly number[]): number | null {
  const rising: number[] = [];
  let between = 0;
  for (const [at, value] of values.entries()) {
    const [before, after] = [rising.at(-1), values[at + 1]];
    if (before === undefined || value >= before) {
      if (value !== before) rising.push(value);
    } else if (after !== undefined && isBetweenTotals(before, value, after)) between += 1;
    else return null;
  }
  return rising.length < 2 ? 1 : 1 / factorial(rising.length + between);
}

/** A day's count between two totals: far below them, and about what they differ by. */
function isBetweenTotals(before: number, value: number, after: number): boolean {
  return value * 3 <= before && after >= before && after - before <= value * 3;
}

function factorial(count: number): number {
  return count <= 1 ? 1 : count * factorial(count - 1);
}
