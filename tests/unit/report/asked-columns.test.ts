import { expect, test } from "vitest";

import { isAskedOf, keptKinds } from "@/lib/campaign/asked";
import type { UnitKind } from "@/lib/campaign/unit-kind";
import { columnKeyOf, type ColumnKey } from "@/lib/campaign/column-key";
import { eachOther } from "@/lib/campaign/measures";
import { copiedText, isAskedAt, readCounts } from "@/lib/device/entry/row-counts";
import { blanksOf, isWhole } from "@/lib/device/entry/row-life";
import { isUnsaved, openRow, typedAs, unaskedTexts } from "@/lib/device/entry/row-state";
import { contentToSend } from "@/lib/device/entry/to-send";
import { askedPart, columnsOf, type EntryColumn, type EntryRow } from "@/lib/report/entry-row";
import { readPastedCell } from "@/lib/report/pasted";
import { contentOf } from "@/lib/report/report-content";

const column = (targetGroup: string, unitKinds?: readonly UnitKind[]): EntryColumn => ({
  key: columnKeyOf({ intervention: "D1", targetGroup }),
  intervention: "D1",
  targetGroup,
  interventionName: "Dosis 1",
  shortName: "D1",
  groupName: targetGroup,
  shortGroupName: targetGroup,
  ...(unitKinds && { unitKinds }),
});
const columns = [column("asn", ["office"]), column("umum", ["village"]), column("lansia")];

const keyOf = (targetGroup: string): ColumnKey => columnKeyOf({ intervention: "D1", targetGroup });

const row = (code: string, kind?: UnitKind): EntryRow => ({
  unit: { code, name: code, villageKind: null, subdistrictName: "Selat", ...(kind && { kind }) },
  standing: null,
  isDue: true,
  cells: [1, 2, 3].map((before) => ({
    before,
    yesterday: 0,
    target: 10,
    usual: [],
    deviations: 3,
  })),
});
const [village, office, school] = [row("desa"), row("opd", "office"), row("sd", "school")];

test.each<[string, readonly UnitKind[] | undefined, UnitKind, boolean]>([
  ["nothing named asks every kind", undefined, "office", true],
  ["an empty list too", [], "office", true],
  ["a kind that is named", ["office", "school"], "school", true],
  ["another one", ["office"], "village", false],
])("%s", (_, unitKinds, kind, isAsked) => {
  expect(isAskedOf({ unitKinds }, kind)).toBe(isAsked);
});

test("all kinds ticked are no restriction, and the order of ticking is none", () => {
  expect(keptKinds(["office", "village"], ["village", "office"])).toEqual([]);
  expect(keptKinds(["school", "village"], ["village", "office", "school"])).toEqual([
    "village",
    "school",
  ]);
});

test("a list draws what is asked of any of its units, with the cells that belong to it", () => {
  const groups = (rows: readonly EntryRow[]) =>
    askedPart(rows, columns).columns.map(({ targetGroup }) => targetGroup);
  expect(groups([village, office])).toEqual(["asn", "umum", "lansia"]);
  expect(groups([village])).toEqual(["umum", "lansia"]);
  expect(groups([school])).toEqual(["lansia"]);
  expect(askedPart([office], columns).rows[0]?.cells.map(({ before }) => before)).toEqual([1, 3]);
  const free = [column("a"), column("b")];
  expect(askedPart([village], free).columns).toBe(free);
});

test("a row is whole with its own columns, and says nothing in the others", () => {
  const state = openRow(office, columns, "daily");
  const typed = (texts: Readonly<Record<string, string>>) => ({
    ...state,
    typed: {
      ...state.typed,
      residents: Object.fromEntries(
        columns.map(({ key, targetGroup }) => [key, texts[targetGroup] ?? ""]),
      ),
    },
  });
  expect(isWhole(typed({ asn: "4" }), columns)).toBe(false);
  expect(isWhole(typed({ asn: "4", lansia: "0" }), columns)).toBe(true);
  const nihil = { ...state, isZero: true };
  expect(readCounts(nihil, columns)).toEqual([0, null, 0]);
  expect(columns.map(({ key }) => copiedText(nihil, columns, key))).toEqual(["0", "", "0"]);
  expect(columns.map(({ key }) => isAskedAt(state, columns, key))).toEqual([true, false, true]);
});

test("a report lacks only what its unit is asked", () => {
  const doses = { residents: 1, nonResidents: 0 };
  const report = { zero: false, tallies: [{ intervention: "D1", targetGroup: "asn", ...doses }] };
  expect(blanksOf(report, columnsOf(office.unit, columns))).toBe(1);
});

test.each<[string, object]>([
  ["12", { kind: "rejected", text: "12", reason: "notAsked" }],
  ["0", { kind: "blank" }],
  ["-", { kind: "blank" }],
  ["", { kind: "blank" }],
])("%j pasted into a column that is not the unit's", (text, does) => {
  const at = {
    now: "",
    cell: office.cells[1],
    figures: "daily",
    grouping: "dot",
    dash: null,
  } as const;
  expect(readPastedCell(text, { ...at, isAsked: false })).toEqual(does);
});

test("what was typed before a column was restricted is told and left out, and the rest goes", () => {
  const [asn, open] = [keyOf("asn"), keyOf("lansia")];
  const typed = {
    ...openRow(village, columns).typed,
    residents: { [asn]: "12", [open]: "4" },
  };
  // A grid has the column for the other units, a card of the village alone has it not.
  for (const drawn of [columns, columnsOf(village.unit, columns)]) {
    const state = { ...openRow(village, drawn), typed };
    expect([...unaskedTexts(state, drawn)]).toEqual([[asn, "12"]]);
    expect(contentToSend(state, drawn)?.report.tallies).toMatchObject([
      { targetGroup: "lansia", residents: 4 },
    ]);
    const alone = { ...state, typed: { ...typed, residents: { [asn]: "12" } } };
    expect(contentToSend(alone, drawn)).toBeNull();
    expect(isUnsaved(alone, drawn)).toBe(false);
  }
});

test("a report that was rejected for such a column is sent again without it", () => {
  const own = columnsOf(village.unit, columns);
  const content = contentOf({
    zero: false,
    tallies: (["asn", "lansia"] as const).map((targetGroup) => ({
      ...{ intervention: "D1", targetGroup, residents: 7 },
      ...eachOther(() => 0),
    })),
  });
  for (const drawn of [columns, own]) {
    const opened = openRow(village, drawn);
    const state = {
      ...opened,
      typed: typedAs(opened, content, drawn),
      queued: { id: "1", content },
    };
    expect(isUnsaved(state, drawn)).toBe(true);
    expect(unaskedTexts(state, drawn).get(keyOf("asn"))).toBe("7");
    expect(contentToSend(state, drawn)?.report.tallies).toMatchObject([
      { targetGroup: "lansia", residents: 7 },
    ]);
  }
});
