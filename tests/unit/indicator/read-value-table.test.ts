import { describe, expect, it } from "vitest";

import type { Indicator } from "@/lib/indicator/indicator";
import { periodKey, readPeriod } from "@/lib/indicator/period";
import { readValueTable } from "@/lib/indicator/read-value-table";
import { storedCounted } from "@/lib/indicator/stored-counted";
import { kampungKbTemplate } from "@/lib/indicator/template";
import { cellFields, typedCells } from "@/lib/indicator/typed-cells";
import { indicatorOf, typedIndicator } from "@/lib/indicator/typed-indicator";
import { indicatorInput } from "@/lib/indicator/schema";

const now = readPeriod("2024-S1") ?? { kind: "half", year: 2024, number: 1 };
const units = [
  { code: "61.06.08.2007", name: "Bugang" },
  { code: "61.06.21.2002", name: "Mawan" },
];
const indicator = (code: string, name: string, over: Partial<Indicator> = {}): Indicator => ({
  id: `00000000-0000-4000-8000-0000000000${code.length}0`,
  code,
  name,
  measure: "percent",
  direction: "down",
  period: "half",
  counted: null,
  office: null,
  baseline: null,
  goals: [],
  position: 1,
  version: 1,
  ...over,
});
const stunting = indicator("STUNTING", "Stunting balita");
const deaths = indicator("IBU", "Kematian ibu", { measure: "count" });
const known = { indicators: [stunting, deaths], units, period: now };
const read = (text: string) =>
  readValueTable(
    text.split("\n").map((line) => line.split("\t")),
    known,
  );

describe("a table of values", () => {
  it("has a row each: with a period, a numerator and a denominator", () => {
    const found = read(
      [
        "Indikator\tDesa\tPeriode\tNilai\tPembilang\tPenyebut",
        "Stunting balita\tDesa Bugang\tSemester 2 2023\t\t24\t120",
        "ibu\t61.06.21.2002\tSemester 2 2023\t0\t\t",
      ].join("\n"),
    );
    expect(periodKey(found.period)).toBe("2023-S2");
    const first = cellFields(stunting, "61.06.08.2007");
    const second = cellFields(deaths, "61.06.21.2002");
    expect(found.typed).toEqual({
      [first.first]: "24",
      [first.second]: "120",
      [second.first]: "0",
      [second.second]: "",
    });
    expect(found).toMatchObject({ count: 2, unread: [] });
  });

  it("has a column for each unit", () => {
    const found = read("Judul\n\nIndikator\tMawan\tBugang\tEntah\nSTUNTING\t20/102\t29,2%\t1");
    expect(found.typed[cellFields(stunting, "61.06.21.2002").first]).toBe("20/102");
    expect(found.typed[cellFields(stunting, "61.06.08.2007").first]).toBe("29,2%");
    expect(found.unread).toEqual([{ line: 3, problem: "noUnit", text: "Entah" }]);
  });

  it("says of each row that is not used why", () => {
    const found = read(
      [
        "Indikator\tDesa\tPeriode\tNilai",
        "IBU\tBugang\t2024-S1\t1",
        "IBU\tBugang\t2024-S1\t2",
        "Banjir\tBugang\t2024-S1\t1",
        "IBU\tJakarta\t2024-S1\t1",
        "IBU\tMawan\tkemarin\t1",
        "IBU\tMawan\t2023-S2\t1",
      ].join("\n"),
    );
    expect(found.unread.map(({ line, problem }) => [line, problem])).toEqual([
      [3, "twice"],
      [4, "noIndicator"],
      [5, "noUnit"],
      [6, "noPeriod"],
      [7, "otherPeriod"],
    ]);
    expect(read("a\tb\n1\t2").unread).toEqual([{ line: 1, problem: "noHead", text: "" }]);
  });
});

