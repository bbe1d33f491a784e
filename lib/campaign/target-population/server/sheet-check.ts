import { isAskedOf } from "@/lib/campaign/asked";
import type { Campaign } from "@/lib/campaign/campaign";
import { codeKey, placeKey } from "@/lib/campaign/place-words";
import type { Grouping } from "@/lib/base/forms/written-count";
import { limits } from "@/lib/base/limits";
import {
  cellText,
  FileRejection,
  type SheetCell,
  type SheetRows,
} from "@/lib/base/spreadsheet/cell";
import { rowsOfTurn } from "@/lib/base/spreadsheet/server/in-turns";
import { ProblemList } from "@/lib/base/spreadsheet/problem-list";
import type { Asking } from "@/lib/campaign/table-reading/asking";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { CampaignWords } from "@/lib/campaign/target-population/campaign-words";
import type { TargetColumn } from "@/lib/campaign/target-population/column";
import { settleEmptyColumns } from "@/lib/campaign/target-population/empty-columns";
import { readPeople, rejectedCount } from "@/lib/campaign/target-population/people";
import { askFractions, originalOf } from "@/lib/campaign/target-population/fractions";
import type {
  Rejection,
  RejectedField,
  TargetCell,
} from "@/lib/campaign/target-population/rejection";
import { cellKey } from "@/lib/campaign/target-population/row-check";
import type { SheetHead } from "@/lib/campaign/target-population/sheet-head";
import { TargetSheetRow } from "@/lib/campaign/target-population/sheet-row";
import { isMarkedAsOwn } from "@/lib/campaign/target-population/template";
import type {
  NamedRegion,
  NamedUnit,
  UnitLookup,
  UnitWords,
} from "@/lib/campaign/target-population/unit-lookup";
import { UnitQuestions } from "@/lib/campaign/target-population/unit-questions";

/** A rejection with what a person needs to find it in the file. */
type SheetRejection = Rejection & {
  /** The file's own head, or the box it is about. */
  readonly column: string;
  /** What stands in the cell; "" when it is empty. */
  readonly content: string;
  readonly place: string;
  /** Subdistrict of the place; "" when the place is not known. */
  readonly placeNote: string;
};

export type TargetSheetCheck = {
  readonly cells: readonly TargetCell[];
  /** As many as can be told. */
  readonly rejected: readonly SheetRejection[];
  /** All of them. */
  readonly problems: number;
  /** Rows with something to say, rejected ones included. */
  readonly rowsRead: number;
  readonly rowsRejected: number;
  /** Rows whose numbers are all empty: they change nothing. */
  readonly rowsSkipped: number;
  /** Empty cells in lines of larger places' own figures: what holds there stays. */
  readonly ownSkipped: number;
  /** What the rows of totals call themselves, which are passed over. */
  readonly totals: readonly string[];
  /** The sum of the numbers as the file writes them, where fractions among them were rounded; else null. */
  readonly original: number | null;
};

type Rejected = Pick<Rejection, "code" | "params">;

type TargetSheetTerms = {
  readonly asOf: CalendarDay;
  readonly overlong?: ReadonlySet<number>;
  /** Asks which unit is meant; left out: nobody is asked. */
  readonly asking?: Asking;
};

/**
 * Every cell of a file: a number for a box, or rejected with its row, column and reason. A row
 * whose numbers are all empty is left out, and said so; a single empty cell is rejected, because
 * empty is not zero, but where a larger place has figures of its own. Others have their turn in between (`inTurns`).
 *
 * @param asOf the date that the set is given; a file with another date is rejected.
 * @param overlong rows, from 0, with more cells than heads.
 * @throws {FileRejection} `tooManyRows` for more numbers than a set may have.
 */
