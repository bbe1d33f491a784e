import { describe, expect, test } from "vitest";

import { calendarCell, calendarRows, totalRow } from "@/lib/monitor/completeness/calendar";

describe("a day of a kecamatan", () => {
  test.each([
    { received: 0, of: 10, state: "nothing", missing: 10 },
    { received: 1, of: 10, state: "below", missing: 9 },
    { received: 7, of: 10, state: "below", missing: 3 },
    { received: 3, of: 4, state: "enough", missing: 1 },
    { received: 8, of: 10, state: "enough", missing: 2 },
    { received: 10, of: 10, state: "complete", missing: 0 },
    // A unit was taken out of the campaign after it had reported.
    { received: 11, of: 10, state: "complete", missing: 0 },
    { received: 0, of: 0, state: "notExpected", missing: 0 },
    { received: 4, of: 0, state: "notExpected", missing: 0 },
  ])("$received of $of reports: $state, $missing missing", ({ received, of, state, missing }) => {
    const cell = calendarCell("2026-06-04", { received, onTime: received, expected: of });
    expect(cell).toMatchObject({ state, missing, isLate: false });
  });

  test.each([
    { received: 4, onTime: 3, isLate: true },
    { received: 5, onTime: 4, isLate: false },
    { received: 8, onTime: 6, isLate: true },
    { received: 1, onTime: 0, isLate: true },
    { received: 0, onTime: 0, isLate: false },
  ])("$onTime of $received on time: late is $isLate", ({ received, onTime, isLate }) => {
    expect(calendarCell("2026-06-04", { received, onTime, expected: 8 }).isLate).toBe(isLate);
  });
});

describe("the rows of a calendar", () => {
  const days = ["2026-06-01", "2026-06-02", "2026-06-03"];
  const places = [
    { code: "selat", name: "Selat", units: 4 },
    { code: "mandau", name: "Mandau Talawang", units: 2 },
  ];
  const reports = [
    { place: "selat", day: "2026-06-01", received: 4, onTime: 2, due: 4 },
    { place: "selat", day: "2026-06-02", received: 1, onTime: 1, due: 4 },
    { place: "selat", day: "2026-06-03", received: 3, onTime: 3, due: 0 },
    { place: "mandau", day: "2026-06-01", received: 0, onTime: 0, due: 2 },
    { place: "mandau", day: "2026-06-02", received: 0, onTime: 0, due: 2 },
  ];
  const rows = calendarRows(places, reports, days);

  test("keep a kecamatan that never reported, with nothing on every day", () => {
    expect(rows[1]).toMatchObject({ received: 0, onTime: 0, expected: 4 });
    expect(rows[1]?.cells.map(({ state }) => state)).toEqual(["nothing", "nothing", "notExpected"]);
  });

  test("leave sweeping days out of every sum, and show what came on them", () => {
    expect(rows[0]).toMatchObject({ received: 5, onTime: 3, expected: 8 });
    expect(rows[0]?.cells[2]).toMatchObject({ received: 3, expected: 0, state: "notExpected" });
  });

  test("add up to the whole, day by day", () => {
    const total = totalRow(rows, days, { code: "62.03", name: "Kapuas" });
    expect(total).toMatchObject({ units: 6, received: 5, onTime: 3, expected: 12 });
    expect(total.cells.map(({ received, expected, state }) => [received, expected, state])).toEqual(
      [
        [4, 6, "below"],
        [1, 6, "below"],
        [3, 0, "notExpected"],
      ],
    );
  });

  test("expect nothing of a unit for the days before it joined", () => {
    const joined = [
      { place: "mandau", day: "2026-06-01", received: 1, onTime: 1, due: 1 },
      { place: "mandau", day: "2026-06-02", received: 0, onTime: 0, due: 2 },
      { place: "mandau", day: "2026-06-03", received: 0, onTime: 0, due: 2 },
      { place: "selat", day: "2026-06-02", received: 0, onTime: 0, due: 4 },
      { place: "selat", day: "2026-06-03", received: 0, onTime: 0, due: 4 },
    ];
    const [selat, mandau] = calendarRows(places, joined, days);

    expect(mandau?.cells.map(({ state }) => state)).toEqual(["complete", "nothing", "nothing"]);
    expect(mandau).toMatchObject({ received: 1, expected: 5 });
    expect(selat?.cells[0]).toMatchObject({ expected: 0, missing: 0, state: "notExpected" });
    expect(selat).toMatchObject({ expected: 8 });
  });

  test("have no cells before the first day", () => {
    expect(calendarRows(places, [], [])[0]?.cells).toEqual([]);
  });
});
