import "server-only";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { db } from "@/lib/server/db/client";
import { districtOf, nation } from "@/lib/base/region/code";

import { entryFigures, type EntryFigures } from "@/lib/report/schema";

/** Remembers how the grant's own person types. The same choice again is no deed. */
export async function setEntryFigures(
  { actor }: Grant<"tally:submit">,
  figures: EntryFigures,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const before = entryFigures.find((each) => each !== figures);
    const { count } = await tx.user.updateMany({
      where: { id: actor.id, entryFigures: { not: figures } },
      data: { entryFigures: figures },
    });
    if (count === 0) return;
    await recordAudit(tx, [
      {
        actor,
        districtCode: districtOf(actor.homeRegion) ?? nation,
        action: "person.figuresChosen",
        subject: actor.username,
        before: { figures: before },
        after: { figures },
      },
    ]);
  });
}