export function* checkTargetSheet(
  rows: SheetRows,
  table: SheetHead,
  campaign: Campaign,
  units: UnitLookup,
  { asOf, overlong, asking }: TargetSheetTerms,
): Generator<void, TargetSheetCheck> {
  const cells: TargetCell[] = [];
  const rejected = new ProblemList<SheetRejection>();
  const first = new Map<string, number>();
  const totals = new Set<string>();
  const words = new CampaignWords(campaign);
  const questions = new UnitQuestions(asking);
  const body = rows.slice(table.row + 1);
  const isSum = (row: SheetRows[number]) =>
    new TargetSheetRow(row, table, campaign, words).totalName() !== null;
  const head = { ...table, columns: settleEmptyColumns(table, body, { isSum, asking }) };
  const repeated = repeatedNames(body, (row) =>
    new TargetSheetRow(row, head, campaign, words).unitWords(),
  );
  const groupingAt = (place: number) => head.groupings.get(place) ?? "unknown";
  const isRounded = askFractions(numbersOf(), head.row, asking);
  let [original, hasFractions] = [0, false];
  let [rowsRead, rowsSkipped, rowsRejected, numbers, ownSkipped] = [0, 0, 0, 0, 0];

  const readers = body.map((row) => new TargetSheetRow(row, head, campaign, words));
  const owns = ownFigures(
    readers.filter((reader) => !reader.isBlank()).map((reader) => reader.unitWords()),
    units,
  );

  for (const [index, row] of body.entries()) {
    if (index % rowsOfTurn === 0) yield;
    const reader = new TargetSheetRow(row, head, campaign, words);
    if (reader.isBlank()) continue;
    const own = owns.get(reader.textOf("code"));
    const total = reader.totalName();
    if (total !== null && !own) {
      totals.add(total);
      continue;
    }
    if (reader.hasNothing()) {
      rowsSkipped += 1;
      continue;
    }
    rowsRead += 1;
    const number = head.row + index + 2;
    const written = reader.unitWords();
    const { code, name, subdistrict } = written;
    const found = own
      ? { unit: { ...own, subdistrictName: "" } }
      : questions.settle(units.find(written), written, repeated.has(wordsKey(written)));
    const unit = "unit" in found ? found.unit : null;
    const reject = (field: RejectedField, column: string, content: string, why: Rejected) => {
      const [place, placeNote] = unit
        ? [unit.name, unit.subdistrictName]
        : [name || code, subdistrict];
      rejected.add({ row: number, field, ...why, column, content, place, placeNote });
    };

    const before = rejected.count;
    const day = reader.dayProblem(asOf);
    if (overlong?.has(number - 1))
      reject("row", "code", code || name, { code: "moreCells", params: {} });
    if (day) reject("asOf", "asOf", reader.textOf("asOf"), day);
    if (!("unit" in found)) {
      const column = code !== "" || found.code === "noUnit" ? "code" : "name";
      reject("unit", column, reader.textOf(column), {
        code: found.code,
        params: found.params,
      });
      rowsRejected += 1;
      continue;
    }
    for (const box of reader.boxes()) {
      const rounds = "code" in box ? [0] : [box.column.round, ...(box.column.alsoRounds ?? [])];
      numbers += rounds.length;
      if (numbers > limits.targetCells) throw new FileRejection("tooManyRows");
      if ("code" in box) {
        reject(box.field, box.field, reader.textOf(box.field), box);
        continue;
      }
      // A place may have a figure of its own in one column and none in the next.
      if (own && box.cell.kind === "empty") {
        ownSkipped += 1;
        continue;
      }
      const isAsked = isAskedHere(found.unit, box.column);
      // Whoever fills all cells of a line says nothing by an empty one, a "-" or a 0.
      if (!isAsked && /^[-–—0\s]*$/.test(cellText(box.cell))) continue;
      if (!isAsked) {
        const { name: targetGroup = "" } =
          campaign.targetGroups.find(({ code }) => code === box.column.targetGroup) ?? {};
        const why: Rejected = { code: "notAsked", params: { targetGroup } };
        reject("people", box.label, cellText(box.cell), why);
        continue;
      }
      const written = readPeople(box.cell, groupingAt(box.columnIndex));
      const read = isRounded ? rounded(written) : written;
      if (typeof read !== "number") {
        reject("people", box.label, cellText(box.cell), read);
        continue;
      }
      if (typeof written !== "number") hasFractions = true;
      original += typeof written === "number" ? written : originalOf(box.cell);
      for (const round of rounds) {
        const cell = cellOf(found.unit, { ...box.column, round }, read);
        const key = cellKey(cell);
        const earlier = first.get(key);
        if (earlier === undefined) {
          first.set(key, number);
          cells.push(cell);
        } else {
          const why: Rejected = { code: "twice", params: { row: earlier } };
          reject("people", box.label, cellText(box.cell), why);
          break;
        }
      }
    }
    if (rejected.count > before) rowsRejected += 1;
  }

  const { kept, count: problems } = rejected;
  return {
    cells,
    rejected: kept,
    problems,
    rowsRead,
    rowsRejected,
    rowsSkipped,
    ownSkipped,
    totals: [...totals],
    original: hasFractions ? Math.round(original * 1_000) / 1_000 : null,
  };

  function isAskedHere(
    place: { readonly code: string } & Partial<Pick<NamedUnit, "kind">>,
    { targetGroup }: Pick<TargetColumn, "targetGroup">,
  ): boolean {
    const group = campaign.targetGroups.find(({ code }) => code === targetGroup);
    return !group || !place.kind || isAskedOf(group, place.kind);
  }

  function* numbersOf(): Generator<readonly [SheetCell, Grouping]> {
    for (const row of body) {
      const reader = new TargetSheetRow(row, head, campaign, words);
      if (reader.isBlank() || reader.totalName() !== null) continue;
      for (const box of reader.boxes()) {
        if (!("code" in box)) yield [box.cell, groupingAt(box.columnIndex)];
      }
    }
  }
}

