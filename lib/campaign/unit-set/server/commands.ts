import "server-only";

import { z } from "zod";

import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { dateColumn } from "@/lib/server/db/calendar-column";
import { AppError } from "@/lib/base/errors";
import { partOf, type CampaignKey } from "@/lib/campaign/server/part-commands";
import type { CampaignInput } from "@/lib/campaign/schema";

/**
 * Makes a campaign's unit sets those of the list. Nothing hangs on a set but the reading by it and
 * the days of a stage, so all are written anew.
 *
 * @param sets undefined: they stay.
 * @throws {AppError} `unknownUnit`, field `unitSets.N.units`: the first that names no unit.
 */
export async function saveUnitSets(
  tx: Transaction,
  key: CampaignKey,
  sets: CampaignInput["unitSets"],
): Promise<void> {
  if (sets === undefined) return;
  const members = sets.flatMap(({ kind, code, units }) =>
    units.map((unit) => ({ kind, setCode: code, unitCode: unit })),
  );
  const units = [...new Set(members.map(({ unitCode }) => unitCode))];
  const known = new Set(
    (
      await readRows(z.object({ code: z.string() }), tx)`
        SELECT code FROM reporting_unit
        WHERE district_code = ${key.district} AND campaign_id = ${key.id}::uuid
          AND code = ANY (${units}::text[])`
    ).map(({ code }) => code),
  );
  const strange = sets.findIndex((set) => set.units.some((unit) => !known.has(unit)));
  if (strange !== -1) {
    throw new AppError("unknownUnit", "a set of no unit", `unitSets.${String(strange)}.units`);
  }
  await tx.unitSet.deleteMany({ where: partOf(key) });
  await tx.unitSet.createMany({
    data: sets.map(({ kind, code, name, opensOn, closesOn }, position) => ({
      ...partOf(key),
      kind,
      code,
      name,
      position,
      opensOn: opensOn ? dateColumn(opensOn) : null,
      closesOn: closesOn ? dateColumn(closesOn) : null,
    })),
  });
  await tx.unitSetMember.createMany({
    data: members.map((member) => ({ ...partOf(key), ...member })),
  });
}
