import type { LiveMutation } from "@/lib/device/outbox/mutation";
import type { Role } from "@/lib/account/auth/policy";
import { routes, withQuery } from "@/lib/base/routes";
import { askedDay, type AskedDay, type OpenDay } from "@/lib/report/entry-day";
import { choosePlace, everyPlace } from "@/lib/report/entry-place";
import type { EntryRow } from "@/lib/report/entry-row";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { instantOf, localDay } from "@/lib/base/time/time-zone";
import { isNeverClosedOut } from "@/lib/report/verification/day-access";
import { isDayClosed } from "@/lib/report/write-access";

import { kitPlaces, kitRows } from "./rows";
import { kitWithTyped } from "./typed";
import type { EntryKit } from "@/lib/device/offline/schema";

type Place = ReturnType<typeof kitPlaces>[number];
type HrefOf = (day: CalendarDay) => string;

/** What an address of the entry screens shows, drawn from a kit. */
export type KitScreen =
  | { readonly kind: "outbox" | "noUnit" }
  | {
      readonly kind: "closed";
      readonly asked: Exclude<AskedDay, OpenDay>;
      readonly hrefOf: HrefOf;
    }
  /** A day that the kit does not reach back to. */
  | {
      readonly kind: "tooOld";
      readonly day: CalendarDay;
      readonly open: CalendarDay;
      readonly hrefOf: HrefOf;
    }
  | {
      readonly kind: "list";
      readonly day: OpenDay;
      /** For this person, as far as the kit knows of openings. */
      readonly isClosed: boolean;
      readonly places: readonly Place[];
      readonly place: Place | typeof everyPlace | null;
      readonly rows: readonly EntryRow[];
      readonly kecamatan: string | undefined;
    }
  | {
      readonly kind: "village";
      readonly day: OpenDay;
      readonly isClosed: boolean;
      readonly row: EntryRow;
      readonly next: readonly { readonly code: string; readonly name: string }[];
      readonly kecamatan: string | undefined;
      /** The person's only unit: there is no list of it. */
      readonly isOnly: boolean;
    };

/**
 * The screen of an address at an instant: the same as app/input draws from the database.
 *
 * @param at the hour by the server's clock, as far as it is known.
 * @param typed what waits on this device to be sent.
 */
export function kitScreen(
  kept: EntryKit,
  address: URL,
  {
    at,
    typed,
    role,
  }: { readonly at: Date; readonly typed: readonly LiveMutation[]; readonly role?: Role },
): KitScreen {
  const { pathname, searchParams } = address;
  if (pathname === routes.outbox) return { kind: "outbox" };

  const { campaign } = kept;
  const isOnly = role === "villageHead" && kept.units.length === 1;
  const unit = unitOf(pathname) ?? (isOnly ? (kept.units[0]?.code ?? null) : null);
  const kecamatan = searchParams.get("kecamatan") ?? undefined;
  const hrefOf: HrefOf = (hari) =>
    withQuery(unit === null ? routes.entry : routes.entryOf(unit), {
      kampanye: campaign.slug,
      hari,
      kecamatan,
    });
  const today = localDay(at, campaign.timeZone);
  const closed = campaign.closedDays ?? [];
  const asked = askedDay(campaign, today, searchParams.get("hari") ?? undefined, closed);
  if (asked.kind !== "open") return { kind: "closed", asked, hrefOf };
  if (asked.day < kept.from) {
    const latest = askedDay(campaign, today, undefined, closed);
    const open = latest.kind === "open" ? latest.day : today;
    return { kind: "tooOld", day: asked.day, open, hrefOf };
  }

  const kit = kitWithTyped(kept, typed, asked.day);
  const places = kitPlaces(kit, asked);
  const place = choosePlace(places, kecamatan);
  const within = place === everyPlace ? undefined : place?.code;
  const rows = kitRows(kit, { ...asked, within });
  const subdistrict = kit.units.find(({ code }) => code === unit)?.subdistrictCode ?? within;
  const isClosed = isDayClosed(
    {
      mayVerify: role !== undefined && isNeverClosedOut(role),
      closesAt: instantOf(asked.day, campaign.reportCutOff, campaign.timeZone),
      openings: (kit.openings ?? [])
        .filter((each) => each.place === subdistrict && each.day === asked.day)
        .map(({ until }) => ({ from: new Date(kit.at), until: new Date(until) })),
    },
    at,
  );
  if (unit === null) {
    return { kind: "list", day: asked, isClosed, places, place, rows, kecamatan };
  }

  const [row] = kitRows(kit, { ...asked, within: unit }).filter((each) => each.unit.code === unit);
  if (!row) return { kind: "noUnit" };
  // What waits here was filled in already, though the server has nothing of it.
  const waiting = new Set(
    typed
      .filter(({ slug, day }) => slug === campaign.slug && day === asked.day)
      .map((each) => each.unit),
  );
  const next = rows.filter(
    ({ standing, isDue, unit: { code } }) =>
      isDue && standing === null && code !== unit && !waiting.has(code),
  );
  return {
    kind: "village",
    day: asked,
    isClosed,
    row,
    next: next.map(({ unit }) => unit),
    kecamatan,
    isOnly,
  };
}

/**
 * The campaign whose kit an address is drawn from: the one that it names, else the one that the page
 * itself was kept for, whose name its header says.
 */
export function slugAt({ searchParams }: URL, pageSlug: string): string {
  return searchParams.get("kampanye") || pageSlug;
}

/** The unit that an address names; null: it is the list's. */
function unitOf(pathname: string): string | null {
  const [, , code = ""] = pathname.split("/");
  if (code === "" || pathname === routes.offlineEntry) return null;
  try {
    return decodeURIComponent(code);
  } catch {
    return code;
  }
}
