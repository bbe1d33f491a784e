import { lastDay } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import { emptyCell, type SheetRows } from "@/lib/spreadsheet/cell";
import { rowsOfTurn } from "@/lib/spreadsheet/in-turns";
import { ProblemList } from "@/lib/spreadsheet/problem-list";
import { roundOfDay } from "@/lib/tally/report-rules";
import { isEitherOrder, isMonthFirst, readDay, type DayRead } from "@/lib/target/day-text";
import type { NamedUnit, UnitLookup } from "@/lib/target/unit-lookup";
import type { CalendarDay } from "@/lib/time/calendar-day";

import { placeWords, type Refused, type RefusalMemory, type RowRefusal } from "./refusal";
import type { TallyHead } from "./sheet-head";
import { figuresText, SheetRow, type RowCounts, type SheetCount } from "./sheet-row";

/** A row without a fault of its own: one unit's report of one day. */
export type SheetReport = {
  readonly line: number;
  readonly unit: NamedUnit;
  readonly day: CalendarDay;
  readonly dayText: string;
  readonly round: number;
  readonly zero: boolean;
  readonly counts: readonly SheetCount[];
};

export type SheetCheck = {
  /** The columns of counts that the file has. */
  readonly columns: TallyHead["columns"];
  readonly reports: readonly SheetReport[];
  /** As many as can be told, and beyond that one of each row and all that is remembered. */
  readonly refused: readonly RowRefusal[];
  /** All faults. */
  readonly problems: number;
  /** Rows with something to say, refused ones included. */
  readonly rowsRead: number;
  /** Rows without any figure: empty is not zero, so their units have still not reported. */
  readonly emptyLines: readonly number[];
};

/** Words for what has no column of its own in the file. */
export type FieldNames = { readonly unit: string; readonly day: string };

export type SheetTerms = {
  readonly today: CalendarDay;
  readonly names: FieldNames;
  /** Rows, from 0, with more cells than heads. */
  readonly overlong?: ReadonlySet<number>;
};

/**
 * Every row of a file: a report, or refused with all its faults. Rows of totals are passed over;
 * rows without a figure are counted and left out. A second row of a unit and day is refused. Others
 * have their turn in between (`inTurns`).
 *
 * @param today the campaign's local day: later ones have not come yet; `overlong` rows are refused.
 */
export function* checkSheet(
  rows: SheetRows,
  head: TallyHead,
  campaign: Campaign,
  units: UnitLookup,
  { today, names, overlong }: SheetTerms,
): Generator<void, SheetCheck> {
  const reports: SheetReport[] = [];
  const refused = new ProblemList<RowRefusal>();
  const emptyLines: number[] = [];
  const first = new Map<string, number>();
  let rowsRead = 0;
  const dayAt = (row: SheetRows[number]) => row[head.day ?? row.length] ?? emptyCell;
  const monthFirst = rows.findIndex((row, index) => index > head.row && isMonthFirst(dayAt(row)));

  for (const [index, cells] of rows.slice(head.row + 1).entries()) {
    if (index % rowsOfTurn === 0) yield;
    const row = new SheetRow(cells, head, rows[head.row] ?? [], head.groupings);
    if (row.isBlank() || row.isTotal()) continue;
    const line = head.row + index + 2;
    if (row.isEmpty()) {
      emptyLines.push(line);
      continue;
    }
    rowsRead += 1;
    const written = row.unitWords();
    const found = units.find(written.code, written.name, written.subdistrict);
    const unit = "unit" in found ? found.unit : null;
    const faults: RowRefusal[] = [];
    const refuse = (
      column: string,
      content: string,
      why: Refused,
      memory: RefusalMemory | null = null,
    ) => faults.push({ line, column, content, ...why, ...placeWords(unit, written), memory });

    if ("code" in found) {
      const isByName = found.code === "unknownName" || found.code === "ambiguousName";
      const column = row.headOf(isByName || head.code === undefined ? head.name : head.code);
      refuse(column || names.unit, isByName ? written.name : written.code, found);
    }
    if (overlong?.has(line - 1)) {
      refuse(names.unit, written.code || written.name, { code: "moreCells", params: {} });
    }
    const read = readDay(row.dayCell());
    const why =
      monthFirst !== -1 && isEitherOrder(row.dayCell())
        ? ({ code: "dayOrder", params: { row: monthFirst + 1 } } as const)
        : dayProblem(read, row.dayText(), campaign, today);
    const counted = row.counts();
    if (why) {
      const memory = memoryOf(why, unit, row.dayText(), counted);
      refuse(row.headOf(head.day) || names.day, row.dayText(), why, memory);
    }
    for (const fault of counted.faults) refuse(fault.head, fault.content, fault);

    if (unit && read.kind === "day" && !why) {
      const key = `${read.day} ${unit.code}`;
      const before = first.get(key);
      if (before !== undefined) {
        refuse(names.unit, unit.code, { code: "twice", params: { row: before } });
      } else {
        first.set(key, line);
      }
      const round = roundOfDay(campaign, read.day)?.number;
      if (faults.length === 0 && round !== undefined) {
        const { zero, counts } = counted;
        reports.push({ line, unit, day: read.day, dayText: row.dayText(), round, zero, counts });
      }
    }
    faults.forEach((fault, place) => refused.add(fault, place === 0 || fault.memory !== null));
  }
  const { kept, count: problems } = refused;
  return { columns: head.columns, reports, refused: kept, problems, rowsRead, emptyLines };
}

function dayProblem(
  read: DayRead,
  text: string,
  campaign: Campaign,
  today: CalendarDay,
): Refused | null {
  if (read.kind === "unreadable") {
    return { code: text === "" ? "noDay" : "dayUnreadable", params: {} };
  }
  if (read.kind === "noSuchDay") {
    const { month, days, year } = read;
    return { code: "noSuchDay", params: { text, month, days, year } };
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
  { code }: Refused,
  unit: NamedUnit | null,
  dayText: string,
  counted: RowCounts,
): RefusalMemory | null {
  if (code !== "noSuchDay" && code !== "noSuchMonth") return null;
  const figures = figuresText(counted);
  return { kind: "noSuchDay", unit: unit?.code ?? null, dayText, detail: {}, figures };
}
