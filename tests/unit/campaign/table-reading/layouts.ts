import fc from "fast-check";

import { emptyCell, textCell, type SheetCell } from "@/lib/base/spreadsheet/cell";
import { readCsv } from "@/lib/base/spreadsheet/read-csv";
import type { CellRange, Sheet } from "@/lib/base/spreadsheet/workbook";
import { sheetOf } from "@/tests/support/table";
import { units } from "@/tests/unit/campaign/target-population/campaign";

/** What a table says: people or doses by unit and column, of one day. */
export type KnownTable = {
  readonly day: string;
  readonly rows: readonly { readonly unit: string; readonly values: readonly number[] }[];
};

/** The columns of the campaign, in its order: the words of the intervention and of the group. */
const boxes = [
  ["MR", "9–59 bulan"],
  ["MR", "5–<7 tahun"],
  ["IPV", "9–59 bulan"],
] as const;

const months = ["Mei", "Juni"];

export const knownTable: fc.Arbitrary<KnownTable> = fc.record({
  day: fc.constantFrom("2026-06-03", "2026-06-05", "2026-05-28"),
  rows: fc
    .uniqueArray(fc.constantFrom(...units), { minLength: 1, selector: ({ code }) => code })
    .chain((chosen) =>
      fc.tuple(
        ...chosen.map(({ code }) =>
          fc.record({
            unit: fc.constant(code),
            values: fc.array(fc.oneof(fc.nat(60), fc.integer({ min: 800, max: 5_000 })), {
              minLength: boxes.length,
              maxLength: boxes.length,
            }),
          }),
        ),
      ),
    ),
});

/** How people write such a table. */
export const layout = fc.record({
  kind: fc.constantFrom("tally" as const, "target" as const),
  /** Which columns stand first. */
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }),
  boxOrder: fc.shuffledSubarray([0, 1, 2], { minLength: 1 }),
  hasCode: fc.boolean(),
  hasName: fc.boolean(),
  hasPuskesmas: fc.boolean(),
  hasNumber: fc.boolean(),
  /** "MR 9–59 bulan" in one line; "MR" over "9–59 bulan"; that below what is counted. */
  headLines: fc.constantFrom(1, 2, 3),
  merges: fc.boolean(),
  /** Counts of another kind beside each, percentages, or a sum at the end. */
  beside: fc.constantFrom("nothing", "other", "share", "sum"),
  bySex: fc.constantFrom("no", "no", "withSum", "withoutSum"),
  titles: fc.nat(3),
  dayIn: fc.constantFrom("column", "column", "title"),
  numbering: fc.boolean(),
  totals: fc.boolean(),
  repeatsHead: fc.boolean(),
  blanks: fc.boolean(),
  numbers: fc.constantFrom("plain", "decimals", "dots", "commas", "cells"),
  dates: fc.constantFrom("iso", "dayFirst", "monthFirst", "words", "cells"),
  file: fc.constantFrom("xlsx", ";", ",", "tab", "unquoted"),
  otherSheet: fc.constantFrom("none", "none", "visible", "hidden", "last"),
  hidden: fc.constantFrom("none", "none", "row", "column"),
});

export type Layout = typeof layout extends fc.Arbitrary<infer Each> ? Each : never;

type Column = {
  readonly heads: readonly string[];
  readonly cell: (row: KnownTable["rows"][number], at: number) => SheetCell;
  readonly total: (rows: KnownTable["rows"]) => SheetCell;
};

/** The sheets of a file that says the table in that layout. */
export function sheetsOf(table: KnownTable, how: Layout): Sheet[] {
  const main = sheetFor(table, how, "Data");
  const rows = table.rows.map(({ unit, values }) => ({
    unit,
    values: values.map((value) => value + 7),
  }));
  const other = { ...sheetFor({ ...table, rows }, how, "Lama") };
  const isCsv = how.file !== "xlsx";
  if (isCsv) return csvOf(main, how.file);
  switch (how.otherSheet) {
    case "none":
      return [main];
    case "last":
      return [main, other];
    case "visible":
      return [other, main];
    case "hidden":
      return [{ ...other, isHidden: true }, main];
  }
}

