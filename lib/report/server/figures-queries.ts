import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";

import { entryFigures, type EntryFigures } from "@/lib/report/schema";

/** How the grant's own person types. */
export async function entryFiguresOf({ actor }: Grant<"tally:submit">): Promise<EntryFigures> {
  const [row] = await readRows(z.object({ figures: z.enum(entryFigures) }))`
    SELECT entry_figures AS figures FROM app_user WHERE id = ${actor.id}::uuid`;
  return row?.figures ?? "daily";
}
