import { roundOfDay } from "@/lib/report/report-rules";
import type { Campaign } from "@/lib/campaign/campaign";
import { otherMeasures, type OtherMeasure } from "@/lib/campaign/measures";
import { boxes } from "@/lib/campaign/target-population/column";
import type { NamedUnit } from "@/lib/campaign/target-population/unit-lookup";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** Heads of the columns of counts: each box, each box of another measure, and zero reports. */
export function templateColumns(
  campaign: Campaign,
  word: (of: OtherMeasure | "zero") => string,
): string[] {
  const labels = boxes(campaign).map(({ label }) => label);
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
