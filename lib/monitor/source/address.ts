import type { Campaign, TargetSource } from "@/lib/campaign/campaign";
import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** A number whose reports are asked for: where, of what, and of which days. */
export type NumberOf = {
  /** Code of the place; null: all that the reader may read. */
  readonly place: string | null;
  /** null: all interventions together. */
  readonly intervention: string | null;
  readonly targetGroup?: string | null | undefined;
  readonly round: number;
  readonly from?: CalendarDay | null | undefined;
  /** Up to and including this day; left out: everything entered. */
  readonly to?: CalendarDay | null | undefined;
  readonly isUnverified?: boolean | undefined;
  /** Set where the number is a target population: its lines are asked for, of this source. */
  readonly target?: TargetSource | undefined;
};

/** How the address says "all interventions". */
export const allInterventions = "semua";

/** The page with the reports, or the target lines, behind a number. */
export function sourceAddress(
  campaign: Pick<Campaign, "slug" | "rounds">,
  of: NumberOf,
  more: Readonly<Record<string, string | number | null>> = {},
): string {
  return withQuery(routes.sources, sourceQuery(campaign, of, more));
}

/** The same as parameters, for a form or a file. */
export function sourceQuery(
  { slug, rounds }: Pick<Campaign, "slug" | "rounds">,
  of: NumberOf,
  more: Readonly<Record<string, string | number | null>> = {},
): Record<string, string | number | null> {
  return {
    kampanye: slug,
    wilayah: of.place,
    intervensi: of.intervention ?? allInterventions,
    kelompok: of.targetGroup ?? null,
    putaran: rounds.length > 1 ? of.round : null,
    dari: of.from ?? null,
    sampai: of.to ?? null,
    status: of.isUnverified ? "belum" : null,
    angka: of.target === undefined ? null : "sasaran",
    sumber: of.target ?? null,
    ...more,
  };
}
