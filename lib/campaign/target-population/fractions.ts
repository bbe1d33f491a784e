import { fractionOf, type Grouping } from "@/lib/base/forms/written-count";
import { cellText, type SheetCell } from "@/lib/base/spreadsheet/cell";
import { limits } from "@/lib/base/limits";
import { toldText } from "@/lib/base/spreadsheet/problem-list";
import type { Asking } from "@/lib/campaign/table-reading/asking";

import { readPeople } from "./people";

/**
 * Whether the fractions of a file are to be rounded, half up, as somebody said; asked once for all.
 *
 * @param row the row of the heads, from 0.
 * @param asking left out: nobody is asked, and they are rejected.
 */
export function askFractions(
  cells: Iterable<readonly [SheetCell, Grouping]>,
  row: number,
  asking: Asking | undefined,
): boolean {
  if (!asking) return false;
  const examples: string[] = [];
  let count = 0;
  for (const [cell, grouping] of cells) {
    const read = readPeople(cell, grouping);
    if (typeof read === "number" || read.code !== "notWhole") continue;
    count += 1;
    if (examples.length < limits.toldQuestionRows) {
      examples.push(`${toldText(cellText(cell))} → ${String(read.params["rounded"])}`);
    }
  }
  if (count === 0) return false;
  const answer = asking.ask({
    id: `fractions.${String(row)}`,
    kind: "fractions",
    params: { count },
    examples,
    options: [
      { value: "round", word: "round" },
      { value: "reject", word: "rejectFractions" },
    ],
    suggested: null,
  });
  return answer === "round";
}

/** The number that a cell writes as a fraction, before it is rounded. */
export function originalOf(cell: SheetCell): number {
  return cell.kind === "number" ? cell.value : (fractionOf(cellText(cell)) ?? 0);
}
