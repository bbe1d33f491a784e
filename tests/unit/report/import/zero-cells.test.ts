import { describe, expect, test } from "vitest";

import { textCell } from "@/lib/base/spreadsheet/cell";
import { Asking } from "@/lib/campaign/table-reading/asking";
import { checkTallySheet } from "@/lib/report/import/server/sheet-check";
import { tallyHead } from "@/lib/report/import/sheet-head";
import { atOnce } from "@/tests/support/at-once";
import { readSheets, sheetOf } from "@/tests/support/table";
import { campaign, units } from "@/tests/unit/campaign/target-population/campaign";

const heads = "kode;tanggal;MR 9–59 bulan;IPV";
const names = { unit: "Unit", day: "Tanggal" };

function read(lines: readonly string[], answer?: string) {
  const rows = [heads, ...lines].map((line) => line.split(";").map(textCell));
  const { table, vocabulary, lookup } = readSheets("tally", [sheetOf(rows)], { campaign, units });
  if (table.kind !== "read") throw new Error(`not read: ${table.kind}`);
  const asking = new Asking(new Map(answer === undefined ? [] : [["dash", answer]]));
  const terms = { today: "2026-06-10", names, asking };
  const head = tallyHead(table, vocabulary);
  const { reports, rejected, emptyLines } = atOnce(
    checkTallySheet(table.rows, head, campaign, lookup, terms),
  );
  return {
    asked: asking.asked.map(({ kind, params }) => [kind, params]),
    told: reports.map(({ zero, counts }) => [zero, ...counts.map(({ value }) => value)]),
    rejected: rejected.map(({ code }) => code),
    emptyLines,
  };
}

const line = (...counts: readonly string[]) => ["62.03.01.1007", "2026-06-04", ...counts].join(";");
const other = (...counts: readonly string[]) => line(...counts).replace("1007", "1006");

describe("a dash among the counts", () => {
  test("is asked about once for the file, and rejected as long as nobody has said", () => {
    expect(read([line("12", "-"), other("–", "—")])).toEqual({
      asked: [["dash", { count: 3, what: "dash" }]],
      told: [],
      rejected: ["dash", "dash", "dash"],
      emptyLines: [],
    });
  });

  test("is 0 or empty by the answer", () => {
    expect(read([line("12", "-"), other("-", "-")], "zero")).toMatchObject({
      told: [
        [false, 12, 0],
        [false, 0, 0],
      ],
      rejected: [],
    });
    expect(read([line("12", "-"), other("-", "-")], "blank")).toMatchObject({
      told: [[false, 12]],
      rejected: [],
      emptyLines: [3],
    });
  });
});

describe("nihil among the counts", () => {
  test.each([
    [
      ["nihil", ""],
      [true, 0],
    ],
    [
      ["Nihil", "-"],
      [true, 0, 0],
    ],
    [
      ["nihil", "nihil"],
      [true, 0, 0],
    ],
    [
      ["nihil", "0"],
      [true, 0, 0],
    ],
    [
      ["nihil", "7"],
      [false, 0, 7],
    ],
  ])("%s", (counts, told) => {
    expect(read([line(...counts)])).toEqual({
      asked: [],
      told: [told],
      rejected: [],
      emptyLines: [],
    });
  });
});
