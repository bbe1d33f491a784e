import { describe, expect, test } from "vitest";

import type { Campaign } from "@/lib/campaign/campaign";
import { Asking } from "@/lib/campaign/table-reading/asking";
import { checkTargetSheet } from "@/lib/campaign/target-population/server/sheet-check";
import { targetHead } from "@/lib/campaign/target-population/sheet-head";
import { atOnce } from "@/tests/support/at-once";
import { campaign, twoRounds } from "./campaign";

import { check, readRows, wide } from "./checking";

describe("numbers as people write them", () => {
  test.each([
    ["347", 347],
    ["0", 0],
    ["1 234", 1234],
    ["1.234,0", 1234],
    ["347,0", 347],
    ["347.0", 347],
    [" 12 ", 12],
  ])("%j is %d", (text, people) => {
    expect(wide(`62.03.01.1006;;;${text}`).cells[0]?.people).toBe(people);
  });
});

describe("a dot before three digits", () => {
  const people = (rows: string) => check(`kode;MR 9–59 bulan;IPV\n${rows}`);

  test("groups thousands where a smaller number of the column stands without one", () => {
    const { cells, rejected } = people("62.03.01.1006;12.449;98\n62.03.01.1007;347;1.234");
    expect(cells.map((cell) => cell.people)).toEqual([12_449, 98, 347, 1_234]);
    expect(rejected).toEqual([]);
  });

  test("is rejected in every column where one shows three decimals", () => {
    const { cells, rejected } = people("62.03.01.1006;412.857;98.400\n62.03.01.1007;655.200;0.857");
    expect(cells).toEqual([]);
    expect(rejected.map(({ code, content }) => [content, code])).toEqual([
      ["412.857", "notWhole"],
      ["98.400", "notWhole"],
      ["655.200", "notWhole"],
      ["0.857", "notWhole"],
    ]);
  });

  test("is rejected where nothing tells what it means", () => {
    expect(people("62.03.01.1006;12.449;15.022").rejected).toMatchObject([
      { code: "ambiguousDot" },
      { code: "ambiguousDot" },
    ]);
  });
});

describe("a column without any number", () => {
  const head = "kode;nama;MR 9–59 bulan putaran 1;MR 9–59 bulan putaran 2;IPV semua putaran";
  const rows = ["62.03.01.1006;;10;;5", "62.03.01.1007;;20;;6", ";Jumlah;30;0;11"];
  const asked = (lines: readonly string[], answer?: string, of: Campaign = twoRounds) => {
    const asking = new Asking(new Map(answer === undefined ? [] : [["emptyColumns.0.3", answer]]));
    const { table, vocabulary, lookup } = readRows(lines, of);
    if (table.kind !== "read") throw new Error(`not read: ${table.kind}`);
    const terms = { asOf: "2026-06-02", asking } as const;
    const read = checkTargetSheet(table.rows, targetHead(table, vocabulary), of, lookup, terms);
    return { ...atOnce(read), asked: asking.asked };
  };
  const told = ({ cells }: ReturnType<typeof asked>) =>
    cells.map(({ unit, intervention, round, people }) =>
      [unit.slice(-4), intervention, round, people].join(" "),
    );

  test("is asked about once, and no row is rejected for it", () => {
    const read = asked([head, ...rows]);
    expect(read.rejected).toEqual([]);
    expect(read.asked).toMatchObject([
      {
        kind: "emptyColumns",
        params: { columns: 1 },
        examples: ["MR 9–59 bulan putaran 2"],
        options: [
          { value: "same", word: "sameAsRound", params: { round: 1 } },
          { value: "leave", word: "leaveColumns" },
        ],
        answer: null,
      },
    ]);
  });

  test("has the people of the round that is filled, or is left out", () => {
    expect(told(asked([head, ...rows], "same"))).toEqual([
      "1006 MR 1 10",
      "1006 MR 2 10",
      "1006 IPV 0 5",
      "1007 MR 1 20",
      "1007 MR 2 20",
      "1007 IPV 0 6",
    ]);
    expect(told(asked([head, ...rows], "leave"))).toEqual([
      "1006 MR 1 10",
      "1006 IPV 0 5",
      "1007 MR 1 20",
      "1007 IPV 0 6",
    ]);
  });

  test("can only be left out where no other round is filled", () => {
    const read = asked(["kode;nama;MR 9–59 bulan;IPV", "62.03.01.1006;;10;"], "leave", campaign);
    expect(read.asked.map(({ options }) => options.map(({ value }) => value))).toEqual([["leave"]]);
    expect(told(read)).toEqual(["1006 MR 0 10"]);
  });

  test("is no question while one row fills it: empty is not zero", () => {
    const read = asked([head, ...rows, "62.03.09.2001;;7;8;1"]);
    expect(read.asked).toEqual([]);
    expect(read.rejected.map(({ row, code }) => [row, code])).toEqual([
      [2, "empty"],
      [3, "empty"],
    ]);
  });
});

describe("fractions of a published source", () => {
  const rows = ["kode;MR 9–59 bulan;IPV", "62.03.01.1006;347,44;98", "62.03.01.1007;639,36;0,5"];
  const asked = (answer?: string) => {
    const asking = new Asking(new Map(answer === undefined ? [] : [["fractions.0", answer]]));
    const { table, vocabulary, lookup } = readRows(rows);
    if (table.kind !== "read") throw new Error(`not read: ${table.kind}`);
    const terms = { asOf: "2026-06-02", asking } as const;
    const read = checkTargetSheet(
      table.rows,
      targetHead(table, vocabulary),
      campaign,
      lookup,
      terms,
    );
    return { ...atOnce(read), asked: asking.asked };
  };

  test("are asked about once", () => {
    const read = asked();
    expect(read.asked).toMatchObject([
      {
        kind: "fractions",
        params: { count: 3 },
        examples: ["347,44 → 347", "639,36 → 639", "0,5 → 1"],
        answer: null,
      },
    ]);
    expect(read.rejected.map(({ code }) => code)).toEqual(["notWhole", "notWhole", "notWhole"]);
    expect(read.original).toBeNull();
  });

  test("are rounded half up, and the source's own sum is kept", () => {
    const read = asked("round");
    expect(read.cells.map(({ people }) => people)).toEqual([347, 98, 639, 1]);
    expect([read.rejected, read.original]).toEqual([[], 1_085.3]);
  });

  test("are rejected when they are not to be rounded", () => {
    const read = asked("reject");
    expect(read.rejected).toHaveLength(3);
    expect([read.cells.map(({ people }) => people), read.original]).toEqual([[98], null]);
  });
});
