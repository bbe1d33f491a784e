import { lastDay } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import { isHeldIn } from "@/lib/campaign/predecessor";
import { placeKey } from "@/lib/campaign/place-words";
import { emptyCell, type SheetRows } from "@/lib/base/spreadsheet/cell";
import { rowsOfTurn } from "@/lib/base/spreadsheet/server/in-turns";
import { ProblemList } from "@/lib/base/spreadsheet/problem-list";
import { sumOfDoses } from "@/lib/campaign/measures";
import type { Asking } from "@/lib/campaign/table-reading/asking";
import type { ReportPart } from "@/lib/report/part/part";
import { roundOfDay } from "@/lib/report/report-rules";
import {
  isEitherOrder,
  isMonthFirst,
  noSuchDayParams,
  readDay,
  type DayRead,
} from "@/lib/campaign/target-population/day-text";
import type {
  NamedUnit,
  UnitLookup,
  UnitWords,
} from "@/lib/campaign/target-population/unit-lookup";
import { UnitQuestions } from "@/lib/campaign/target-population/unit-questions";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import {
  rowPlaceWords,
  type Rejected,
  type RejectionMemory,
  type RowRejection,
} from "@/lib/report/import/rejection";
import type { TallyHead } from "@/lib/report/import/sheet-head";
import { askDash, isNihilRow, withZeros } from "@/lib/report/import/zero-cells";
import {
  figuresText,
  TallySheetRow,
  type RowCounts,
  type SheetCount,
} from "@/lib/report/import/sheet-row";
import { askedCounts, partsAskedOfRow } from "@/lib/report/import/asked-of-row";
import { NotUnitLines, type NotUnits } from "@/lib/report/import/not-unit-lines";
import { unitDayKeyOf, type UnitDayKey } from "@/lib/report/report-key";

/** A row without a fault of its own: one unit's report of one day. */
export type SheetReport = {
  readonly line: number;
  readonly unit: NamedUnit;
  readonly day: CalendarDay;
  readonly dayText: string;
  readonly round: number;
  readonly zero: boolean;
  readonly counts: readonly SheetCount[];
  /** Numbers besides tallies that the row tells. */
  readonly parts: readonly ReportPart[];
};

export type TallySheetCheck = {
  /** The columns of counts that the file has. */
  readonly columns: TallyHead["columns"];
  readonly reports: readonly SheetReport[];
  /** As many as can be told, and beyond that one of each row and all that is remembered. */
  readonly rejected: readonly RowRejection[];
  /** All faults. */
  readonly problems: number;
  /** Rows with something to say, rejected ones included. */
  readonly rowsRead: number;
  /** Rows without any figure: empty is not zero, so their units have still not reported. */
  readonly emptyLines: readonly number[];
  /** Names of the lines of sums that were passed over. */
  readonly totals: readonly string[];
  /** Lines of places that are no reporting unit. */
  readonly notUnits: readonly NotUnits[];
  /** All doses of the file, in lines of sums not. */
  readonly doses: number;
};

/** Words for what has no column of its own in the file. */
export type FieldNames = { readonly unit: string; readonly day: string };

type TallySheetTerms = {
  readonly today: CalendarDay;
  readonly names: FieldNames;
  /** Rows, from 0, with more cells than heads. */
  readonly overlong?: ReadonlySet<number>;
  /** Asks which unit is meant; left out: nobody is asked. */
  readonly asking?: Asking;
};

/**
 * Every row of a file: a report, or rejected with all its faults. Rows of totals are passed over;
 * rows without a figure are counted and left out. A second row of a unit and day is rejected. Others
 * have their turn in between (`inTurns`).
 *
 * @param today the campaign's local day: later ones have not come yet; `overlong` rows are rejected.
 */
