import "server-only";

import type { Transaction } from "@/lib/server/db/client";
import { AppError } from "@/lib/base/errors";

import { isHeldIn } from "@/lib/campaign/predecessor";
import type { CampaignInput } from "@/lib/campaign/schema";
import { partOf, type CampaignKey } from "./part-commands";

/**
 * Makes the units that rounds are held in those of the list, where a kecamatan means all of its units. Call it after `saveRounds`, which takes the
 * former ones away, when the campaign's units are what they will be.
 *
 * @throws {AppError} `unknownUnit` (field `rounds.N.units`) for the first round that names a unit that
 * there is not; `inUse` (same field) when a unit that is left out has reported in the round.
 */
export async function saveRoundUnits(
  tx: Transaction,
  key: CampaignKey,
  rounds: CampaignInput["rounds"],
): Promise<void> {
  for (const [index, { number, units }] of rounds.entries()) {
    if (!units) continue;
    const field = `rounds.${index}.units`;
    const of = partOf(key);
    const found = await tx.reportingUnit.findMany({
      where: { ...of, OR: [{ code: { in: units } }, { subdistrictCode: { in: units } }] },
      select: { code: true, subdistrictCode: true },
    });
    const known = new Set(found.flatMap(({ code, subdistrictCode }) => [code, subdistrictCode]));
    const strange = units.find((code) => !known.has(code));
    if (strange !== undefined) throw new AppError("unknownUnit", `no unit ${strange}`, field);
    const codes = found.map(({ code }) => code);
    await tx.roundUnit.createMany({
      data: codes.map((unitCode) => ({ ...of, roundNumber: number, unitCode })),
    });
    const reported = await tx.dailyReport.groupBy({
      by: ["unitCode"],
      where: { ...of, roundNumber: number },
    });
    const stranded = reported.find(({ unitCode }) => !isHeldIn({ units: codes }, unitCode));
    if (stranded) {
      throw new AppError("inUse", `${stranded.unitCode} has reported in round ${number}`, field);
    }
  }
}
