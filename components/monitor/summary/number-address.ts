import type { Campaign } from "@/lib/campaign/campaign";
import type { Figure } from "@/lib/campaign/figure";
import { sourceAddress, type NumberOf } from "@/lib/monitor/source/address";
import type { Summary } from "@/lib/monitor/summary/summary";

/** What is behind a number of the summary: of the whole unless a place is named. */
export function numberAddress(
  campaign: Campaign,
  { round, isPast, today }: Pick<Summary, "round" | "isPast" | "today">,
  of: Partial<NumberOf> & Pick<NumberOf, "intervention">,
): string {
  return sourceAddress(campaign, {
    place: null,
    round: round.number,
    ...(isPast ? { to: today } : {}),
    ...of,
  });
}

/** A number of a figure. */
export function ofFigure({
  code,
  targetGroup,
}: Figure): Pick<NumberOf, "intervention" | "targetGroup"> {
  return { intervention: code, targetGroup };
}
