import { roundOfDay } from "@/lib/report/report-rules";
import type { Campaign } from "@/lib/campaign/campaign";
import { otherMeasures, type OtherMeasure } from "@/lib/campaign/measures";
import { boxLabel } from "@/lib/campaign/target-population/column";
import type { UnitKind } from "@/lib/campaign/unit-kind";
import { entryColumns, isColumnOf } from "@/lib/report/entry-row";
import type { NamedUnit } from "@/lib/campaign/target-population/unit-lookup";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/**
 * Heads of the columns of counts: each box, each box of another measure, and zero reports.
 *
 * @param units whose file it is: what is asked of none of them has no column.
 */
export function templateColumns(
  campaign: Campaign,
  word: (of: OtherMeasure | "zero") => string,
  units?: readonly { readonly kind?: UnitKind | undefined }[],
): string[] {
  const labels = entryColumns(campaign)
    .filter((column) => units?.some((unit) => isColumnOf(unit, column)) ?? true)
    .map((column) => boxLabel(campaign, column));
  const others = otherMeasures.flatMap((other) => labels.map((label) => `${word(other)} ${label}`));
  return [...labels, ...others, word("zero")];
}

/** A row for each unit, of today when a round has today; the figures are left to fill in. */
export function tallyTemplateRows(
  units: readonly NamedUnit[],
  campaign: Campaign,
  today: CalendarDay,
): (string | null)[][] {
  const day = roundOfDay(campaign, today) ? today : null;
  return units.map(({ code, name, subdistrictName }) => [code, name, subdistrictName, day]);
}
