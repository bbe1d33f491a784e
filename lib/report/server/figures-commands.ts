import "server-only";

import { z } from "zod";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { db } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { districtOf, nation } from "@/lib/base/region/code";

import { entryFigures, type EntryFigures } from "@/lib/report/schema";

/** Remembers how the grant's own person types. The same choice again is no deed. */
export async function setEntryFigures(
  { actor }: Grant<"tally:submit">,
  figures: EntryFigures,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const [before] = await readRows(z.object({ figures: z.enum(entryFigures) }), tx)`
      WITH before AS MATERIALIZED (
        SELECT id, entry_figures FROM app_user WHERE id = ${actor.id}::uuid FOR UPDATE)
      UPDATE app_user SET entry_figures = ${figures}
      FROM before
      WHERE app_user.id = before.id AND before.entry_figures <> ${figures}
      RETURNING before.entry_figures AS figures
    `;
    if (!before) return;
    await recordAudit(tx, [
      {
        actor,
        districtCode: districtOf(actor.homeRegion) ?? nation,
        action: "person.figuresChosen",
        subject: actor.username,
        before,
        after: { figures },
      },
    ]);
  });
}
