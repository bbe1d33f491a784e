import { mayEver, type Role } from "@/lib/account/auth/policy";
import type { Round } from "@/lib/campaign/campaign";
import type { OpenDay } from "@/lib/report/entry-day";
import { instantOf, type TimeZone } from "@/lib/base/time/time-zone";

import type { DayClosing } from "./reason-before";

/** Who types in which campaign about which day. */
export type EntryContext = {
  readonly actorId: string;
  readonly actorName: string;
  readonly slug: string;
  readonly day: string;
  /** The day was the campaign's today when the screen was drawn. */
  readonly isToday?: boolean;
  /** The day's; left out: only the server judges. */
  readonly round?: Round | undefined;
} & DayClosing;

/** Who types in which campaign about which day, with when that day closes. */
export function entryContextOf(
  actor: { readonly id: string; readonly displayName: string; readonly role: Role },
  campaign: {
    readonly slug: string;
    readonly timeZone: TimeZone;
    readonly reportCutOff: string;
  },
  { day, round, isToday }: OpenDay,
): EntryContext {
  return {
    actorId: actor.id,
    actorName: actor.displayName,
    mayVerify: mayEver(actor.role, "report:verify"),
    slug: campaign.slug,
    day,
    isToday,
    round,
    closesAt: instantOf(day, campaign.reportCutOff, campaign.timeZone).toISOString(),
  };
}