/** How a block of a sheet may be copied: with all that stands over it, its heads, or its rows alone. */
export const blockLayout = fc.record({
  begins: fc.constantFrom("titles" as const, "heads" as const, "heads" as const, "rows" as const),
  delimiter: fc.constantFrom("\t", "\t", ";"),
  /** The heads of the labels are not copied. */
  isUnlabelled: fc.boolean(),
  shown: fc.constantFrom("2026-06-03", "2026-06-05"),
});

type BlockLayout = typeof blockLayout extends fc.Arbitrary<infer Each> ? Each : never;

/** The text of a block that says the table in that layout. */
export function blockOf(table: KnownTable, how: Layout, block: BlockLayout): string {
  const { rows } = sheetFor(table, how, "Data");
  const labels = /^(?:No|Kecamatan|Puskesmas|Kode|Desa|Tanggal)$/;
  const first = rows.findIndex((row) =>
    row.some((cell) => cell.kind === "text" && labels.test(cell.text)),
  );
  const body =
    rows.findLastIndex((row) =>
      row.some((cell) => cell.kind === "text" && /^(?:IPV|9|5|MR|L)/.test(cell.text)),
    ) + 1;
  const start = { titles: 0, heads: first, rows: Math.max(first, body) }[block.begins];
  const texts = rows.slice(start).map((row) => row.map((cell) => writtenCell(cell)));
  return texts
    .map((row, at) => {
      const isHead = block.begins === "heads" && at === 0 && block.isUnlabelled;
      return row.map((text) => (isHead && labels.test(text) ? "" : text)).join(block.delimiter);
    })
    .join("\r\n");
}

function writtenCell(cell: SheetCell): string {
  if (cell.kind === "number") return String(cell.value);
  return cell.kind === "text" ? cell.text : cell.kind === "day" ? cell.day : "";
}

function csvOf({ rows }: Sheet, file: Layout["file"]): Sheet[] {
  const delimiter = file === "tab" ? "\t" : file === "unquoted" ? "," : file;
  const written = (cell: SheetCell) => {
    const own = writtenCell(cell);
    return file !== "unquoted" && own.includes(delimiter) ? `"${own}"` : own;
  };
  const width = Math.max(...rows.map(({ length }) => length));
  const lines = rows.map((row) =>
    Array.from({ length: width }, (_, at) => written(row[at] ?? emptyCell)).join(delimiter),
  );
  return [...readCsv(Buffer.from(lines.join("\r\n"))).sheets];
}

function sheetFor(table: KnownTable, how: Layout, name: string): Sheet {
  const columns = columnsOf(table, how);
  const depth = Math.max(...columns.map(({ heads }) => heads.length));
  const titles = [
    ...["LAPORAN BIAN", "KABUPATEN KAPUAS", "TAHUN 2026"].slice(0, how.titles),
    ...(how.dayIn === "title" ? [`Tanggal : ${dayText(table.day, "words")}`] : []),
    ...(how.titles > 1 ? [""] : []),
  ].map((title) => [textCell(title)]);
  const merges: CellRange[] = [];
  const heads = Array.from({ length: depth }, (_, line) =>
    columns.map((column, at) => {
      const before = columns[at - 1];
      const own = column.heads[line] ?? "";
      const isGroup = line < column.heads.length - 1 && column.heads.length > 1;
      const isSame =
        isGroup &&
        before?.heads.length === column.heads.length &&
        before.heads.slice(0, line + 1).join("|") === column.heads.slice(0, line + 1).join("|");
      if (!isSame) return textCell(own);
      const row = titles.length + line;
      const last = merges.findLast((merge) => merge.top === row && merge.right === at - 1);
      if (last) merges.splice(merges.indexOf(last), 1, { ...last, right: at });
      else merges.push({ top: row, bottom: row, left: at - 1, right: at });
      return emptyCell;
    }),
  );
  const numbering = how.numbering ? [columns.map((_, at) => textCell(String(at + 1)))] : [];
  const body = table.rows.map((row, at) => columns.map(({ cell }) => cell(row, at)));
  const half = Math.ceil(body.length / 2);
  const rows = [
    ...titles,
    ...heads,
    ...numbering,
    ...body.slice(0, half),
    ...(how.blanks ? [[]] : []),
    ...(how.repeatsHead ? heads : []),
    ...body.slice(half),
    ...(how.totals ? [columns.map(({ total }) => total(table.rows))] : []),
  ];
  const first = titles.length + heads.length + numbering.length;
  return sheetOf(rows, {
    name,
    merges: how.merges ? merges : [],
    hiddenRows: how.hidden === "row" ? [first] : [],
    hiddenColumns: how.hidden === "column" ? [columns.length - 1] : [],
  });
}

