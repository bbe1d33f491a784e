import { instantOf, type TimeZone } from "@/lib/base/time/time-zone";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** A unit of a campaign that has a day of a round today, as it is read. */
export type TodayRow = {
  readonly slug: string;
  readonly campaign: string;
  readonly zone: TimeZone;
  /** Local hour, "16:00". */
  readonly cutOff: string;
  readonly day: CalendarDay;
  /** null: the campaign has one round alone. */
  readonly round: number | null;
  readonly unit: string;
  readonly name: string;
  readonly isVillage: boolean;
  /** Invented figures: the screen says DATA CONTOH. */
  readonly isSample: boolean;
  /** Whether a report of the day is due, or came. */
  readonly isDue: boolean;
  readonly isReported: boolean;
};

/** What a person owes today in one campaign. */
export type TodayCampaign = Pick<
  TodayRow,
  "slug" | "campaign" | "zone" | "cutOff" | "day" | "round" | "isVillage" | "isSample"
> & {
  /** Units that owe the day's report; none on a closed day, or before a session reports. */
  readonly due: number;
  readonly missing: number;
  /** Typed on this device, and not known to have arrived: neither missing nor received. */
  readonly waiting: number;
};

/** `missing`: nobody filled it in; `waiting`: it was, on this device, and is to be sent; `received`. */
export type TodayState = "missing" | "waiting" | "received";

/** What one unit owes today, in all campaigns. */
export type TodayUnit = Pick<TodayRow, "unit" | "name"> & {
  readonly missing: number;
  readonly reports: readonly { readonly slug: string; readonly state: TodayState }[];
};

export type Today = {
  readonly campaigns: readonly TodayCampaign[];
  readonly units: readonly TodayUnit[];
  readonly due: number;
  readonly missing: number;
  readonly waiting: number;
};

/**
 * Everything that is due today, over all campaigns: the campaign whose cut-off comes first on top, the
 * unit that owes most on top.
 */
export function todayOf(rows: readonly TodayRow[]): Today {
  const campaigns = new Map<string, TodayCampaign>();
  const units = new Map<string, TodayUnit>();
  for (const row of rows) {
    const missing = Number(row.isDue && !row.isReported);
    const { slug, campaign, zone, cutOff, day, round, isSample } = row;
    const former = campaigns.get(slug);
    campaigns.set(slug, {
      slug,
      campaign,
      zone,
      cutOff,
      day,
      round,
      isSample,
      isVillage: row.isVillage && (former?.isVillage ?? true),
      due: (former?.due ?? 0) + Number(row.isDue),
      missing: (former?.missing ?? 0) + missing,
      waiting: 0,
    });
    if (!row.isDue) continue;
    const unit = units.get(row.unit);
    units.set(row.unit, {
      unit: row.unit,
      name: row.name,
      missing: (unit?.missing ?? 0) + missing,
      reports: [...(unit?.reports ?? []), { slug, state: row.isReported ? "received" : "missing" }],
    });
  }
  return summedUp([...campaigns.values()], [...units.values()]);
}

/**
 * The list as a device knows it: what was typed on it is no longer missing, whether it has arrived since
 * the list was read or still waits.
 *
 * @param stateOf what the device knows of a report; null: nothing that the list does not.
 */
export function withTypedHere(
  today: Today,
  stateOf: (slug: string, unit: string, day: CalendarDay) => TodayState | null,
): Today {
  const changes = new Map<string, { missing: number; waiting: number }>();
  const dayOf = new Map(today.campaigns.map(({ slug, day }) => [slug, day]));
  const units = today.units.map((unit) => {
    const reports = unit.reports.map((report) => {
      const day = dayOf.get(report.slug);
      const state = day === undefined ? null : stateOf(report.slug, unit.unit, day);
      if (report.state !== "missing" || state === null || state === "missing") return report;
      const change = changes.get(report.slug) ?? { missing: 0, waiting: 0 };
      changes.set(report.slug, {
        missing: change.missing + 1,
        waiting: change.waiting + Number(state === "waiting"),
      });
      return { ...report, state };
    });
    return { ...unit, reports, missing: reports.filter(({ state }) => state === "missing").length };
  });
  if (changes.size === 0) return today;
  return summedUp(
    today.campaigns.map((each) => {
      const change = changes.get(each.slug);
      if (!change) return each;
      return {
        ...each,
        missing: each.missing - change.missing,
        waiting: each.waiting + change.waiting,
      };
    }),
    units,
  );
}

function summedUp(campaigns: readonly TodayCampaign[], units: readonly TodayUnit[]): Today {
  const sum = (key: "due" | "missing" | "waiting") =>
    campaigns.reduce((total, each) => total + each[key], 0);
  return {
    campaigns: [...campaigns].sort(
      (a, b) =>
        closesAt(a).getTime() - closesAt(b).getTime() || a.campaign.localeCompare(b.campaign, "id"),
    ),
    units: [...units].sort(
      (a, b) => b.missing - a.missing || a.name.localeCompare(b.name, "id", { numeric: true }),
    ),
    due: sum("due"),
    missing: sum("missing"),
    waiting: sum("waiting"),
  };
}

/** When the day's reports of a campaign are late. */
function closesAt({ day, cutOff, zone }: TodayCampaign): Date {
  return instantOf(day, cutOff, zone);
}
