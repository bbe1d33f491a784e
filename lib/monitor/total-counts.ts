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
  const sum = (count: (row: PlaceCounts) => number) =>
    rows.reduce((total, row) => total + count(row), 0);
  // A row without a target stands aside as soon as another has one.
  const divided = (count: (row: PlaceCounts) => number) =>
    sum((row) => (isKnown && row.targetPopulation === null ? 0 : count(row)));
  const onDay = rows.find((row) => row.onDay !== null)?.onDay;

  return {
    units: sum(({ units }) => units),
    missingTargets: sum(({ missingTargets }) => missingTargets),
    targetPopulation: isKnown ? sum(({ targetPopulation }) => targetPopulation ?? 0) : null,
    targetDetail: rows.some(({ targetDetail }) => targetDetail !== null)
      ? sum(({ targetDetail, targetPopulation }) => targetDetail ?? targetPopulation ?? 0)
      : null,
    otherTarget: rows.some(({ otherTarget }) => typeof otherTarget === "number")
      ? sum(({ otherTarget }) => otherTarget ?? 0)
      : null,
    dosesAdministered: divided(({ dosesAdministered }) => dosesAdministered),
    dosesWithoutTarget: sum(
      ({ targetPopulation, dosesAdministered, dosesWithoutTarget }) =>
        dosesWithoutTarget + (isKnown && targetPopulation === null ? dosesAdministered : 0),
    ),
    ...eachOtherDose((name) => sum((row) => row[name])),
    unverifiedDoses: sum(({ unverifiedDoses }) => unverifiedDoses),
    doubtfulDoses: divided(({ doubtfulDoses }) => doubtfulDoses),
    reportsReceived: sum(({ reportsReceived }) => reportsReceived),
    reportsDue: sum(({ reportsDue }) => reportsDue),
    closedDays: daysOfAll(rows.map((row) => row.closedDays)),
    onDay: onDay
      ? {
          ...onDay,
          doses: divided((row) => row.onDay?.doses ?? 0),
          received: sum((row) => row.onDay?.received ?? 0),
          expected: sum((row) => row.onDay?.expected ?? 0),
        }
      : null,
    ofUnits: rows.flatMap((row) => row.ofUnits ?? [row]),
  };
}