function columnsOf(table: KnownTable, how: Layout): Column[] {
  const unitOf = (code: string) => units.find((unit) => unit.code === code);
  const label = (head: string, text: (code: string, at: number) => string): Column => ({
    heads: [head],
    cell: ({ unit }, at) => textCell(text(unit, at)),
    total: () => (head === "Desa" || head === "Kode" ? textCell("Jumlah") : emptyCell),
  });
  const isNamed = how.hasName || !how.hasCode;
  const labels: (Column | null)[] = [
    how.hasNumber ? label("No", (_, at) => String(at + 1)) : null,
    label("Kecamatan", (code) => unitOf(code)?.subdistrictName ?? ""),
    // The name of another village: a puskesmas is often called as one.
    how.hasPuskesmas ? label("Puskesmas", () => "Selat Hilir") : null,
    how.hasCode ? label("Kode", (code) => code) : null,
    isNamed ? label("Desa", (code) => unitOf(code)?.name ?? "") : null,
    how.kind === "tally" && how.dayIn === "column"
      ? {
          heads: ["Tanggal"],
          cell: () => dayCell(table.day, how.dates),
          total: () => emptyCell,
        }
      : null,
  ];
  const counts = how.boxOrder.flatMap((box) => countColumns(box, how));
  const sum: Column[] =
    how.beside === "sum"
      ? [
          {
            heads: ["Jumlah"],
            cell: ({ values }) =>
              count(
                values.reduce((all, each) => all + each, 0),
                how,
              ),
            total: () => emptyCell,
          },
        ]
      : [];
  const places = how.order.filter((at) => at < labels.length);
  return [...places.flatMap((at) => labels[at] ?? []), ...counts, ...sum];
}

function countColumns(box: number, how: Layout): Column[] {
  const [intervention = "", group = ""] = boxes[box] ?? [];
  const said = how.kind === "tally" ? "Hasil" : "Sasaran";
  const other = how.kind === "tally" ? "Sasaran" : "Hasil";
  const name = how.headLines === 1 ? [`${intervention} ${group}`] : [intervention, group];
  const own = how.headLines === 3 ? [said.toUpperCase(), ...name] : name;
  const column = (heads: readonly string[], value: (each: number) => number | string): Column => ({
    heads,
    cell: ({ values }) => {
      const told = value(values[box] ?? 0);
      return typeof told === "string" ? textCell(told) : count(told, how);
    },
    total: (rows) =>
      count(
        rows.reduce((all, { values }) => all + (values[box] ?? 0), 0),
        how,
      ),
  });
  const beside =
    how.beside === "other"
      ? [column([`${other} ${intervention} ${group}`], (each) => each + 13)]
      : how.beside === "share"
        ? [column([`${intervention} ${group} (%)`], () => "78,5")]
        : [];
  if (how.bySex === "no") return [column(own, (each) => each), ...beside];
  return [
    column([...own, "L"], (each) => Math.floor(each / 3)),
    column([...own, "P"], (each) => each - Math.floor(each / 3)),
    ...(how.bySex === "withSum" ? [column([...own, "L + P"], (each) => each)] : []),
    ...beside,
  ];
}

function count(value: number, { numbers }: Layout): SheetCell {
  const grouped = (sign: string) => String(value).replace(/(\d)(?=\d{3}$)/, `$1${sign}`);
  switch (numbers) {
    case "plain":
      return textCell(String(value));
    case "decimals":
      return textCell(`${String(value)},00`);
    case "dots":
      return textCell(grouped("."));
    case "commas":
      return textCell(grouped(","));
    case "cells":
      return { kind: "number", value };
  }
}

function dayCell(day: string, dates: Layout["dates"]): SheetCell {
  return dates === "cells" ? { kind: "day", day } : textCell(dayText(day, dates));
}

function dayText(day: string, dates: Layout["dates"]): string {
  const [year = "", month = "", date = ""] = day.split("-");
  if (dates === "dayFirst") return `${date}/${month}/${year}`;
  if (dates === "monthFirst") return `${month}/${date}/${year}`;
  if (dates === "words")
    return `${String(Number(date))} ${months[Number(month) - 5] ?? ""} ${year}`;
  return day;
}
