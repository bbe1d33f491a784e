import { describe, expect, test } from "vitest";

import { chartLines } from "@/lib/stock/chart-line";
import { drawDown } from "@/lib/stock/run-out";

const from = "2021-06-09";
const stock = [
  { id: "1", expiresOn: "2021-06-30", doses: 23_100 },
  { id: "2", expiresOn: "2021-08-31", doses: 5_440 },
];

describe("the lines of a stock", () => {
  test("fall straight to an expiry, then off its cliff, and end where nothing is left", () => {
    const atRecent = drawDown(stock, { doses: 250, days: 1 }, from);
    const lines = chartLines({ atRecent, atRequired: null }, { from, lastDay: "2021-06-30" });
    expect(lines.recent[0]).toEqual({ at: 0, value: 28_540 });
    expect(lines.cliffs).toEqual([{ at: 22, day: "2021-06-30", from: 23_040, to: 5_440 }]);
    expect(lines.recent.at(-1)).toEqual({ at: 44, value: 0 });
    expect(lines.last).toBe(22);
    expect(lines.required).toEqual([]);
  });

  test("go on to the right end where they do not end in time", () => {
    const atRecent = drawDown(
      [{ id: "1", expiresOn: null, doses: 10_000 }],
      { doses: 1, days: 1 },
      from,
    );
    const lines = chartLines({ atRecent, atRequired: null }, { from, lastDay: "2021-06-30" });
    expect(lines.recent.at(-1)).toEqual({ at: 240, value: 9_760 });
  });

  test("leave out a last day that is far beyond", () => {
    const atRecent = drawDown(
      [{ id: "1", expiresOn: null, doses: 10 }],
      { doses: 5, days: 1 },
      from,
    );
    const lines = chartLines({ atRecent, atRequired: null }, { from, lastDay: "2022-04-30" });
    expect(lines).toMatchObject({ end: 7, last: null });
  });
});
