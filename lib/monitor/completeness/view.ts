import { roundCalendar, type RoundCalendar } from "@/lib/campaign/calendar";
import { closedDaysOf } from "@/lib/campaign/closed-days";
import type { Campaign, Round, UnitEnd } from "@/lib/campaign/campaign";
import { endedUnits, unitsAbsent, unitsToCome } from "@/lib/campaign/unit-end";
import { regionLevel, type RegionCode } from "@/lib/base/region/code";
import {
  readSetPlace,
  setNoun,
  type SetGrouping,
  type UnitSetKind,
} from "@/lib/campaign/unit-set/unit-set";
import { daysBetween, daysFrom, type CalendarDay } from "@/lib/base/time/calendar-day";
import { instantOf } from "@/lib/base/time/time-zone";

import {
  calendarCell,
  calendarRows,
  totalRow,
  type CalendarCell,
  type CalendarRow,
} from "./calendar";
import type { CompletenessParams } from "./params";
import type { ReportDay, SilentUnit, UnitOnDay } from "@/lib/monitor/completeness/server/queries";
import { isUnplaced, unplacedCode, withoutUnplaced } from "@/lib/campaign/unplaced";
import { unitDayKeyOf } from "@/lib/report/report-key";
import { unitNoun } from "@/lib/monitor/coverage/place";
import type { PlaceNoun } from "@/lib/campaign/unit-kind";

/** What the rows of a completeness screen are. */
export type RowsAre = "subdistrict" | "set" | "unit";

/** What a completeness screen is about, and what its rows are. */
type CompletenessRoot = {
  /** unit: one unit alone, what a kepala desa has. */
  readonly kind: "district" | "subdistrict" | "set" | "unit";
  readonly code: string;
  readonly name: string;
  readonly rowsAre: RowsAre;
  /** Of which kind the sets are, where rows are sets; else null. */
  readonly setKind: UnitSetKind | null;
  readonly units: readonly UnitOnDay[];
};

/** Where reports of the day are missing. */
export type WaitingPlace = {
  readonly code: string;
  readonly name: string;
  readonly units: number;
  readonly missing: readonly string[];
  /** Nothing came from there in the whole round, and it is not its first day. */
  readonly hasNeverReported: boolean;
};

export type CompletenessView = {
  readonly root: CompletenessRoot;
  /** What the units are called. */
  readonly noun: PlaceNoun;
  /** Units that had ended by the day, whose days before it stand. */
  readonly ended: ReadonlyMap<string, UnitEnd>;
  readonly round: Round;
  readonly calendar: RoundCalendar;
  /** Days so far on which all of the place is closed. */
  readonly closedDays: readonly CalendarDay[];
  readonly day: CalendarDay;
  readonly dayNumber: number;
  readonly isToday: boolean;
  /** The cut-off of the chosen day has passed. */
  readonly isPastCutOff: boolean;
  /** Days that the calendar shows, and the days before and after them that lead to the others. */
  readonly window: {
    readonly days: readonly CalendarDay[];
    readonly earlier: CalendarDay | null;
    readonly later: CalendarDay | null;
  };
  readonly rows: readonly CalendarRow[];
  readonly total: CalendarRow;
  /** The chosen day of the whole. */
  readonly onDay: CalendarCell;
  /** How many rows there are but the group of units in no kecamatan; of those, the complete ones. */
  readonly countedRows: number;
  readonly completeRows: number;
  /** Rows of which a report of the chosen day is due: those that could be complete. */
  readonly owingRows: number;
  /** Most missing first. */
  readonly waiting: readonly WaitingPlace[];
  /** Days with too few reports to count for pace and forecast. */
  readonly belowDays: readonly CalendarDay[];
  readonly silent: readonly (SilentUnit & {
    /** Service days so far that it owes a report for. */
    readonly owed: number;
    readonly missed: number;
    readonly inARow: number;
  })[];
  /** Rows from which nothing ever came, which the list of the silent leaves out. */
  readonly neverReported: readonly string[];
  readonly lastReceivedAt: Date | null;
};

/** Days that fit beside each other; a longer round is shown in parts. */
const maxDays = 31;

/**
 * The place that an address names, or the whole of what may be read.
 *
 * @param units those that may be read, with their reports of the day.
 * @returns null when the named kecamatan is not there for this person.
 */
