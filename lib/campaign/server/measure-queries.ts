import "server-only";

import { measures, type Measure } from "@/lib/campaign/measures";
import { Prisma } from "@/prisma/generated/client";

/** SQL: the counts of a row as arguments of `jsonb_build_object`, by the names of `Doses`. */
export const measureFields = Prisma.raw(
  measures.map((measure) => `'${measure}', ${columnOf(measure)}`).join(", "),
);

/** SQL: the counts of a row of `tally`, or those of `tally_history` before or after a change. */
export function measureColumns(when: "before" | "after" | null = null): Prisma.Sql {
  const from = when === null ? "" : `_${when}`;
  const columns = measures.map(columnOf).map((column) => `${column}${from} AS ${column}`);
  return Prisma.raw(columns.join(", "));
}

function columnOf(measure: Measure): string {
  return measure.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
