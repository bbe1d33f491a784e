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
};

/** What one unit owes today, in all campaigns. */
export type TodayUnit = Pick<TodayRow, "unit" | "name"> & {
  readonly missing: number;
  readonly reports: readonly Pick<TodayRow, "slug" | "campaign" | "day" | "isReported">[];
};

export type Today = {
  readonly campaigns: readonly TodayCampaign[];
  readonly units: readonly TodayUnit[];
  readonly due: number;
  readonly missing: number;
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
    });
    if (!row.isDue) continue;
    const unit = units.get(row.unit);
    units.set(row.unit, {
      unit: row.unit,
      name: row.name,
      missing: (unit?.missing ?? 0) + missing,
      reports: [...(unit?.reports ?? []), { slug, campaign, day, isReported: row.isReported }],
    });
  }
  const all = [...campaigns.values()];
  return {
    campaigns: all.sort(
      (a, b) =>
        closesAt(a).getTime() - closesAt(b).getTime() || a.campaign.localeCompare(b.campaign, "id"),
    ),
    units: [...units.values()].sort(
      (a, b) => b.missing - a.missing || a.name.localeCompare(b.name, "id", { numeric: true }),
    ),
    due: all.reduce((sum, { due }) => sum + due, 0),
    missing: all.reduce((sum, { missing }) => sum + missing, 0),
  };
}

/** When the day's reports of a campaign are late. */
function closesAt({ day, cutOff, zone }: TodayCampaign): Date {
  return instantOf(day, cutOff, zone);
}
