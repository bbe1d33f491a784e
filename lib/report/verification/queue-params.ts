import type { Campaign } from "@/lib/campaign/campaign";
import {
  askedSetKind,
  readSetPlace,
  wordOfSetKind,
  type UnitSetKind,
} from "@/lib/campaign/unit-set/unit-set";
import { routes, withQuery } from "@/lib/base/routes";
import { readSubdistrict } from "@/lib/campaign/unplaced";
import { reportStatuses, type ReportStatus } from "@/lib/report/schema";
import { isCalendarDay, type CalendarDay } from "@/lib/base/time/calendar-day";

/** Reports on one page of the queue. */
export const reportsPerPage = 30;

/** What the address calls the statuses. Without one: those that wait. */
export const statusNames = {
  submitted: "menunggu",
  returned: "dikembalikan",
  verified: "terverifikasi",
} as const satisfies Record<ReportStatus, string>;

export const everyStatus = "semua";

/** What the address of the queue says. */
export type QueueParams = {
  /** Code of a subdistrict, or a set as a place. */
  readonly place: string | null;
  /** What progress is told by; null: by subdistrict. */
  readonly setKind: UnitSetKind | null;
  readonly day: CalendarDay | null;
  /** null: all. */
  readonly status: ReportStatus | null;
  readonly isWarned: boolean;
  /** From 1 on. */
  readonly page: number;
};

type Given = {
  readonly [name in "kecamatan" | "per" | "hari" | "status" | "peringatan" | "halaman"]?:
    string | undefined;
};

/** What cannot be read is as if it were not there. */
export function readQueueParams(
  given: Given,
  campaign: Pick<Campaign, "unitSets"> = { unitSets: [] },
): QueueParams {
  const day = given.hari ?? "";
  const page = Number(given.halaman ?? "1");
  return {
    place: readSubdistrict(given.kecamatan) ?? setPlaceIn(campaign, given.kecamatan),
    setKind: askedSetKind(campaign, given.per),
    day: isCalendarDay(day) ? day : null,
    status:
      given.status === everyStatus
        ? null
        : (reportStatuses.find((status) => statusNames[status] === given.status) ?? "submitted"),
    isWarned: given.peringatan === "1",
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  };
}

function setPlaceIn(campaign: Pick<Campaign, "unitSets">, place = ""): string | null {
  const kind = readSetPlace(place)?.kind;
  return campaign.unitSets.some((set) => set.kind === kind) ? place : null;
}

/** The queue's address with some of it changed; another filter begins at the first page. */
export function queueHref(
  slug: string,
  params: QueueParams,
  change: Partial<QueueParams> = {},
): string {
  const { place, setKind, day, status, isWarned, page } = { ...params, page: 1, ...change };
  return withQuery(routes.verification, {
    kampanye: slug,
    kecamatan: place,
    per: setKind && wordOfSetKind(setKind),
    hari: day,
    status: status === null ? everyStatus : status === "submitted" ? null : statusNames[status],
    peringatan: isWarned ? 1 : null,
    halaman: page > 1 ? page : null,
  });
}
