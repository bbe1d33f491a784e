import { AppError } from "@/lib/base/errors";
import { limits } from "@/lib/base/limits";
import { daysBetween, type CalendarDay } from "@/lib/base/time/calendar-day";

type Parts = {
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly interventions: readonly { readonly targetGroups?: readonly string[] | undefined }[];
  readonly targetGroups: readonly unknown[];
};

/** Columns of a campaign's grid: an intervention that names no groups is given to every one. */
export function countColumns({ interventions, targetGroups }: Omit<Parts, "startsOn" | "endsOn">) {
  return interventions.reduce(
    (sum, { targetGroups: named }) => sum + (named ? new Set(named).size : targetGroups.length),
    0,
  );
}

/** Units × columns × days: the most counts that a campaign may ever hold. */
export function countCells(parts: Parts, units: number): number {
  return units * countColumns(parts) * (daysBetween(parts.startsOn, parts.endsOn) + 1);
}

/**
 * A campaign that can be made is one whose pages can be drawn. Its units are counted where they are
 * stored: the form may name none and mean every village, and a change names only new ones.
 *
 * @param before counts that it may hold already: what was made under other limits may still change,
 * not grow.
 * @throws {AppError} `tooManyUnits` (field `reportingUnits`), `campaignTooLarge`.
 */
export function requireDrawable(
  parts: Parts,
  units: number,
  before: { readonly units: number; readonly cells: number } = { units: 0, cells: 0 },
): void {
  if (units > Math.max(limits.campaignUnits, before.units)) {
    throw new AppError("tooManyUnits", String(units), "reportingUnits");
  }
  const cells = countCells(parts, units);
  if (cells > Math.max(limits.campaignCells, before.cells)) {
    throw new AppError("campaignTooLarge", String(cells));
  }
}