describe("a form of many values", () => {
  const { first, second, version, confirm } = cellFields(stunting, units[0]?.code ?? "");
  const standing = {
    id: "s",
    indicator: stunting.id,
    unit: units[0]?.code ?? "",
    period: now,
    value: null,
    numerator: 24,
    denominator: 120,
    source: "Posyandu",
    version: 3,
  };
  const cells = (typed: Record<string, string>, stood: readonly (typeof standing)[] = []) =>
    typedCells(typed, { ...known, standing: stood });

  it("sends what is another than what stands, with the version that was seen", () => {
    expect(cells({ [first]: "24", [second]: "120", [version]: "3" }, [standing])).toEqual([]);
    expect(cells({ [first]: "", [second]: "" })).toEqual([]);
    const [cell] = cells({ [first]: "18", [second]: "120", [version]: "3" }, [standing]);
    expect(cell).toMatchObject({
      field: first,
      body: { version: 3, numerator: 18, denominator: 120, source: "Posyandu", isConfirmed: false },
    });
  });

  it("takes back what is emptied, and hands on what cannot be read", () => {
    const [emptied] = cells({ [first]: "", [second]: "" }, [standing]);
    expect(emptied?.body).toMatchObject({ value: null, numerator: null, denominator: null });
    const [odd] = cells({ [first]: "banyak", [confirm]: "on", source: "SIGA" });
    expect(odd?.body).toMatchObject({ value: "banyak", isConfirmed: true, source: "SIGA" });
  });

  it("is kept as it was sent, whatever else stands there", () => {
    expect(storedCounted({ value: 3, numerator: null, more: 1 })).toMatchObject({ value: 3 });
    expect(storedCounted(null)).toEqual({ value: null, numerator: null, denominator: null });
  });
});

describe("an indicator", () => {
  const sent = "3f0c1d5e-9a0b-4c1d-8e2f-000000000001";
  const typed = {
    code: "STUNTING",
    name: "Stunting balita",
    measure: "percent",
    direction: "down",
    period: "half",
    baseline: "Semester 2 2023",
    goals: "Semester 1 2024; 20\nS1 2024; 61.06.08.2007; 18,5",
  };

  it("is read of its form, and stands in it as it is read again", () => {
    const input = indicatorInput.parse({ sent, version: 0, ...indicatorOf(typed) });
    expect(input).toMatchObject({
      baseline: "2023-S2",
      counted: null,
      office: null,
      position: null,
      goals: [
        { period: "2024-S1", unit: null, value: 20 },
        { period: "2024-S1", unit: "61.06.08.2007", value: 18.5 },
      ],
    });
    const goals = input.goals.map((goal) => ({ ...goal, period: now }));
    const again = indicatorOf(typedIndicator({ ...stunting, goals }));
    expect(again.goals).toEqual(input.goals);
  });

  it.each([
    [{ baseline: "Semester 3 2023" }, "baseline", "noSuchPeriod"],
    [{ baseline: "2023" }, "baseline", "periodOfIndicator"],
    [{ goals: "2024-S1; banyak" }, "goals.0.value", "notANumber"],
    [{ goals: "2024-S1; 1\n2024-S1; 2" }, "goals.1.period", "goalTwice"],
    [{ goals: "2024; 1" }, "goals.0.period", "periodOfIndicator"],
    [{ name: "" }, "name", "required"],
    [{ code: "dua kata" }, "code", "codeFormat"],
    [{ position: "1000" }, "position", "positionRange"],
    [{ goals: "2024-S1; 1,23456" }, "goals.0.value", "tooManyDecimals"],
  ])("is rejected with %o", (over, path, message) => {
    const result = indicatorInput.safeParse({
      sent,
      version: 0,
      ...indicatorOf({ ...typed, ...over }),
    });
    const issues = result.error?.issues.map((issue) => [issue.path.join("."), issue.message]);
    expect(issues).toContainEqual([path, message]);
  });

  it("of the template is one of fourteen: six should rise, eight should fall", () => {
    const count = (direction: string) =>
      kampungKbTemplate.filter((each) => each.direction === direction).length;
    expect([kampungKbTemplate.length, count("up"), count("down")]).toEqual([14, 6, 8]);
    expect(new Set(kampungKbTemplate.map(({ code }) => code)).size).toBe(14);
  });
});