/**
 * The kecamatan and the kabupaten whose figures a file gives as their own, by the code that is written:
 * the lines that say so, as those of the template do. Of others, a line above the lines of its own units
 * is their sum, and so is one in a file that names units without codes.
 */
function ownFigures(
  lines: readonly UnitWords[],
  units: UnitLookup,
): ReadonlyMap<string, NamedRegion> {
  const larger = lines.flatMap(({ code, subdistrict }) => {
    const place = units.largerPlace(code);
    return place ? [{ code, place, isMarked: isMarkedAsOwn(subdistrict) }] : [];
  });
  const keys = lines
    .filter(({ code }) => units.largerPlace(code) === null)
    .map(({ code }) => codeKey(code));
  const isSum = (place: NamedRegion) =>
    keys.some((key) => key === "" || key.startsWith(codeKey(place.code)));
  return new Map(
    larger
      .filter(({ place, isMarked }) => isMarked || !isSum(place))
      .map(({ code, place }) => [code, place]),
  );
}

/** A fraction rounded half up. */
function rounded(read: ReturnType<typeof readPeople>): ReturnType<typeof readPeople> {
  if (typeof read === "number" || read.code !== "notWhole") return read;
  const people = Number(read.params["rounded"]);
  return rejectedCount(people) ?? people;
}

/** Names that stand in several lines: of two villages of one name, perhaps. */
function repeatedNames(
  rows: SheetRows,
  wordsOf: (row: SheetRows[number]) => UnitWords,
): ReadonlySet<string> {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const row of rows) {
    const key = wordsKey(wordsOf(row));
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  return repeated;
}

function wordsKey({ code, name, subdistrict }: UnitWords): string {
  return [code, placeKey(name), placeKey(subdistrict)].join("\n");
}

function cellOf(
  unit: Pick<NamedUnit, "code">,
  column: Omit<TargetColumn, "label">,
  people: number,
): TargetCell {
  const { intervention, targetGroup, round } = column;
  return { unit: unit.code, intervention, targetGroup, round, people };
}
