import type { Campaign } from "@/lib/campaign/campaign";
import { routes, withQuery } from "@/lib/base/routes";
import { wordOfSetKind, type UnitSetKind } from "@/lib/campaign/unit-set/unit-set";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { CompletenessParams } from "./params";

type Change = {
  readonly day?: CalendarDay | null;
  readonly place?: string | null;
  readonly round?: number;
  readonly isShowingAll?: boolean;
  readonly setKind?: UnitSetKind | null;
};

/** Addresses of the same screen with something else chosen, and of its file. */
export type CompletenessLinks = {
  readonly to: (change: Change) => string;
  readonly csv: string;
};

/** A change of round forgets the day, which is one of the old round; a place keeps the day. */
export function completenessLinks(
  campaign: Pick<Campaign, "slug" | "rounds">,
  params: CompletenessParams,
): CompletenessLinks {
  const query = ({ day, place, round, isShowingAll, setKind = params.setKind }: Change) => ({
    kampanye: campaign.slug,
    putaran: campaign.rounds.length > 1 ? (round ?? params.round.number) : null,
    hari: day === undefined ? (round === undefined && params.isDayGiven ? params.day : null) : day,
    kecamatan: place === undefined ? params.place : place,
    per: setKind && wordOfSetKind(setKind),
    semua: isShowingAll ? "ya" : null,
  });
  return {
    to: (change) => withQuery(routes.completeness, query(change)),
    csv: withQuery(routes.completenessCsv, query({})),
  };
}
