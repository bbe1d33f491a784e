import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { readRows } from "@/lib/server/db/read";
import { Prisma } from "@/prisma/generated/client";

import { entryFigures, type EntryFigures } from "@/lib/report/schema";

/** How the grant's own person types. */
export async function entryFiguresOf({ actor }: Grant<"tally:submit">): Promise<EntryFigures> {
  const rows = await readRows(
    Prisma.sql`SELECT entry_figures AS figures FROM app_user WHERE id = ${actor.id}::uuid`,
  );
  const [row] = z.array(z.object({ figures: z.enum(entryFigures) })).parse(rows);
  return row?.figures ?? "daily";
}
