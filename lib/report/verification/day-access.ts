import { mayEver, type Role } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { instantOf } from "@/lib/base/time/time-zone";
import { writeAccess } from "@/lib/report/write-access";

/** Hours that an opened day stays open. */
export const openingHours = 24;

/** A question to open a day of a subdistrict, or an opening that nobody asked for. */
export type Reopening = {
  readonly id: string;
  /** Code of the subdistrict. */
  readonly place: string;
  readonly day: CalendarDay;
  /** ISO instants, here and below. */
  readonly askedAt: string;
  /** Name; null: not known. */
  readonly askedBy: string | null;
  /** Whether the person asking now asked it. */
  readonly isOwn: boolean;
  readonly reason: string;
  /** null: waits for the health office. */
  readonly decision: "opened" | "declined" | null;
  readonly decidedAt: string | null;
  readonly note: string | null;
  readonly opensUntil: string | null;
};

/** A question or an opening, with the name of its subdistrict. */
export type PlaceReopening = Reopening & {
  readonly placeName: string;
  readonly askedById: string | null;
};

/** Whether someone may still write reports of a day, and what is known about opening it. */
export type DayAccess = {
  /** The day's cut-off: when it closed or closes. */
  readonly closesAt: string;
  /** False for who is never closed out, before the cut-off, and while it is opened again. */
  readonly isClosed: boolean;
  /** Opened again until then; null: it is not, or needs not be. */
  readonly openUntil: string | null;
  /** The latest question or opening; what it came to stands in its decision. */
  readonly latest: Reopening | null;
};

/**
 * @param reopenings Those of the day and its subdistrict, in any order.
 * @param at The moment asked about.
 */
export function decideDayAccess(
  role: Role,
  campaign: Pick<Campaign, "reportCutOff" | "timeZone">,
  day: CalendarDay,
  reopenings: readonly Reopening[],
  at: Date,
): DayAccess {
  const closesAt = instantOf(day, campaign.reportCutOff, campaign.timeZone);
  const newestFirst = [...reopenings].sort((a, b) => (a.askedAt < b.askedAt ? 1 : -1));
  const openings = newestFirst.flatMap(({ opensUntil, decidedAt, askedAt }) =>
    opensUntil === null
      ? []
      : [{ from: new Date(decidedAt ?? askedAt), until: new Date(opensUntil) }],
  );
  const mayVerify = isNeverClosedOut(role);
  const now = { typedAt: at, receivedAt: at };
  const access = writeAccess({ mayVerify, standing: null, closesAt, openings, ...now });
  const lastUntil = newestFirst
    .flatMap(({ opensUntil }) => (opensUntil === null ? [] : [opensUntil]))
    .sort()
    .at(-1);
  const isOpenAgain = access.isPast && access.lock === null && !mayVerify;
  return {
    closesAt: closesAt.toISOString(),
    isClosed: access.lock === "dayClosed",
    openUntil: isOpenAgain ? (lastUntil ?? null) : null,
    latest: newestFirst[0] ?? null,
  };
}

/** Who verifies reports decides when a day is over, and is never closed out of one. */
export function isNeverClosedOut(role: Role): boolean {
  return mayEver(role, "report:verify");
}