export function completenessRoot(
  units: readonly UnitOnDay[],
  { region, place, campaign, sets = null }: Asked & { readonly sets?: SetGrouping | null },
): CompletenessRoot | null {
  if (place !== null && readSetPlace(place)) {
    const own = units.filter(({ set }) => set?.code === place);
    const name = own[0]?.set?.name;
    return name === undefined
      ? null
      : { kind: "set", code: place, name, rowsAre: "unit", setKind: null, units: own };
  }
  const root = areaRoot(units, { region, place, campaign });
  return root && sets && root.kind !== "unit"
    ? { ...root, rowsAre: "set", setKind: sets.kind }
    : root && { ...root, setKind: null };
}

type Asked = {
  readonly region: RegionCode;
  readonly place: string | null;
  readonly campaign: Pick<Campaign, "districtCode" | "districtName">;
};

function areaRoot(
  units: readonly UnitOnDay[],
  { region, place, campaign }: Asked,
): Omit<CompletenessRoot, "setKind"> | null {
  const { districtCode, districtName } = campaign;
  const level = regionLevel(region);
  if (place !== null && place !== districtCode) {
    const own = units.filter(({ subdistrictCode }) => subdistrictCode === place);
    const [first] = own;
    if (!first) return null;
    return level === "village"
      ? unitRoot(own)
      : {
          kind: "subdistrict",
          code: place,
          name: first.subdistrictName,
          rowsAre: "unit",
          units: own,
        };
  }
  if (level === "village") return unitRoot(units);
  if (level === "subdistrict") {
    const name = units[0]?.subdistrictName ?? region;
    return { kind: "subdistrict", code: region, name, rowsAre: "unit", units };
  }
  // Units that lie in no one kecamatan are the rows themselves, where there are no others.
  const isFlat =
    units.length > 0 && units.every(({ subdistrictCode }) => subdistrictCode === unplacedCode);
  return {
    kind: "district",
    code: districtCode,
    name: districtName,
    rowsAre: isFlat ? "unit" : "subdistrict",
    units,
  };
}

function unitRoot(units: readonly UnitOnDay[]): Omit<CompletenessRoot, "setKind"> {
  const [first] = units;
  return {
    kind: units.length > 1 ? "subdistrict" : "unit",
    code: first?.code ?? "",
    name: units.length > 1 ? (first?.subdistrictName ?? "") : (first?.name ?? ""),
    rowsAre: "unit",
    units,
  };
}

/** Everything that a completeness screen shows, from what was read. */
export function completenessView(
  campaign: Campaign,
  params: CompletenessParams,
  read: {
    readonly root: CompletenessRoot;
    /** The region that the root lies in, as closings name it. */
    readonly region: RegionCode;
    readonly reports: readonly ReportDay[];
    readonly silent: readonly SilentUnit[];
    readonly today: CalendarDay;
    readonly now: Date;
  },
): CompletenessView {
  const { today } = read;
  const { round, day, until } = params;
  const toCome = unitsToCome(campaign, round, until);
  const root = { ...read.root, units: read.root.units.filter(({ code }) => !toCome.has(code)) };
  const absent = new Set(unitsAbsent(campaign, round, day));
  const closed = closedDaysOf(campaign, read.region);
  const begun = daysFrom(round.startsOn, until);
  const reports = root.rowsAre === "set" ? reportsOfSets(root, read.reports) : read.reports;
  const rows = calendarRows(placesOf(root, absent), reports, begun);
  const counted = withoutUnplaced(rows);
  const total = totalRow(rows, begun, root);
  const index = daysBetween(round.startsOn, day);
  const onDay = total.cells[index] ?? calendarCell(day, { received: 0, onTime: 0, expected: 0 });
  const dayNumber = index + 1;
  const first = Math.floor(Math.max(0, index) / maxDays) * maxDays;

  return {
    root,
    noun: unitNoun(root.units),
    ended: root.rowsAre === "unit" ? endedUnits(campaign, round, day) : new Map(),
    round,
    calendar: roundCalendar(round, today, closed),
    closedDays: begun.filter((each) => closed.includes(each)),
    day,
    dayNumber,
    isToday: day === today,
    isPastCutOff: read.now >= instantOf(day, campaign.reportCutOff, campaign.timeZone),
    window: {
      days: begun.slice(first, first + maxDays),
      earlier: first > 0 ? (begun[first - 1] ?? null) : null,
      later: begun[first + maxDays] ?? null,
    },
    rows,
    total,
    onDay,
    countedRows: counted.length,
    completeRows: counted.filter(({ cells }) => cells[index]?.state === "complete").length,
    owingRows: counted.filter(({ cells }) => (cells[index]?.expected ?? 0) > 0).length,
    waiting: onDay.expected === 0 ? [] : waitingPlaces(root, rows, dayNumber),
    belowDays: total.cells
      .filter(({ state }) => state === "below" || state === "nothing")
      .map((cell) => cell.day),
    silent: read.silent.map((unit) => ({
      ...unit,
      owed: unit.due.length,
      missed: unit.due.filter((each) => !unit.days.includes(each)).length,
      inARow: unit.due.filter((each) => unit.lastDay === null || each > unit.lastDay).length,
    })),
    neverReported:
      root.rowsAre === "subdistrict"
        ? rows.filter((row) => row.received === 0).map(({ name }) => name)
        : [],
    lastReceivedAt: root.units.reduce<Date | null>(
      (latest, { receivedAt }) =>
        receivedAt && (latest === null || receivedAt > latest) ? receivedAt : latest,
      null,
    ),
  };
}

