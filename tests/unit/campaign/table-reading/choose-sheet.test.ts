import { describe, expect, test } from "vitest";

import {
  chooseSheet,
  hiddenFigures,
  overlongRows,
} from "@/lib/campaign/table-reading/choose-sheet";
import { Asking } from "@/lib/campaign/table-reading/asking";
import { textCell } from "@/lib/base/spreadsheet/cell";
import { readCsv } from "@/lib/base/spreadsheet/read-csv";
import type { Sheet } from "@/lib/base/spreadsheet/workbook";

function sheet(name: string, rows: string[], more: Partial<Sheet> = {}): Sheet {
  return {
    name,
    isHidden: false,
    rows: rows.map((row) => row.split(";").map(textCell)),
    rowCells: [],
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    ...more,
  };
}

const reports = ["kode;MR", "1;10"];
const findHead = ({ rows }: Sheet) => {
  const row = rows.findIndex(([first]) => first?.kind === "text" && first.text === "kode");
  return row === -1 ? null : { row, isSure: true };
};
const choose = (...sheets: Sheet[]) => chooseSheet({ sheets }, findHead, new Asking(new Map()));

/** What is asked, and what is read when the answer is given. */
function asked(sheets: Sheet[], answer: string) {
  const asking = new Asking(new Map());
  expect(chooseSheet({ sheets }, findHead, asking)).toBe("asked");
  const again = new Asking(new Map([["sheet", answer]]));
  return { asked: asking.asked, chosen: chooseSheet({ sheets }, findHead, again) };
}

describe("the sheet of a workbook", () => {
  test("is the visible one that fits; the others are named", () => {
    expect(
      choose(
        sheet("Lama", reports, { isHidden: true }),
        sheet("Data dasar", ["apa;saja"]),
        sheet("Laporan", reports),
        sheet("Kosong", []),
      ),
    ).toMatchObject({ sheet: { name: "Laporan" }, otherSheets: ["Data dasar"] });
  });

  test("is asked where two visible ones fit, and none of them is suggested", () => {
    const sheets = [sheet("13 Mei", reports), sheet("14 Mei", reports)];
    const { asked: questions, chosen } = asked(sheets, "14 Mei");
    expect(questions).toMatchObject([
      {
        id: "sheet",
        options: [
          { value: "13 Mei", params: { rows: 1 } },
          { value: "14 Mei", params: { rows: 1 } },
        ],
        suggested: null,
        answer: null,
      },
    ]);
    expect(chosen).toMatchObject({ sheet: { name: "14 Mei" }, otherSheets: ["13 Mei"] });
  });

  test("is asked again where the answer names none of them", () => {
    expect(asked([sheet("A", reports), sheet("B", reports)], "C").chosen).toBe("asked");
  });

  test("is the filled one where the other has only its heads", () => {
    expect(choose(sheet("Contoh", ["kode;MR"]), sheet("Isi", reports))).toMatchObject({
      sheet: { name: "Isi" },
    });
  });

  test("is a hidden one only when that was asked", () => {
    const sheets = [sheet("Lama", reports, { isHidden: true }), sheet("Catatan", ["a"])];
    const { asked: questions, chosen } = asked(sheets, "Lama");
    expect(questions).toMatchObject([{ options: [{ value: "Lama", word: "hiddenSheet" }] }]);
    expect(chosen).toMatchObject({ sheet: { name: "Lama" }, otherSheets: ["Catatan"] });
  });

  test("is none where no heads fit", () => {
    expect(choose(sheet("Catatan", ["a"]))).toBe("noHead");
  });
});

describe("hidden figures", () => {
  const rows = ["kode;MR;catatan", "1;10;x", "2;20;y"];
  const table = { block: { top: 0, row: 0, paths: [] }, end: 3 };
  const hidden = (more: Partial<Sheet>) =>
    hiddenFigures(sheet("Isi", rows, more), table, [1]).map(({ what, letters }) => [what, letters]);

  test("of filtered rows and of hidden columns are told", () => {
    expect(hidden({ hiddenRows: [2] })).toEqual([["rows", "3"]]);
    expect(hidden({ hiddenColumns: [1] })).toEqual([["columns", "B"]]);
  });

  test("are none where nothing is hidden, or only what is not read", () => {
    expect(hidden({})).toEqual([]);
    expect(hidden({ hiddenRows: [0, 9], hiddenColumns: [2] })).toEqual([]);
  });
});

describe("a row of a CSV file with more cells than heads", () => {
  const overlong = (text: string) => {
    const [only] = readCsv(Buffer.from(text)).sheets;
    return only ? [...overlongRows(only, { top: 0, row: 0 })] : null;
  };

  test.each([
    ["a thousands comma", "kode,MR,OPV\n1,1,234,5\n2,3,4", [1]],
    ["a thousands comma before empty cells", "kode,MR,OPV\n1,1,234,\n2,3,4", [1]],
    ["a semicolon too many", "kode;MR;OPV\n1;1;234;5\n2;3;4", [1]],
    ["nothing wrong", "kode;MR;OPV\n1;1;2\n2;3;4;", []],
  ])("%s", (_, text, rows) => {
    expect(overlong(text)).toEqual(rows);
  });
});

describe("a quote that takes in other rows", () => {
  test.each([
    ['kode;nama;MR\n1;"Selat Hilir;14\n2;"Selat Tengah";5', "2"],
    ['kode;nama;MR\n1;a;2\n2;"b;3\n3;c;4', "3"],
    ['kode;nama;MR\n"a"b;c;1', "2"],
    ['kode;nama;MR\n1;"a;2\n2;b";3\n3;c;4', "2"],
  ])("%j is rejected with its row", (text, detail) => {
    expect(() => readCsv(Buffer.from(text))).toThrow(
      expect.objectContaining({ problem: "strayQuote", detail }),
    );
  });

  test("is not one of a head with a line break", () => {
    expect(readCsv(Buffer.from('kode;"JUMLAH\nDOSIS 1"\n1;2')).sheets[0]?.rows).toHaveLength(2);
  });
});
