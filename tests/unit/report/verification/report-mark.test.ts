import { describe, expect, it } from "vitest";

import { markText, readMarks } from "@/lib/report/verification/report-mark";

describe("the mark of a report", () => {
  it("comes back from a form as it went in", () => {
    const marks = [
      { unit: "62.03.01.1007", day: "2026-06-04", version: 1, status: "submitted" } as const,
      { unit: "pkm-kurun", day: "2026-06-03", version: 12, status: "returned" } as const,
    ];
    expect(readMarks(marks.map(markText).join(" "))).toEqual(marks);
    expect(readMarks("")).toEqual([]);
  });

  it.each([
    ["a day that does not exist", "62.03.01.1007~2026-06-31~1~submitted"],
    ["a day before any calendar", "62.03.01.1007~0000-01-01~1~submitted"],
    ["a version that no report has", "62.03.01.1007~2026-06-04~0~submitted"],
    ["a missing part", "62.03.01.1007~2026-06-04~1"],
    ["a status that no report has", "62.03.01.1007~2026-06-04~1~draft"],
    ["one part too many", "62.03.01.1007~2026-06-04~1~submitted~1"],
    ["a code that no unit can have", "'; drop~2026-06-04~1~submitted"],
  ])("is rejected with %s", (_, text) => {
    expect(readMarks(text)).toBeNull();
  });
});
