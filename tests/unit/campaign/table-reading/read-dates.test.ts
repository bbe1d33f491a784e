import { describe, expect, test } from "vitest";

import { cellsOf, days, only, questions, tally, target } from "./reading";

describe("the day of a table without dates", () => {
  const rows = ["LAPORAN", "Tanggal : 4 Juni 2026", "Desa;IPV", "Selat Hilir;5", ";"];

  test("is asked, and the day of the title is suggested", () => {
    const asked = tally(rows, { days });
    expect(asked.asked).toMatchObject([
      { kind: "day", suggested: "2026-06-04", examples: ["Tanggal : 4 Juni 2026"] },
    ]);
    const { table } = tally(rows, { days, answers: { [only(asked)]: "2026-06-03" } });
    expect(cellsOf(table, "day")).toEqual([{ kind: "day", day: "2026-06-03" }, undefined]);
  });

  test.each([
    ["two days", ["1 Juni 2026 s/d 4 Juni 2026", ...rows.slice(2)]],
    ["no day", rows.slice(2)],
    ["a day that is none of the campaign's", ["4 Mei 2022", ...rows.slice(2)]],
  ])("is not suggested where the title has %s", (_, own) => {
    expect(tally(own, { days }).asked).toMatchObject([{ kind: "day", suggested: null }]);
  });

  test("may stand in the sheet's name without its year", () => {
    const more = { name: "4 Juni" };
    expect(tally(rows.slice(2), { days, more }).asked).toMatchObject([{ suggested: "2026-06-04" }]);
  });
});

describe("signs in numbers and dates", () => {
  test("a dot that nothing explains is asked once for the table", () => {
    const rows = ["kode;MR 9-59 bln;IPV", "62.03.01.1007;12.449;15.022"];
    const asked = target(rows);
    expect(asked.asked).toMatchObject([{ kind: "dots", examples: ["12.449", "15.022"] }]);
    const said = (answer: string) => {
      const { table } = target(rows, { answers: { [only(asked)]: answer } });
      return table.kind === "read" ? [...table.groupings.values()] : null;
    };
    expect(said("thousands")).toEqual(["dot", "dot"]);
    expect(said("decimals")).toEqual(["saidDecimal", "saidDecimal"]);
  });

  test("a comma before three digits is asked, unless a fraction of the table explains it", () => {
    const rows = (other: string) => ["kode;MR 9-59 bln;IPV", `62.03.01.1007;1,234;${other}`];
    expect(questions(target(rows("7")))).toEqual([["commas", "thousands", "decimals"]]);
    expect(questions(target(rows("7,5")))).toEqual([]);
  });

  test("dates that may be either order are asked where one writes the month first", () => {
    const rows = ["kode;tanggal;IPV", "62.03.01.1007;06/03/2026;1", "62.03.01.1006;05/28/2026;2"];
    const asked = tally(rows);
    expect(asked.asked).toMatchObject([
      { kind: "dayOrder", params: { row: 3 }, suggested: "monthFirst" },
    ]);
    const { table } = tally(rows, { answers: { [only(asked)]: "monthFirst" } });
    expect(cellsOf(table, "day")).toEqual([
      { kind: "day", day: "2026-06-03" },
      { kind: "day", day: "2026-05-28" },
    ]);
  });
});

describe("a column of dates that all write the month first", () => {
  const rows = ["kode;tanggal;IPV", "62.03.01.1007;05/23/2026;1", "62.03.01.1006;05/28/2026;2"];

  test("is asked once, and the answer holds for all of it", () => {
    const asked = tally(rows);
    expect(asked.asked).toMatchObject([
      {
        kind: "dayOrder",
        params: { row: 2 },
        suggested: "monthFirst",
        options: [{ value: "reject" }, { value: "monthFirst", params: { text: "05/23/2026" } }],
      },
    ]);
    const said = (answer: string) =>
      cellsOf(tally(rows, { answers: { [only(asked)]: answer } }).table, "day");
    expect(said("monthFirst")).toEqual([
      { kind: "day", day: "2026-05-23" },
      { kind: "day", day: "2026-05-28" },
    ]);
    expect(said("reject")).toMatchObject([{ text: "05/23/2026" }, { text: "05/28/2026" }]);
  });

  test("is not asked where another date contradicts it, nor where all write the day first", () => {
    const [heads = ""] = rows;
    const mixed = [heads, "62.03.01.1007;05/23/2026;1", "62.03.01.1006;28/05/2026;2"];
    expect(tally(mixed).asked).toEqual([]);
    const plain = [heads, "62.03.01.1007;06/05/2026;1", "62.03.01.1006;28/05/2026;2"];
    expect(tally(plain).asked).toEqual([]);
  });
});
