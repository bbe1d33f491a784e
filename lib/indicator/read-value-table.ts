import type { FileProblem } from "@/lib/base/spreadsheet/cell";
import { codeKey, placeKey } from "@/lib/campaign/place-words";

import type { Indicator } from "./indicator";
import { isSamePeriod, readPeriod, type IndicatorPeriod } from "./period";
import { cellFields } from "./typed-cells";

/** Why a row or a column of a table is not used. */
type TableProblem = "noHead" | "noIndicator" | "noUnit" | "noPeriod" | "otherPeriod" | "twice";

/** From 1, as a spreadsheet counts. */
type UnreadLine = { readonly line: number; readonly problem: TableProblem; readonly text: string };

export type ReadValues = {
  /** Of which period: the one that the table names, else the one that was asked. */
  readonly period: IndicatorPeriod;
  /** What was read, as the fields of the form of many values. */
  readonly typed: Readonly<Record<string, string>>;
  readonly count: number;
  readonly unread: readonly UnreadLine[];
};

/** What came of reading a table: its values, or why it cannot be read. */
export type ReadAnswer =
  | ({ readonly kind: "read" } & ReadValues)
  | { readonly kind: "unreadable"; readonly problem: FileProblem | "nothing" };

type Known = {
  readonly indicators: readonly Indicator[];
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly period: IndicatorPeriod;
};

const heads = {
  indicator: ["kode indikator", "indikator", "kode", "indicator code", "indicator", "code"],
  unit: [
    ...["kode desa", "desa", "desa/kelurahan", "kode unit", "unit", "unit pelapor"],
    ...["village code", "village", "unit code"],
  ],
  period: ["periode", "period"],
  value: ["nilai", "value", "persen", "jumlah"],
  numerator: ["pembilang", "numerator"],
  denominator: ["penyebut", "denominator"],
} as const;

/** What a file of ours has besides, and a reader passes over. */
const passedOver = [
  ...["penanggung jawab", "owner", "dihitung sebagai", "counted as", "yang baik", "good is"],
  ...["nilai awal", "baseline", "dibanding awal", "against the baseline", "target", "goal"],
  ...["sumber", "source", "no", "nomor"],
];

/**
 * Reads a table of values: a row each with a column of units, or a row for each indicator and a column for
 * each unit. Nothing is stored by it: what it finds is shown in the form, and looked at.
 */
export function readValueTable(rows: readonly (readonly string[])[], known: Known): ReadValues {
  const at = rows.findIndex((row) => row.some((text) => isHead("indicator", text)));
  const head = rows[at];
  if (!head) {
    const unread = [{ line: 1, problem: "noHead" as const, text: "" }];
    return { period: known.period, typed: {}, count: 0, unread };
  }
  const body = rows.slice(at + 1).map((cells, index) => ({ line: at + 2 + index, cells }));
  const filled = body.filter(({ cells }) => cells.some((text) => text.trim() !== ""));
  const column = (of: keyof typeof heads) => head.findIndex((text) => isHead(of, text));
  const isLong = column("unit") >= 0 && (column("value") >= 0 || column("numerator") >= 0);
  return isLong ? readLong(filled, head, known) : readWide(filled, { head, line: at + 1 }, known);
}

type Line = { readonly line: number; readonly cells: readonly string[] };

function readLong(lines: readonly Line[], head: readonly string[], known: Known): ReadValues {
  const columns = (of: keyof typeof heads) =>
    head.flatMap((text, index) => (isHead(of, text) ? [index] : []));
  const at = {
    indicator: columns("indicator"),
    unit: columns("unit"),
    period: columns("period"),
    value: columns("value"),
    numerator: columns("numerator"),
    denominator: columns("denominator"),
  };
  const text = ({ cells }: Line, of: keyof typeof heads) =>
    at[of].map((index) => (cells[index] ?? "").trim()).find((each) => each !== "") ?? "";
  const period = periodOf(
    lines.map((line) => text(line, "period")),
    known,
  );
  const found = new Found();
  for (const line of lines) {
    const named = text(line, "period");
    const own = named === "" ? period : readPeriod(named);
    const indicator = at.indicator
      .map((index) => findIndicator(known.indicators, line.cells[index] ?? ""))
      .find((each) => each !== null);
    const unit = at.unit
      .map((index) => findUnit(known.units, line.cells[index] ?? ""))
      .find((each) => each !== null);
    if (!indicator) found.miss(line.line, "noIndicator", text(line, "indicator"));
    else if (!unit) found.miss(line.line, "noUnit", text(line, "unit"));
    else if (!own) found.miss(line.line, "noPeriod", named);
    else if (!isSamePeriod(own, period)) found.miss(line.line, "otherPeriod", named);
    else {
      const numerator = text(line, "numerator");
      const first = numerator === "" ? text(line, "value") : numerator;
      found.take(line.line, { indicator, unit, first, second: text(line, "denominator") });
    }
  }
  return found.read(period);
}