export function* checkTallySheet(
  rows: SheetRows,
  head: TallyHead,
  campaign: Campaign,
  units: UnitLookup,
  { today, names, overlong, asking }: TallySheetTerms,
): Generator<void, TallySheetCheck> {
  const reports: SheetReport[] = [];
  const rejected = new ProblemList<RowRejection>();
  const emptyLines: number[] = [];
  const first = new Map<UnitDayKey, number>();
  const totals = new Set<string>();
  const notUnits = new NotUnitLines();
  const questions = new UnitQuestions(asking);
  const repeated = repeatedLines(rows, head);
  const above = { districtName: campaign.districtName, subdistrictNames: [] };
  let rowsRead = 0;
  let doses = 0;
  const dash = askDash(asking, rows.slice(head.row + 1), head.columns);
  const dayAt = (row: SheetRows[number]) => row[head.day ?? row.length] ?? emptyCell;
  const monthFirst = rows.findIndex((row, index) => index > head.row && isMonthFirst(dayAt(row)));

  for (const [index, cells] of rows.slice(head.row + 1).entries()) {
    if (index % rowsOfTurn === 0) yield;
    const row = new TallySheetRow(
      withZeros(cells, head.columns, dash),
      head,
      rows[head.row] ?? [],
      head.groupings,
    );
    if (row.isBlank()) continue;
    const total = row.totalName(above);
    if (total !== null) {
      totals.add(total);
      continue;
    }
    const line = head.row + index + 2;
    if (row.isEmpty()) {
      emptyLines.push(line);
      continue;
    }
    rowsRead += 1;
    const written = row.unitWords();
    const isRepeated = repeated.has(lineKey(written, row.dayText()));
    const found = questions.settle(units.find(written), written, isRepeated);
    const unit = "unit" in found ? found.unit : null;
    const faults: RowRejection[] = [];
    const reject = (
      column: string,
      content: string,
      why: Rejected,
      memory: RejectionMemory | null = null,
    ) => faults.push({ line, column, content, ...why, ...rowPlaceWords(unit, written), memory });

    if ("code" in found) {
      const isByName = written.code === "" && found.code !== "noUnit";
      const column = row.headOf(isByName || head.code === undefined ? head.name : head.code);
      reject(column || names.unit, isByName ? written.name : written.code, {
        code: found.code,
        params: found.params,
      });
    }
    if (overlong?.has(line - 1)) {
      reject(names.unit, written.code || written.name, { code: "moreCells", params: {} });
    }
    const read = readDay(row.dayCell());
    const why =
      monthFirst !== -1 && isEitherOrder(row.dayCell())
        ? ({ code: "dayOrder", params: { row: monthFirst + 1 } } as const)
        : dayProblem(read, row.dayText(), campaign, today);
    const counted = unit ? askedCounts(row.counts(), unit, campaign) : row.counts();
    const given = counted.counts.reduce(
      (sum, { value, ...others }) => sum + sumOfDoses({ ...others, residents: value }),
      0,
    );
    doses += given;
    if ("code" in found) notUnits.note(found.code, String(found.params["name"] ?? ""), given);
    if (why) {
      const memory = memoryOf(why, unit, row.dayText(), counted);
      reject(row.headOf(head.day) || names.day, row.dayText(), why, memory);
    }
    for (const fault of counted.faults) reject(fault.head, fault.content, fault);
    const parts = read.kind === "day" ? partsAskedOfRow(counted.parts, campaign, read.day) : null;
    for (const fault of parts?.faults ?? []) reject(fault.head, fault.content, fault);
    if (counted.parts.length > 0 && counted.counts.length === 0 && !counted.zero) {
      reject(counted.parts[0]?.head ?? "", "", { code: "partsAlone", params: {} });
    }

    if (unit && read.kind === "day" && !why) {
      const key = unitDayKeyOf({ unit: unit.code, day: read.day });
      const before = first.get(key);
      if (before !== undefined) {
        reject(names.unit, unit.code, { code: "twice", params: { row: before } });
      } else {
        first.set(key, line);
      }
      const held = roundOfDay(campaign, read.day);
      const round = held?.number;
      if (held && !isHeldIn(held, unit.code)) {
        reject(names.unit, unit.code, { code: "unitOutsideRound", params: { round: held.number } });
      }
      if (faults.length === 0 && round !== undefined) {
        const { counts } = counted;
        const zero = counted.zero || isNihilRow(cells, head.columns);
        const { day } = read;
        const told = parts?.told ?? [];
        const dayText = row.dayText();
        reports.push({ line, unit, day, dayText, round, zero, counts, parts: told });
      }
    }
    faults.forEach((fault, place) => rejected.add(fault, place === 0 || fault.memory !== null));
  }
  const { kept, count: problems } = rejected;
  return {
    columns: head.columns,
    reports,
    rejected: kept,
    problems,
    rowsRead,
    emptyLines,
    totals: [...totals],
    notUnits: notUnits.all(),
    doses,
  };
}

/** Unit and day as they are written, where they stand in the file more than once. */
function repeatedLines(rows: SheetRows, head: TallyHead): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const cells of rows.slice(head.row + 1)) {
    const row = new TallySheetRow(cells, head, rows[head.row] ?? [], new Map());
    const key = lineKey(row.unitWords(), row.dayText());
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  return repeated;
}

function lineKey({ code, name, subdistrict }: UnitWords, day: string): string {
  return [code, placeKey(name), placeKey(subdistrict), day].join("\n");
}

function dayProblem(
  read: DayRead,
  text: string,
  campaign: Campaign,
  today: CalendarDay,
): Rejected | null {
  if (read.kind === "unreadable") {
    return { code: text === "" ? "noDay" : "dayUnreadable", params: {} };
  }
  if (read.kind === "noSuchDay") {
    return { code: "noSuchDay", params: { text, ...noSuchDayParams(read) } };
  }
  if (read.kind === "noSuchMonth") {
    return { code: "noSuchMonth", params: { text, month: read.month } };
  }
  if (!roundOfDay(campaign, read.day)) {
    const days = campaign.rounds.flatMap((round) => [round.startsOn, lastDay(round)]).sort();
    const [from = read.day] = days;
    const to = days.at(-1) ?? read.day;
    return {
      code: "dayOutsideRound",
      params: { from: Date.parse(from), to: Date.parse(to) },
    };
  }
  return read.day > today ? { code: "futureDay", params: {} } : null;
}

function memoryOf(
  { code }: Rejected,
  unit: NamedUnit | null,
  dayText: string,
  counted: RowCounts,
): RejectionMemory | null {
  if (code !== "noSuchDay" && code !== "noSuchMonth") return null;
  const figures = figuresText(counted);
  return { kind: "noSuchDay", unit: unit?.code ?? null, dayText, detail: {}, figures };
}
