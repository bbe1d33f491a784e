import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { regionCode } from "@/lib/base/region/code";
import { keptUnder } from "@/lib/campaign/unplaced";
import type { SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { CompletenessParams } from "@/lib/monitor/completeness/params";
import { mostSilent, readReportDays, unitsOnDay } from "./queries";
import {
  completenessRoot,
  completenessView,
  type CompletenessView,
} from "@/lib/monitor/completeness/view";

/** How many of the longest silent are named. */
const maxSilent = 5;

/**
 * Reads a completeness screen in three statements: the units with their reports of the day, the
 * days of the calendar, and who has been silent longest.
 *
 * @returns null when the kecamatan or set of the address is not there for this person.
 */
export async function readCompleteness(
  grant: Grant<"completeness:read">,
  campaign: Campaign,
  params: CompletenessParams,
  {
    sets = null,
    ...at
  }: {
    readonly today: CalendarDay;
    readonly now: Date;
    /** How rows are grouped; null: by kecamatan. */
    readonly sets?: SetGrouping | null;
  },
): Promise<CompletenessView | null> {
  const { round, day, until } = params;
  const units = await unitsOnDay(grant, campaign, { round, day, sets });
  const root = completenessRoot(units, {
    region: grant.region,
    place: params.place,
    campaign,
    sets,
  });
  if (!root) return null;

  const within = {
    district: undefined,
    subdistrict: root.units[0]?.subdistrictCode,
    set: root.code,
    unit: undefined,
  }[root.kind];
  const lastExpected = until < round.endsOn ? until : round.endsOn;
  const [reports, silent] = await Promise.all([
    readReportDays(grant, campaign, {
      by: root.rowsAre === "subdistrict" ? "subdistrict" : "unit",
      round,
      until,
      within,
    }),
    root.kind === "unit"
      ? []
      : mostSilent(grant, campaign, { round, until: lastExpected, within, most: maxSilent }),
  ]);
  const region = regionCode.parse(
    root.kind === "district"
      ? campaign.districtCode
      : keptUnder(root.units[0]?.subdistrictCode ?? grant.region, campaign),
  );
  return completenessView(campaign, params, { root, region, reports, silent, ...at });
}
