import type { Role } from "@/lib/account/auth/policy";
import { unplacedCode } from "@/lib/campaign/unplaced";
import type { Campaign } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import { momentText } from "@/lib/report/reminder/notice";
import type { Reminder } from "@/lib/report/reminder/text";
import { timeZoneNames } from "@/lib/base/time/time-zone";
import type { PlaceReopening } from "@/lib/report/verification/day-access";

import type { CompletenessView, WaitingPlace } from "./view";

type Reader = {
  readonly view: CompletenessView;
  readonly campaign: Campaign;
  readonly role: Role;
  /** Days that are open again now. */
  readonly opened: readonly Pick<PlaceReopening, "place" | "day" | "opensUntil">[];
  /** Where the day is filled in, whole. */
  readonly address: string;
};

/**
 * The places where reports of the day are missing, each with its reminder in the name of who reads
 * the screen.
 *
 * @returns null where nobody is to be reminded: a kepala desa awaits only their own reports, and a
 * campaign that is put away takes none.
 */
export function remindersOf(
  reader: Reader,
): readonly { readonly place: WaitingPlace; readonly reminder: Reminder }[] | null {
  const { view, role, campaign } = reader;
  if (campaign.isArchived || role === "villageHead" || view.root.kind === "unit") return null;
  return view.waiting.map((place) => ({ place, reminder: reminderOf(place, reader) }));
}

function reminderOf(
  place: WaitingPlace,
  { view, campaign, role, opened, address }: Reader,
): Reminder {
  const until = opened.find((each) => each.place === place.code && each.day === view.day);
  // Units that lie in no one kecamatan have no camat to write to.
  const toUnits =
    role === "subdistrictHead" || view.root.kind === "set" || place.code === unplacedCode;
  return {
    isSample: campaign.isSample,
    campaign: campaign.name,
    day: view.day,
    isToday: view.isToday,
    cutOff: `${formats("id").hour(campaign.reportCutOff)} ${timeZoneNames[campaign.timeZone]}`,
    isPastCutOff: view.isPastCutOff,
    openUntil: until?.opensUntil ? momentText(until.opensUntil, campaign.timeZone) : null,
    address,
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
