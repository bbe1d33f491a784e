import "server-only";

import { z } from "zod";

import { db } from "@/lib/server/db/client";
import type { Grant } from "@/lib/account/auth/grant";

import { entryFigures, type EntryFigures } from "@/lib/report/schema";

/** How the grant's own person types. */
export async function entryFiguresOf({ actor }: Grant<"tally:submit">): Promise<EntryFigures> {
  const person = await db().user.findUnique({
    where: { id: actor.id },
    select: { entryFigures: true },
  });
  return z.enum(entryFigures).parse(person?.entryFigures ?? "daily");
}
