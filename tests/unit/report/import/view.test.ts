import { expect, test } from "vitest";

import { regionCode } from "@/lib/base/region/code";
import { planImport } from "@/lib/report/import/plan";
import { viewOf } from "@/lib/report/import/view";
import { dosesOf } from "@/lib/campaign/measures";

const unit = {
  code: "62.03.01.1007",
  name: "Selat Hilir",
  kind: "village",
  regionCode: regionCode.parse("62.03.01.1007"),
  subdistrictCode: regionCode.parse("62.03.01"),
  subdistrictName: "Selat",
} as const;
const day = "2026-06-04";
const mr = { intervention: "MR", targetGroup: "young" };
const opv = { intervention: "OPV", targetGroup: "young" };

test("the doses of a day are those of the file, without what it has no column for", () => {
  const row = { line: 2, unit, day, dayText: day, round: 1, zero: false, parts: [] };
  const counts = [{ ...mr, head: "MR", value: 12, nonResidents: 0 }];
  const columns = [{ ...mr, head: "MR", columnIndex: 2, measure: "residents" as const }];
  const standing = {
    version: 1,
    zero: false,
    receivedAt: "2026-06-04T08:00:00Z",
    receivedBy: "Camat Selat",
    isOwn: false,
    status: "submitted",
    returnReason: null,
    tallies: [
      { ...mr, ...dosesOf({ residents: 10 }) },
      { ...opv, ...dosesOf({ residents: 30 }) },
    ],
  } as const;
  const plan = planImport(
    { reports: [{ ...row, counts }], columns },
    {
      standings: [
        {
          unit: unit.code,
          day,
          lastVersion: 1,
          standing: { ...standing, tallies: [...standing.tallies] },
        },
      ],
      doses: [],
      cumulative: [],
      accessTo: () => ({ lock: null }),
    },
    { figures: "daily", overwriteUntil: new Date("2026-06-04T09:00:00Z") },
  );

  expect(plan.rows[0]?.tallies).toContainEqual({ ...opv, residents: 30, nonResidents: 0 });
  const words = {
    rejection: () => ({ why: "", advice: "" }),
    count: String,
    zero: "",
    nothing: "",
    partOf: ({ code }: { readonly code: string }) => code,
    headOf: String,
    far: String,
  };
  expect(viewOf(plan, { rejected: [], problems: 0 }, words).days).toMatchObject([
    { day, rows: 1, differs: 1, doses: 12 },
  ]);
});

test("faults beyond what can be told are counted", () => {
  const rejection = {
    column: "MR",
    content: "y".repeat(40_000),
    code: "notNumber",
    params: {},
    place: "Selat Hilir",
    placeNote: "Selat",
    memory: null,
  } as const;
  const rejected = Array.from({ length: 1_400 }, (_, at) => ({ ...rejection, line: at + 2 }));
  const words = {
    rejection: () => ({ why: "Bukan angka.", advice: "" }),
    count: String,
    zero: "",
    nothing: "",
    partOf: ({ code }: { readonly code: string }) => code,
    headOf: String,
    far: String,
  };
  const view = viewOf({ rows: [], rejected: [] }, { rejected, problems: 9_000 }, words);
  expect(view).toMatchObject({ rowsRejected: 1_400, untold: 7_600 });
  expect(view.rejected.map(({ why, cells }) => [why, cells.length])).toEqual([
    ["Bukan angka.", 1_400],
  ]);
  expect(view.rejected[0]?.cells[0]?.content).toBe(`${"y".repeat(200)}…`);

  const different = rejected.map((each) => ({ ...each, column: `MR ${String(each.line)}` }));
  const many = viewOf({ rows: [], rejected: [] }, { rejected: different, problems: 9_000 }, words);
  expect(many.rejected).toHaveLength(1_000);
  expect(many.untold).toBe(8_000);
});
