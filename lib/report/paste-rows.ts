import { cellText, emptyCell, type SheetRows } from "@/lib/base/spreadsheet/cell";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { daysIn } from "@/lib/campaign/table-reading/file-day";
import { isLabelHead } from "@/lib/campaign/table-reading/head-meaning";
import type { TableReading } from "@/lib/campaign/table-reading/read-table";
import { readDay } from "@/lib/campaign/target-population/day-text";
import type { UnitFault } from "@/lib/campaign/target-population/unit-lookup";

import { isColumnOf, type EntryRow } from "./entry-row";
import { readZero } from "./import/count-cell";
import { tallyHead } from "./import/sheet-head";
import { TallySheetRow } from "./import/sheet-row";
import { askDash, isNihilRow } from "./import/zero-cells";
import type { PasteTerms } from "./paste-terms";
import {
  readPastedCell,
  type PastedCell,
  type PastePreview,
  type PasteTarget,
  type UnplacedLine,
} from "./pasted";

type Placed = PastePreview["rows"][number];

/** The day of a line; null: it says none. */
type DayOfLine = { readonly day: CalendarDay | null } | "unclear";

const noAbove = { districtName: "", subdistrictNames: [] };

/** Lays the rows of a table over those of a grid. */
export class PasteRows {
  readonly placed = new Map<string, Placed>();
  readonly unplaced: UnplacedLine[] = [];
  readonly #days = new Map<CalendarDay, Set<string>>();
  readonly #head;
  readonly #dash;
  readonly #repeated: ReadonlySet<string>;
  readonly #titleDay: CalendarDay | null;
  readonly #hasOtherDay: boolean;
  #next: number;

  constructor(
    private readonly reading: TableReading,
    private readonly target: PasteTarget,
    private readonly terms: PasteTerms,
    private readonly columns: readonly { readonly columnIndex: number; readonly index: number }[],
  ) {
    const { rows, headRow, titles } = reading;
    const body = rows.slice(headRow + 1);
    this.#head = tallyHead(reading, terms.vocabulary);
    this.#next = target.at?.row ?? 0;
    this.#repeated = repeatedNames(body.map((cells) => this.#rowOf(cells).unitWords().name));
    const counted = body.filter((cells) => !this.#isTotal(cells) && !this.#isZeroRow(cells, null));
    this.#dash = askDash(terms.asking, counted, columns, true);
    const { shown } = target;
    const days = shown
      ? new Set(titles.flat().flatMap((cell) => daysIn(cellText(cell), [shown])))
      : [];
    const [titleDay = null, ...others] = days;
    this.#titleDay = others.length === 0 ? titleDay : null;
    this.#hasOtherDay = body.some((cells) => {
      const day = readDay(this.#rowOf(cells).dayCell());
      return day.kind === "day" && day.day !== shown;
    });
  }

