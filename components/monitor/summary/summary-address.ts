import type { Figure } from "@/lib/campaign/figure";
import type { Campaign } from "@/lib/campaign/campaign";
import { wordOfSetKind, type UnitSetKind } from "@/lib/campaign/unit-set/unit-set";
import type { Summary } from "@/lib/monitor/summary/summary";
import { routes, withQuery } from "@/lib/base/routes";

/** The page with another choice, the rest of it as it is. */
export function summaryAddress(
  campaign: Campaign,
  summary: Summary,
  change: {
    readonly figure?: Figure;
    readonly round?: number;
    readonly setKind?: UnitSetKind | null;
  },
): string {
  const { code, targetGroup } = change.figure ?? summary.chosen;
  return withQuery(routes.summary, {
    kampanye: campaign.slug,
    putaran: campaign.rounds.length > 1 ? (change.round ?? summary.round.number) : null,
    intervensi: code,
    kelompok: targetGroup,
    tanggal: summary.isPast ? summary.today : null,
    per: perWord(change.setKind === undefined ? summary.setKind : change.setKind),
  });
}

/** How addresses say what rows are grouped by. */
export function perWord(kind: UnitSetKind | null): string | null {
  return kind && wordOfSetKind(kind);
}

/** A place on the coverage screen, in the same campaign, round and intervention. */
export function placeAddress(campaign: Campaign, summary: Summary, code: string): string {
  return withQuery(routes.coverageOf(code), {
    kampanye: campaign.slug,
    putaran: campaign.rounds.length > 1 ? summary.round.number : null,
    intervensi: summary.chosen.code,
    kelompok: summary.chosen.targetGroup,
    sampai: summary.isPast ? summary.today : null,
  });
}
