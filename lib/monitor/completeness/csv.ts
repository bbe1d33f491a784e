import type { Campaign, UnitEnd } from "@/lib/campaign/campaign";
import { ratioHundredths } from "@/lib/coverage/percent";
import type { DayNote } from "@/lib/campaign/day-note/schema";
import { daysBetween } from "@/lib/base/time/calendar-day";

import type { CalendarRow, CellState } from "./calendar";
import type { CompletenessView } from "./view";

/** Columns of the file, in order, by the words of the code. */
const completenessColumns = [
  "campaign",
  "round",
  "day",
  "dayNumber",
  "code",
  "name",
  "received",
  "expected",
  "completeness",
  "onTime",
  "timeliness",
  "state",
  "note",
  "ended",
] as const;

/** The words of the reader's language. */
type CompletenessCsvTexts = {
  readonly column: (name: (typeof completenessColumns)[number]) => string;
  readonly state: (state: CellState) => string;
  readonly note: (note: DayNote) => string;
  /** That a unit had ended. */
  readonly ended: (end: UnitEnd) => string;
  readonly total: string;
  readonly sample: string;
  readonly published: string;
};

/**
 * Every day that has begun, of every row of the screen and of the whole, as rows of a file: a
 * warning first when the figures are invented. Shares have two decimals; a sweeping day has none.
 */
export function completenessCsv(
  campaign: Campaign,
  view: CompletenessView,
  notes: readonly DayNote[],
  texts: CompletenessCsvTexts,
): (string | number | null)[][] {
  const linesOf = (row: CalendarRow, name: string) => {
    const end = view.ended.get(row.code);
    return row.cells.map((cell): (string | number | null)[] => {
      const isDue = cell.expected > 0;
      return [
        campaign.name,
        view.round.number,
        cell.day,
        daysBetween(view.round.startsOn, cell.day) + 1,
        row.code,
        name,
        cell.received,
        isDue ? cell.expected : null,
        twoDecimals(ratioHundredths({ numerator: cell.received, denominator: cell.expected })),
        cell.onTime,
        twoDecimals(ratioHundredths({ numerator: cell.onTime, denominator: cell.expected })),
        texts.state(cell.state),
        notes
          .filter(({ day, placeCode }) => day === cell.day && placeCode === row.code)
          .map(texts.note)
          .join("; ") || null,
        end ? texts.ended(end) : null,
      ];
    });
  };
  return [
    ...(campaign.isSample ? [[texts.sample]] : []),
    ...(campaign.sourceName ? [[texts.published, campaign.sourceName]] : []),
    completenessColumns.map(texts.column),
    ...view.rows.flatMap((row) => linesOf(row, row.name)),
    ...(view.rows.length > 1 ? linesOf(view.total, texts.total) : []),
  ];
}

/** "kelengkapan-bian-kapuas-62-03-09-2026-06-04.csv", the code only of a part. */
export function completenessFileName(
  campaign: Pick<Campaign, "slug" | "districtCode">,
  { root, day }: Pick<CompletenessView, "root" | "day">,
): string {
  const part = root.code === campaign.districtCode ? "" : `-${root.code.replaceAll(/[^\w]/g, "-")}`;
  return `kelengkapan-${campaign.slug}${part}-${day}.csv`;
}

/** 8396 → "83,96": as text, because 84,00 as a number would be written 84. */
function twoDecimals(hundredths: number | null): string | null {
  if (hundredths === null) return null;
  return `${String(Math.floor(hundredths / 100))},${String(hundredths % 100).padStart(2, "0")}`;
}
