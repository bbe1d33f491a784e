import fc from "fast-check";
import { expect, test } from "vitest";

import type { Sheet } from "@/lib/base/spreadsheet/workbook";
import type { Question } from "@/lib/campaign/table-reading/question";
import { checkTallySheet as checkTallies } from "@/lib/report/import/server/sheet-check";
import { tallyHead } from "@/lib/report/import/sheet-head";
import { checkTargetSheet as checkTargets } from "@/lib/campaign/target-population/server/sheet-check";
import { targetHead } from "@/lib/campaign/target-population/sheet-head";
import { atOnce } from "@/tests/support/at-once";
import { readSheets } from "@/tests/support/table";
import { campaign, units } from "@/tests/unit/campaign/target-population/campaign";

import { knownTable, layout, sheetsOf, type KnownTable, type Layout } from "./layouts";

const today = "2026-06-10";
const days = ["2026-05-28", "2026-06-03", "2026-06-05", "2026-06-06"];
const boxes = ["MR 9-59-bulan", "MR 5-7-tahun", "IPV 9-59-bulan"];

/** "62.03.01.1007 2026-06-03 MR 9-59-bulan": 12. */
type Stored = ReadonlyMap<string, number>;

type Outcome = { readonly stored: Stored; readonly told: number };

/** What storing would store, and how many rows are rejected; a question when one is open. */
function load(
  sheets: readonly Sheet[],
  { kind }: Layout,
  answers: Readonly<Record<string, string>>,
): Outcome | readonly Question[] {
  const { table, asked, vocabulary, lookup } = readSheets(kind, sheets, {
    campaign,
    units,
    answers,
    days: kind === "tally" ? days : [],
  });
  const open = asked.filter(({ answer }) => answer === null);
  if (open.length > 0 || table.kind === "asked") return open;
  if (table.kind !== "read") return { stored: new Map(), told: Number.POSITIVE_INFINITY };
  const { rows, overlong } = table;
  if (kind === "target") {
    const head = targetHead(table, vocabulary);
    const terms = { asOf: today, overlong };
    const { cells, rejected, rowsRejected } = atOnce(
      checkTargets(rows, head, campaign, lookup, terms),
    );
    const kept = rejected.length > 0 ? [] : cells;
    const told = kept.map(
      (cell) => [`${cell.unit} ${cell.intervention} ${cell.targetGroup}`, cell.people] as const,
    );
    return { stored: new Map(told), told: rejected.length > 0 ? rows.length : rowsRejected };
  }
  const names = { unit: "Unit", day: "Tanggal" };
  const head = tallyHead(table, vocabulary);
  const terms = { today, names, overlong };
  const { reports, rejected } = atOnce(checkTallies(rows, head, campaign, lookup, terms));
  const told = reports.flatMap(({ unit, day, counts }) =>
    counts.map(
      ({ intervention, targetGroup, value }) =>
        [`${unit.code} ${day} ${intervention} ${targetGroup}`, value] as const,
    ),
  );
  return { stored: new Map(told), told: new Set(rejected.map(({ line }) => line)).size };
}

function truth({ day, rows }: KnownTable, { kind, boxOrder }: Layout): Stored {
  return new Map(
    rows.flatMap(({ unit, values }) =>
      boxOrder.map((at) => [
        [unit, ...(kind === "tally" ? [day] : []), boxes[at]].join(" "),
        values[at] ?? -1,
      ]),
    ),
  );
}

/** What who wrote the table would say; null: what the test does not know. */
function answerOf({ kind, options }: Question, { day }: KnownTable): string | null {
  const known: Partial<Record<Question["kind"], string>> = {
    sheet: "Data",
    dots: "thousands",
    commas: "thousands",
    dayOrder: "monthFirst",
    day,
    sum: "add",
    hidden: "with",
  };
  const answer = known[kind] ?? null;
  return options.some(({ value }) => value === answer) ? answer : null;
}

test("a known table in any layout is stored as it is, or a question or a rejection says why not", () => {
  const seen = { atOnce: 0, answered: 0, asked: 0, rejected: 0 };
  fc.assert(
    fc.property(knownTable, layout, (table, how) => {
      // Month before day without a proof is nobody's to tell.
      fc.pre(how.dates !== "monthFirst" || table.day === "2026-05-28");
      const sheets = sheetsOf(table, how);
      const right = truth(table, how);
      const answers: Record<string, string> = {};
      let outcome = load(sheets, how, answers);
      for (let round = 0; round < 6 && "length" in outcome; round += 1) {
        for (const question of outcome) {
          const answer = answerOf(question, table);
          if (answer !== null) answers[question.id] = answer;
        }
        outcome = load(sheets, how, answers);
      }
      if ("length" in outcome) {
        seen.asked += 1;
        return;
      }
      const { stored, told } = outcome;
      for (const [place, value] of stored)
        expect([place, right.get(place)]).toEqual([place, value]);
      const missing = [...right.keys()].filter((place) => !stored.has(place));
      if (missing.length > 0) {
        expect(told).toBeGreaterThan(0);
        seen.rejected += 1;
      } else if (Object.keys(answers).length > 0) seen.answered += 1;
      else seen.atOnce += 1;
    }),
    { numRuns: 1_000, seed: 2026 },
  );
  expect(seen.atOnce).toBeGreaterThan(150);
  expect(seen.answered).toBeGreaterThan(150);
}, 60_000);
