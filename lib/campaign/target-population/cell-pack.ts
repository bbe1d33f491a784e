import { z } from "zod";

import type { TargetCell } from "./rejection";

const packed = z.array(z.tuple([z.string(), z.string(), z.string(), z.int(), z.number()]));

/** Cells as a short text, which waits in the browser between preview and confirmation. */
export function packCells(cells: readonly TargetCell[]): string {
  return JSON.stringify(
    cells.map((cell) => [cell.unit, cell.intervention, cell.targetGroup, cell.round, cell.people]),
  );
}

/** Rows for the import, which checks them anew; a text that is none of ours gives no rows. */
export function unpackCells(text: string): unknown[] {
  const parsed = z
    .string()
    .transform((json, context): unknown => {
      try {
        return JSON.parse(json);
      } catch {
        context.addIssue({ code: "custom", message: "not JSON" });
        return z.NEVER;
      }
    })
    .pipe(packed)
    .safeParse(text);
  return (parsed.data ?? []).map(([unit, intervention, targetGroup, round, people]) => ({
    unit,
    intervention,
    targetGroup,
    ...(round > 0 && { round }),
    people,
  }));
}
