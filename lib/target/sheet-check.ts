import type { Campaign } from "@/lib/campaign/campaign";
import { cellText, type SheetRows } from "@/lib/spreadsheet/cell";
import type { CalendarDay } from "@/lib/time/calendar-day";

import type { TargetColumn } from "./column";
import { readPeople } from "./people";
import type { Rejection, RejectedField, TargetCell } from "./rejection";
import { cellKey } from "./row-check";
import type { SheetHead } from "./sheet-head";
import { SheetRow } from "./sheet-row";
import type { NamedUnit, UnitLookup } from "./unit-lookup";

/** A refusal with what a person needs to find it in the file. */
export type SheetRejection = Rejection & {
  /** The file's own head, or the box it is about. */
  readonly column: string;
  /** What stands in the cell; "" when it is empty. */
  readonly content: string;
  readonly place: string;
  /** Subdistrict of the place; "" when the place is not known. */
  readonly placeNote: string;
};

export type SheetCheck = {
  readonly cells: readonly TargetCell[];
  readonly rejected: readonly SheetRejection[];
  /** Rows with something to say, refused ones included. */
  readonly rowsRead: number;
  readonly rowsRefused: number;
  /** Rows of totals, and rows whose numbers are all empty: they change nothing. */
  readonly rowsSkipped: number;
};

type Refused = Pick<Rejection, "code" | "params">;

/**
 * Every cell of a file: a number for a box, or refused with its row, column and reason. A row
 * whose numbers are all empty is left out, and said so; a single empty cell is refused, because
 * empty is not zero.
 *
 * @param asOf the date that the set is given; a file with another date is refused.
 */
export function checkSheet(
  rows: SheetRows,
  head: SheetHead,
  campaign: Campaign,
  units: UnitLookup,
  asOf: CalendarDay,
): SheetCheck {
  const cells: TargetCell[] = [];
  const rejected: SheetRejection[] = [];
  const first = new Map<string, number>();
  let [rowsRead, rowsSkipped] = [0, 0];

  rows.slice(head.row + 1).forEach((row, index) => {
    const reader = new SheetRow(row, head, campaign);
    if (reader.isBlank()) return;
    if (reader.hasNothing()) {
      rowsSkipped += 1;
      return;
    }
    rowsRead += 1;
    const number = head.row + index + 2;
    const { code, name, subdistrict } = reader.unitWords();
    const found = units.find(code, name, subdistrict);
    const unit = "unit" in found ? found.unit : null;
    const refuse = (field: RejectedField, column: string, content: string, why: Refused) => {
      const [place, placeNote] = unit
        ? [unit.name, unit.subdistrictName]
        : [name || code, subdistrict];
      rejected.push({ row: number, field, ...why, column, content, place, placeNote });
    };

    const day = reader.dayProblem(asOf);
    if (day) refuse("asOf", "asOf", reader.textOf("asOf"), day);
    if (!("unit" in found)) {
      const isByCode = found.code === "unknownUnit" || found.code === "codeNameDiffer";
      const column = isByCode || found.code === "noUnit" ? "code" : "name";
      refuse("unit", column, reader.textOf(column), found);
      return;
    }
    for (const box of reader.boxes()) {
      if ("code" in box) {
        refuse(box.field, box.field, reader.textOf(box.field), box);
        continue;
      }
      const read = readPeople(box.cell);
      if (typeof read !== "number") {
        refuse("people", box.label, cellText(box.cell), read);
        continue;
      }
      const cell = cellOf(found.unit, box.column, read);
      const before = first.get(cellKey(cell));
      if (before === undefined) {
        first.set(cellKey(cell), number);
        cells.push(cell);
      } else {
        refuse("people", box.label, cellText(box.cell), { code: "twice", params: { row: before } });
      }
    }
  });

  const rowsRefused = new Set(rejected.map(({ row }) => row)).size;
  return { cells, rejected, rowsRead, rowsRefused, rowsSkipped };
}

function cellOf(unit: NamedUnit, column: Omit<TargetColumn, "label">, people: number): TargetCell {
  const { intervention, targetGroup, round } = column;
  return { unit: unit.code, intervention, targetGroup, round, people };
}
