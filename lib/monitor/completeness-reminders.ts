import type { Role } from "@/lib/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { formats } from "@/lib/i18n/format";
import type { Reminder } from "@/lib/reminder/text";
import { timeZoneNames } from "@/lib/time/time-zone";

import type { CompletenessView, WaitingPlace } from "./completeness-view";

/** The reminder of a place where reports of the day are missing, in the name of who reads the screen. */
export function reminderOf(
  place: WaitingPlace,
  {
    view,
    campaign,
    role,
  }: { readonly view: CompletenessView; readonly campaign: Campaign; readonly role: Role },
): Reminder {
  // Units that lie in no one kecamatan have no camat to write to.
  const toUnits = role === "subdistrictHead" || place.code === campaign.districtCode;
  return {
    isSample: campaign.isSample,
    campaign: campaign.name,
    day: view.day,
    isToday: view.isToday,
    cutOff: `${formats("id").hour(campaign.reportCutOff)} ${timeZoneNames[campaign.timeZone]}`,
    isPastCutOff: view.isPastCutOff,
    place: place.name,
    to: toUnits ? "unitHeads" : "subdistrictHead",
    noun: view.noun === "village" ? "desa" : "unit",
    missing: place.missing,
    hasNeverReported: place.hasNeverReported,
    from:
      role === "subdistrictHead"
        ? `Camat ${place.name}`
        : `Dinas Kesehatan ${campaign.districtName}`,
  };
}