/** Reports of units and days as those of their sets. */
function reportsOfSets(root: CompletenessRoot, reports: readonly ReportDay[]): ReportDay[] {
  const setOf = new Map(root.units.map(({ code, set }) => [code, set?.code ?? ""]));
  const sums = new Map<string, ReportDay>();
  for (const report of reports) {
    const place = setOf.get(report.place);
    if (place === undefined) continue;
    const key = unitDayKeyOf({ unit: place, day: report.day });
    const sum = sums.get(key);
    sums.set(key, {
      place,
      day: report.day,
      received: (sum?.received ?? 0) + report.received,
      onTime: (sum?.onTime ?? 0) + report.onTime,
      due: (sum?.due ?? 0) + report.due,
    });
  }
  return [...sums.values()];
}

/**
 * The rows of a calendar: kecamatan by code, sets in their order, or units by name.
 *
 * @param absent units that are not in force on the day, which count as none.
 */
function placesOf(root: CompletenessRoot, absent: ReadonlySet<string>) {
  if (root.rowsAre === "unit") {
    return [...root.units]
      .sort((a, b) => a.name.localeCompare(b.name, "id", { numeric: true }))
      .map(({ code, name }) => ({ code, name, units: absent.has(code) ? 0 : 1 }));
  }
  const places = new Map<string, { code: string; name: string; units: number }>();
  for (const { code: unit, subdistrictCode, subdistrictName, set } of root.units) {
    const { code, name } =
      root.rowsAre === "set" && set ? set : { code: subdistrictCode, name: subdistrictName };
    const place = places.get(code) ?? { code, name, units: 0 };
    place.units += absent.has(unit) ? 0 : 1;
    places.set(code, place);
  }
  return [...places.values()];
}

/** By kecamatan, also where rows are sets: a camat is reminded. Most missing first; the missing by name. */
function waitingPlaces(
  root: CompletenessRoot,
  rows: readonly CalendarRow[],
  dayNumber: number,
): WaitingPlace[] {
  const places = new Map<string, { name: string; units: number; missing: string[] }>();
  const expected = root.units.filter(({ isExpected }) => isExpected);
  for (const { name, subdistrictCode, subdistrictName, receivedAt } of expected) {
    const [code, placeName] =
      root.rowsAre === "unit" ? [root.code, root.name] : [subdistrictCode, subdistrictName];
    const place = places.get(code) ?? { name: placeName, units: 0, missing: [] };
    place.units += 1;
    if (receivedAt === null) place.missing.push(name);
    places.set(code, place);
  }
  return [...places]
    .filter(([, { missing }]) => missing.length > 0)
    .map(([code, { name, units, missing }]) => ({
      code,
      name,
      units,
      missing: [...missing].sort((a, b) => a.localeCompare(b, "id", { numeric: true })),
      hasNeverReported:
        dayNumber > 1 &&
        (root.rowsAre === "unit"
          ? rows.every(({ received }) => received === 0)
          : rows.find((row) => row.code === code)?.received === 0),
    }))
    .sort(
      (a, b) =>
        Number(isUnplaced(a)) - Number(isUnplaced(b)) ||
        b.missing.length - a.missing.length ||
        a.name.localeCompare(b.name, "id"),
    );
}

/** What the rows of a completeness screen are called. */
export function rowNoun({ root, noun }: Pick<CompletenessView, "root" | "noun">): PlaceNoun {
  if (root.setKind !== null) return setNoun(root.setKind);
  return root.rowsAre === "subdistrict" ? "subdistrict" : noun;
}