function readWide(
  lines: readonly Line[],
  { head, line: headLine }: { readonly head: readonly string[]; readonly line: number },
  known: Known,
): ReadValues {
  const found = new Found();
  const named = head.flatMap((text, index) => (isHead("indicator", text) ? [index] : []));
  const units = head.map((text, index) => {
    if (named.includes(index) || text.trim() === "" || isPassedOver(text)) return null;
    const unit = findUnit(known.units, text);
    if (!unit) found.miss(headLine, "noUnit", text.trim());
    return unit;
  });
  for (const { line, cells } of lines) {
    const names = named.map((index) => (cells[index] ?? "").trim());
    const indicator = names
      .map((name) => findIndicator(known.indicators, name))
      .find((each) => each !== null);
    if (!indicator) {
      found.miss(line, "noIndicator", names.find((each) => each !== "") ?? "");
      continue;
    }
    units.forEach((unit, index) => {
      const first = (cells[index] ?? "").trim();
      if (unit && first !== "") found.take(line, { indicator, unit, first, second: "" });
    });
  }
  return found.read(known.period);
}

/** What is read of a table, a value at a time. */
class Found {
  readonly #typed: Record<string, string> = {};
  readonly #unread: UnreadLine[] = [];
  #count = 0;

  miss(line: number, problem: TableProblem, text: string): void {
    this.#unread.push({ line, problem, text: text.slice(0, 80) });
  }

  take(
    line: number,
    cell: {
      readonly indicator: Indicator;
      readonly unit: { readonly code: string };
      readonly first: string;
      readonly second: string;
    },
  ): void {
    const { first, second } = cellFields(cell.indicator, cell.unit.code);
    // A row of our own file that nobody filled says nothing.
    if (cell.first === "") return;
    if (this.#typed[first] !== undefined) {
      this.miss(line, "twice", cell.first);
      return;
    }
    this.#typed[first] = cell.first;
    this.#typed[second] = cell.second;
    this.#count += 1;
  }

  read(period: IndicatorPeriod): ReadValues {
    return { period, typed: this.#typed, count: this.#count, unread: this.#unread };
  }
}

/** The one period that a table names, else the one that was asked. */
function periodOf(texts: readonly string[], known: Known): IndicatorPeriod {
  const named = texts.flatMap((text) => readPeriod(text) ?? []);
  const [first, ...others] = named;
  return first && others.every((each) => isSamePeriod(each, first)) ? first : known.period;
}

function isHead(of: keyof typeof heads, text: string): boolean {
  return heads[of].some((head) => head === text.trim().toLowerCase());
}

function isPassedOver(text: string): boolean {
  const plain = text.trim().toLowerCase();
  return passedOver.includes(plain) || isHead("period", text);
}

function findIndicator(indicators: readonly Indicator[], text: string): Indicator | null {
  const plain = text.trim().toLowerCase();
  return (
    indicators.find(({ code, name }) =>
      [code, name].some((each) => each.toLowerCase() === plain),
    ) ?? null
  );
}

/** By its code, or by a name that no other has. */
function findUnit<Unit extends { readonly code: string; readonly name: string }>(
  units: readonly Unit[],
  text: string,
): Unit | null {
  const byCode = units.find(({ code }) => codeKey(code) === codeKey(text));
  if (byCode) return byCode;
  const key = placeKey(text);
  const [named, ...others] = key === "" ? [] : units.filter(({ name }) => placeKey(name) === key);
  return named && others.length === 0 ? named : null;
}
