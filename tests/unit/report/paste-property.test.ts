import fc from "fast-check";
import { expect, test } from "vitest";

import type { AskedQuestion } from "@/lib/campaign/table-reading/asking";
import { entryColumns, type EntryRow } from "@/lib/report/entry-row";
import { previewPaste } from "@/lib/report/paste";
import type { PastePreview } from "@/lib/report/pasted";
import {
  blockLayout,
  blockOf,
  knownTable,
  layout,
  type KnownTable,
  type Layout,
} from "@/tests/unit/campaign/table-reading/layouts";
import { campaign, units } from "@/tests/unit/campaign/target-population/campaign";

const columns = entryColumns(campaign);
/** As the tables of `layouts` have their columns. */
const boxes = ["MR/9-59-bulan", "MR/5-7-tahun", "IPV/9-59-bulan"];
const rows: readonly EntryRow[] = units.map(({ code, name, subdistrictName }) => ({
  unit: { code, name, villageKind: "desa", subdistrictName },
  standing: null,
  isDue: true,
  cells: columns.map(() => ({
    before: 0,
    yesterday: null,
    target: null,
    usual: [],
    deviations: 3,
  })),
}));

/** What who wrote the table would say; null: what the test does not know. */
function answerOf({ kind, options }: AskedQuestion): string | null {
  const known: Partial<Record<AskedQuestion["kind"], string>> = {
    dots: "thousands",
    commas: "thousands",
    dayOrder: "monthFirst",
    sum: "add",
  };
  const answer = known[kind] ?? null;
  return options.some(({ value }) => value === answer) ? answer : null;
}

/** "62.03.01.1007 MR/9-59-bulan": 12. */
function pasted(preview: PastePreview): [string, number][] {
  return preview.rows.flatMap(({ unit, cells }) =>
    cells.flatMap((cell, at): [string, number][] => {
      const key = preview.columns[at]?.key ?? "";
      return cell.kind === "change" ? [[`${unit.code} ${key}`, cell.to]] : [];
    }),
  );
}

function truth({ rows: known }: KnownTable): Map<string, number> {
  return new Map(
    known.flatMap(({ unit, values }) =>
      values.map((value, at): [string, number] => [`${unit} ${boxes[at] ?? ""}`, value]),
    ),
  );
}

test("a block of a known table is laid where it belongs, or what is left out is told or asked", () => {
  const seen = { whole: 0, partial: 0, asked: 0 };
  fc.assert(
    fc.property(knownTable, layout, blockLayout, (table, written, block) => {
      const how = { ...written, kind: "tally" as const, hidden: "none" as const };
      // Of columns without heads only their order tells, and dates in another order are another day's.
      fc.pre(block.begins !== "rows" || isPlain(how));
      fc.pre(how.dates !== "monthFirst" || table.day === "2026-05-28");
      const text = blockOf(table, how, block);
      const answers = new Map<string, string>();
      const read = () =>
        previewPaste(text, {
          rows,
          columns,
          typed: () => ({}),
          at: null,
          shown: block.shown,
          answers,
        });
      let preview = read();
      for (let round = 0; round < 4; round += 1) {
        for (const question of preview.asked) {
          const answer = answerOf(question);
          if (answer !== null) answers.set(question.id, answer);
        }
        preview = read();
      }
      const right = truth(table);
      const stored = pasted(preview);
      for (const [place, value] of stored) {
        expect([text, place, value]).toEqual([text, place, right.get(place)]);
      }
      // What says another day lays nothing down before somebody says so.
      const saysDay =
        block.begins !== "rows" &&
        !(block.begins === "heads" && block.isUnlabelled) &&
        (how.dayIn === "column" || block.begins === "titles");
      if (saysDay && table.day !== block.shown) expect([text, stored]).toEqual([text, []]);
      const isOpen = preview.asked.some(({ answer }) => answer === null);
      const wanted = table.rows.length * how.boxOrder.length;
      if (isOpen) seen.asked += 1;
      else if (stored.length === wanted) seen.whole += 1;
      else {
        const told = [
          ...preview.leftOut,
          ...preview.unplaced,
          ...(preview.otherDays ?? []),
          ...preview.rows.flatMap(({ cells }) => cells.filter(({ kind }) => kind === "rejected")),
        ];
        expect([text, told.length > 0]).toEqual([text, true]);
        seen.partial += 1;
      }
    }),
    { numRuns: 300, seed: 2026 },
  );
  expect(seen.whole).toBeGreaterThan(60);
}, 120_000);

/** All counts and nothing else, in the order of the grid, behind a name or code. */
function isPlain(how: Layout): boolean {
  return (
    String(how.boxOrder) === "0,1,2" &&
    how.beside === "nothing" &&
    how.bySex === "no" &&
    how.dayIn === "title" &&
    !how.hasPuskesmas &&
    !how.repeatsHead
  );
}
