import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { CoverageCounts } from "@/lib/coverage/coverage";

import type { Assessment } from "./assessment";

/** The newest total that was announced for a place. It stands beside reports and is never added to them. */
export type Announced = {
  /** Code of the kabupaten or kecamatan. */
  readonly place: string;
  /** Whether that is all that is read. */
  readonly isWhole: boolean;
  readonly intervention: string;
  readonly day: CalendarDay;
  readonly doses: number;
  /** Who announced it and where. */
  readonly source: string;
};

/**
 * What was announced of a place that has no report yet.
 *
 * @param place null: all that is read.
 * @returns null where reports are in, where nothing was announced, and of one group: totals are of all.
 */
export function announcedOf(
  announced: readonly Announced[],
  place: string | null,
  assessment: Pick<Assessment, "hasReported" | "intervention" | "targetGroup">,
): Announced | null {
  if (assessment.hasReported || assessment.targetGroup !== null) return null;
  return (
    announced.find(
      (each) =>
        each.intervention === assessment.intervention &&
        (place === null ? each.isWhole : each.place === place),
    ) ?? null
  );
}

/** The two counts of its coverage. */
export function announcedCounts(
  { doses }: Announced,
  { targetPopulation }: Pick<CoverageCounts, "targetPopulation">,
): CoverageCounts {
  return { dosesAdministered: doses, targetPopulation };
}
