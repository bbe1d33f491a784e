import { addDays } from "@/lib/base/time/calendar-day";

import type { ReportPlan, TallyPlan } from "./campaign-plan";

/** Villages whose reports are made to look wrong, by what is wrong with them. */
const plan: readonly { readonly subdistrict: string; readonly defect: "unusual" | "copied" }[] = [
  { subdistrict: "62.03.03", defect: "unusual" },
  { subdistrict: "62.03.13", defect: "unusual" },
  { subdistrict: "62.03.17", defect: "unusual" },
  { subdistrict: "62.03.05", defect: "copied" },
];

/** Reported days of a village that are touched: early ones, so that pace and forecast stay. */
const touched = [2, 3, 4, 5, 6, 7, 8];

/** The entry column of MR, 7–12 years: the largest counts. */
const column = 2;

/**
 * The reports with a few believable slips, for the screen that finds them: a day into which half of
 * its neighbours went, and a day that was copied from the one before. Each village keeps its totals,
 * and a village with a correction is left alone.
 */
export function withDefects(reports: readonly ReportPlan[]): readonly ReportPlan[] {
  const changed = new Map<string, ReportPlan>();
  for (const { subdistrict, defect } of plan) {
    const villages = [...new Set(reports.map(({ unit }) => unit))].filter((unit) =>
      unit.startsWith(`${subdistrict}.`),
    );
    const found = villages
      .map((unit) => reports.filter((report) => report.unit === unit))
      .filter((own) => own.every(({ correction }) => correction === undefined))
      .map((own) => (defect === "unusual" ? gatherOneDay(own) : copyOneDay(own)))
      .find((own) => own !== null);
    for (const report of found ?? []) changed.set(report.submissionId, report);
  }
  return reports.map((report) => changed.get(report.submissionId) ?? report);
}

/** Half of the largest column of the days around goes into one of them; null: too few doses. */
function gatherOneDay(own: readonly ReportPlan[]): readonly ReportPlan[] | null {
  const target = touched[3] ?? 0;
  const counts = own.map(({ tallies }) => tallies[column]?.residents ?? 0);
  const moved = touched.reduce(
    (sum, index) => (index === target ? sum : sum + Math.floor((counts[index] ?? 0) / 2)),
    0,
  );
  if (moved < 20 || !touched.every((index) => (counts[index] ?? 0) > 1)) return null;

  return own.map((report, index) => {
    if (!touched.includes(index)) return report;
    const change = index === target ? moved : -Math.floor((counts[index] ?? 0) / 2);
    return withCounts(report, (residents, place) =>
      place === column ? residents + change : residents,
    );
  });
}

/** Two days share their doses evenly, the odd ones go to the third; null: no such three days. */
function copyOneDay(own: readonly ReportPlan[]): readonly ReportPlan[] | null {
  const first = touched.find((index) =>
    [0, 1, 2].every((step) => (own[index + step]?.tallies.length ?? 0) > 0),
  );
  const [one, two, three] = first === undefined ? [] : own.slice(first, first + 3);
  if (!one || !two || !three || addDays(one.day, 1) !== two.day) return null;

  const sums = one.tallies.map(
    ({ residents }, place) => residents + (two.tallies[place]?.residents ?? 0),
  );
  if (sums.reduce((all, sum) => all + Math.floor(sum / 2), 0) < 24) return null;
  const half = (_: number, place: number) => Math.floor((sums[place] ?? 0) / 2);
  return [
    withCounts(one, half),
    withCounts(two, half),
    withCounts(three, (residents, place) => residents + ((sums[place] ?? 0) % 2)),
  ];
}

function withCounts(
  report: ReportPlan,
  count: (residents: number, place: number) => number,
): ReportPlan {
  return {
    ...report,
    tallies: report.tallies.map((tally, place): TallyPlan => ({
      ...tally,
      residents: count(tally.residents, place),
    })),
  };
}
