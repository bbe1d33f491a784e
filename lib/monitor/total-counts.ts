import type { Campaign } from "@/lib/campaign/campaign";
import { figuresOf, type FigureFilter } from "@/lib/campaign/figure";
import { eachOtherDose } from "@/lib/campaign/measures";

import { daysOfAll } from "@/lib/campaign/calendar";

import type { PlaceCounts } from "./counts";

/** What rows that are added up do not say themselves. */
export type WholePlace = {
  readonly code: string;
  readonly name: string;
  /** Complete days of the whole, which may have some when none of its parts has. */
  readonly completeDays: number;
};

/**
 * Rows of the parts of a place, added up: a row for each figure, also when there are no parts. The
 * target population is null only when that of every part is.
 */
export function totalCounts(
  parts: readonly PlaceCounts[],
  campaign: Campaign,
  filter: FigureFilter,
  whole: WholePlace,
): PlaceCounts[] {
  return figuresOf(campaign, filter).map(({ code: intervention, targetGroup }) => {
    const own = parts.filter(
      (part) => part.intervention === intervention && part.targetGroup === targetGroup,
    );
    return { ...sumOfCounts(own), ...whole, intervention, targetGroup };
  });
}

/** The figures of several places as one, without what names it. */
export function sumOfCounts(
  rows: readonly PlaceCounts[],
): Omit<PlaceCounts, "code" | "name" | "intervention" | "targetGroup" | "completeDays"> {
  const isKnown = rows.some(({ targetPopulation }) => targetPopulation !== null);
  const sum = {
    units: 0,
    missingTargets: 0,
    people: 0,
    detail: 0,
    isOwn: false,
    other: null as number | null,
    doses: 0,
    withoutTarget: 0,
    unverified: 0,
    doubtful: 0,
    reports: 0,
    due: 0,
    dayDoses: 0,
    dayReceived: 0,
    dayExpected: 0,
  };
  for (const row of rows) {
    sum.units += row.units;
    sum.missingTargets += row.missingTargets;
    sum.people += row.targetPopulation ?? 0;
    sum.detail += row.targetDetail ?? row.targetPopulation ?? 0;
    sum.isOwn ||= row.targetDetail !== null;
    if (typeof row.otherTarget === "number") sum.other = (sum.other ?? 0) + row.otherTarget;
    sum.withoutTarget += row.dosesWithoutTarget;
    // A row without a target stands aside as soon as another has one.
    if (isKnown && row.targetPopulation === null) {
      sum.withoutTarget += row.dosesAdministered;
    } else {
      sum.doses += row.dosesAdministered;
      sum.doubtful += row.doubtfulDoses;
      sum.dayDoses += row.onDay?.doses ?? 0;
    }
    sum.unverified += row.unverifiedDoses;
    sum.reports += row.reportsReceived;
    sum.due += row.reportsDue;
    sum.dayReceived += row.onDay?.received ?? 0;
    sum.dayExpected += row.onDay?.expected ?? 0;
  }
  const onDay = rows.find((row) => row.onDay !== null)?.onDay;

  return {
    units: sum.units,
    missingTargets: sum.missingTargets,
    targetPopulation: isKnown ? sum.people : null,
    targetDetail: sum.isOwn ? sum.detail : null,
    otherTarget: sum.other,
    dosesAdministered: sum.doses,
    dosesWithoutTarget: sum.withoutTarget,
    ...eachOtherDose((name) => rows.reduce((total, row) => total + row[name], 0)),
    unverifiedDoses: sum.unverified,
    doubtfulDoses: sum.doubtful,
    reportsReceived: sum.reports,
    reportsDue: sum.due,
    closedDays: daysOfAll(rows.map((row) => row.closedDays)),
    onDay: onDay
      ? {
          ...onDay,
          doses: sum.dayDoses,
          received: sum.dayReceived,
          expected: sum.dayExpected,
        }
      : null,
    ofUnits: rows.flatMap((row) => row.ofUnits ?? [row]),
  };
}