  otherDays(): Pick<PastePreview, "otherDays"> {
    const days = [...this.#days].sort(([a], [b]) => (a < b ? -1 : 1));
    return days.length === 0
      ? {}
      : { otherDays: days.map(([day, units]) => ({ day, units: units.size })) };
  }

  read(cells: SheetRows[number], at: number): void {
    const row = this.#rowOf(cells);
    if (row.isBlank() || this.#isTotal(cells)) return;
    const found = this.#unitRow(row, cells);
    if (!found) return;
    const { code } = found.unit;
    const text = this.#textOf(cells);
    if (this.reading.overlong.has(at)) {
      this.#leave(text, "moreCells");
      return;
    }
    const said = this.#dayOf(row);
    if (said === "unclear") {
      this.#leave(text, "unread");
      return;
    }
    const { day } = said;
    if (day !== null && day !== this.target.shown) {
      this.#days.set(day, (this.#days.get(day) ?? new Set()).add(code));
      if (!this.target.takesOtherDays) return;
    }
    const isZero = this.#isZeroRow(cells, found);
    const pasted = this.#cellsOf(cells, found);
    const isClear =
      readZero(this.#zeroCell(cells)) !== null &&
      !(this.#saysZero(cells) && pasted.some((cell) => "value" in cell || "to" in cell));
    if (this.placed.has(code)) this.#leave(text, "twice");
    else if (!isClear) this.#leave(text, "unread");
    else this.placed.set(code, { unit: found.unit, cells: pasted, ...(isZero && { isZero }) });
  }

  #rowOf(cells: SheetRows[number]): TallySheetRow {
    const { rows, headRow, groupings } = this.reading;
    return new TallySheetRow(cells, this.#head, rows[headRow] ?? [], groupings);
  }

  #isTotal(cells: SheetRows[number]): boolean {
    return this.#rowOf(cells).totalName(noAbove) !== null;
  }

  /** The row of the grid that a line is of; null: none, which is told where it has figures. */
  #unitRow(row: TallySheetRow, cells: SheetRows[number]): EntryRow | null {
    const { columnIndexes } = this.reading;
    const { rows } = this.target;
    const text = this.#textOf(cells);
    if (!columnIndexes.has("code") && !columnIndexes.has("name")) {
      const next = rows[this.#next];
      this.#next += 1;
      if (!next) this.#leave(text, "beyond");
      return next ?? null;
    }
    const { units, questions, vocabulary } = this.terms;
    const written = row.unitWords();
    const isNamed = written.code !== "" || written.name !== "";
    const hasFigures = !row.isEmpty();
    if (!isNamed || (written.code === "" && isLabelHead(written.name, vocabulary.labels))) {
      const said = [written.name, ...this.#figures(cells)].filter((each) => each !== "").join(" ");
      if (hasFigures) this.#leave(said, "noUnit");
      return null;
    }
    if (!hasFigures && units.match(written.code || written.name) === null) return null;
    const looked = units.find(written);
    const found = questions.settle(looked, written, this.#repeated.has(written.name));
    if ("unit" in found) return rows.find(({ unit }) => unit.code === found.unit.code) ?? null;
    if (!questions.isOpen(looked, written)) {
      this.#leave(written.name || written.code, unplacedReasons[found.code]);
    }
    return null;
  }

  #dayOf(row: TallySheetRow): DayOfLine {
    if (!this.target.shown) return { day: null };
    if (this.#head.day === undefined) return { day: this.#titleDay };
    // A date that is written once over several rows stands in the first of them.
    if (row.dayText() === "") return this.#hasOtherDay ? "unclear" : { day: null };
    const read = readDay(row.dayCell());
    return read.kind === "day" ? { day: read.day } : "unclear";
  }

  #zeroCell(cells: SheetRows[number]) {
    return cells[this.#head.zero ?? cells.length] ?? emptyCell;
  }

  #saysZero(cells: SheetRows[number]): boolean {
    return readZero(this.#zeroCell(cells)) === true;
  }

  /**
   * Whether a line says that nobody came. By "nihil" among its counts it does so only where the grid
   * has nothing in the columns that the block does not fill.
   *
   * @param row null: of any row.
   */
  #isZeroRow(cells: SheetRows[number], row: EntryRow | null): boolean {
    if (this.#saysZero(cells)) return true;
    if (!isNihilRow(cells, this.columns)) return false;
    const typed = row && this.target.typed(row.unit.code);
    const taken = new Set(this.columns.map(({ index }) => index));
    return this.target.columns.every(
      ({ key }, index) => taken.has(index) || (typed?.[key] ?? "").trim() === "",
    );
  }

  #cellsOf(cells: SheetRows[number], row: EntryRow): PastedCell[] {
    const { columns, typed, figures = "daily" } = this.target;
    return this.columns.map(({ columnIndex, index }) => {
      const column = columns[index];
      const key = column?.key;
      return readPastedCell(cellText(cells[columnIndex] ?? emptyCell), {
        now: (key && typed(row.unit.code)[key]) ?? "",
        cell: row.cells[index],
        isAsked: !column || isColumnOf(row.unit, column),
        figures,
        grouping: this.reading.groupings.get(columnIndex) ?? "unknown",
        dash: this.#dash,
      });
    });
  }

  #figures(cells: SheetRows[number]): string[] {
    return this.columns.map(({ columnIndex }) => cellText(cells[columnIndex] ?? emptyCell));
  }

  /** A line as it is told: its name, else its first cell. */
  #textOf(cells: SheetRows[number]): string {
    const { name, code } = this.#rowOf(cells).unitWords();
    const [first = ""] = cells.map(cellText).filter((text) => text !== "");
    return name || code || first;
  }

  #leave(text: string, reason: UnplacedLine["reason"]): void {
    this.unplaced.push({ text: text.slice(0, 80), reason });
  }
}

const unplacedReasons: Readonly<Record<UnitFault, UnplacedLine["reason"]>> = {
  noUnit: "noUnit",
  unknownUnit: "unknown",
  unknownName: "unknown",
  ambiguousName: "ambiguous",
  codeNameDiffer: "codeName",
  isTotal: "notUnit",
  isDistrict: "notUnit",
  isSubdistrict: "notUnit",
  isRegion: "notUnit",
  isNonResidents: "notUnit",
  isInstitution: "notUnit",
};

function repeatedNames(names: readonly string[]): Set<string> {
  return new Set(names.filter((name, at) => name !== "" && names.indexOf(name) !== at));
}
