import { phonesOf, phonesOfSubdistrictHeads } from "@/lib/account/people/server/queries";
import { authorize } from "@/lib/account/auth/grant";
import { permits, type Actor } from "@/lib/account/auth/policy";
import { env } from "@/lib/base/server/env";
import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import {
  askedNotice,
  momentText,
  noticeLink,
  openedNotice,
  returnedNotice,
} from "@/lib/report/reminder/notice";
import type { PlaceReopening } from "@/lib/report/verification/day-access";
import type { QueueReport } from "@/lib/report/verification/queue";

/** Addresses that open WhatsApp with what is told to somebody, with their number where it is known. */
export type Notices = {
  readonly ofReturned: (report: QueueReport) => string;
  readonly ofQuestion: (question: PlaceReopening) => string;
  readonly ofOpened: (opened: PlaceReopening) => string;
};

/** Numbers are for those who manage people. */
export async function readNotices(
  actor: Actor,
  campaign: Campaign,
  told: {
    readonly reports: readonly QueueReport[];
    readonly questions: readonly PlaceReopening[];
    readonly opened: readonly PlaceReopening[];
  },
): Promise<Notices> {
  const mayKnow = permits(actor, "people:manage", campaign.districtCode);
  const grant = mayKnow ? authorize(actor, "people:manage", campaign.districtCode) : null;
  const ids = [
    ...told.reports.map(({ returnedTo }) => returnedTo),
    ...[...told.questions, ...told.opened].map(({ askedById }) => askedById),
  ].filter((id) => id !== null);
  const [phones, heads] = await Promise.all([
    grant ? phonesOf(grant, ids) : new Map<string, string>(),
    grant && told.opened.length > 0
      ? phonesOfSubdistrictHeads(grant, campaign.districtCode)
      : new Map<string, string>(),
  ]);
  const phoneOf = (id: string | null) => (id === null ? null : (phones.get(id) ?? null));
  const at = (path: string, query: { hari: CalendarDay; kecamatan?: string }) =>
    new URL(withQuery(path, { kampanye: campaign.slug, ...query }), env().NEXTAUTH_URL).href;

  return {
    ofReturned: (report) =>
      noticeLink(
        {
          campaign,
          to: report.sentBy,
          ...returnedNotice(report),
          address: at(routes.entryOf(report.unit), { hari: report.day }),
        },
        phoneOf(report.returnedTo),
      ),
    ofQuestion: (question) =>
      noticeLink(
        {
          campaign,
          to: question.askedBy,
          ...askedNotice(question),
          address: at(routes.entry, { hari: question.day, kecamatan: question.place }),
        },
        phoneOf(question.askedById),
      ),
    // What was opened without being asked for is told to the camat.
    ofOpened: (opened) =>
      noticeLink(
        {
          campaign,
          to:
            opened.isOwn || opened.askedBy === null ? `Camat ${opened.placeName}` : opened.askedBy,
          ...openedNotice(
            opened,
            momentText(opened.opensUntil ?? opened.askedAt, campaign.timeZone),
          ),
          address: at(routes.entry, { hari: opened.day, kecamatan: opened.place }),
        },
        opened.isOwn || opened.askedById === null
          ? (heads.get(opened.place) ?? null)
          : phoneOf(opened.askedById),
      ),
  };
}
