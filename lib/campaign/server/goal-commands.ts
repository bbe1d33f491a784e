import "server-only";

import { z } from "zod";

import type { Actor } from "@/lib/account/auth/policy";
import type { Transaction } from "@/lib/server/db/client";
import { readRows } from "@/lib/server/db/read";
import { AppError } from "@/lib/base/errors";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { Campaign } from "@/lib/campaign/campaign";
import { addedGoals } from "@/lib/campaign/goal-change";
import type { CampaignInput } from "@/lib/campaign/schema";
import { partOf, type CampaignKey } from "./part-commands";

/**
 * Adds the goals of a campaign's interventions that are others than those that stand.
 *
 * @param former the campaign as it stood; null: it is new.
 * @param today the campaign's local day.
 * @throws {AppError} `reasonNeeded` (field `interventions.N.goalReason`) for another goal without one.
 */
export async function saveGoals(
  tx: Transaction,
  key: CampaignKey,
  input: Pick<CampaignInput, "startsOn" | "endsOn" | "interventions">,
  by: {
    readonly actor: Actor;
    readonly former: Campaign | null;
    readonly today: CalendarDay;
  },
): Promise<void> {
  const { former, today, actor } = by;
  const added = input.interventions.flatMap((given, index) => {
    const standing = former?.interventions.find(({ code }) => code === given.code);
    const before = former && standing ? { ...standing, startsOn: former.startsOn } : null;
    const { goals, isChange } = addedGoals(given, before, { ...input, today });
    if (isChange && given.goalReason === undefined) {
      const field = `interventions.${String(index)}.goalReason`;
      throw new AppError("reasonNeeded", "another goal without a reason", field);
    }
    return goals.map((goal) => ({ ...goal, intervention: given.code }));
  });
  if (added.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO goal (district_code, campaign_id, intervention_code, from_day, share, scope, decree,
                      reason, created_by)
    SELECT ${key.district}, ${key.id}::uuid, intervention, "fromDay", share, scope, decree, reason,
           ${actor.id}::uuid
    FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(added)}::jsonb)
           AS (intervention text, "fromDay" date, share numeric, scope text, decree text, reason text))
         WITH ORDINALITY AS goal (intervention, "fromDay", share, scope, decree, reason, place)
    ORDER BY place`;
}

/** Makes a campaign's gates those of the list, in its order. */
export async function saveGates(
  tx: Transaction,
  key: CampaignKey,
  gates: NonNullable<CampaignInput["gates"]>,
): Promise<void> {
  await tx.gate.deleteMany({ where: partOf(key) });
  await tx.gate.createMany({
    data: gates.map(({ code, name }, position) => ({ ...partOf(key), code, name, position })),
  });
  await tx.gateTerm.createMany({
    data: gates.flatMap(({ code, terms }) =>
      terms.map(({ intervention, targetGroup, unitSet, atLeast }, position) => ({
        ...partOf(key),
        gateCode: code,
        position,
        interventionCode: intervention,
        targetGroupCode: targetGroup ?? null,
        setKind: unitSet?.kind ?? null,
        setCode: unitSet?.code ?? null,
        atLeast,
      })),
    ),
  });
}

/**
 * Sets of units are written anew, so a gate could be left that asks for one that is gone.
 *
 * @throws {AppError} `unknownUnitSet`, field `gates.N.terms.M.unitSet`: the first that names no set.
 */
export async function requireGateSets(tx: Transaction, key: CampaignKey): Promise<void> {
  const [strange] = await readRows(z.object({ gate: z.int(), term: z.int() }), tx)`
    SELECT gate.position::int AS gate, term.position::int AS term
    FROM gate_term AS term
    JOIN gate ON gate.district_code = term.district_code
      AND gate.campaign_id = term.campaign_id AND gate.code = term.gate_code
    WHERE term.district_code = ${key.district} AND term.campaign_id = ${key.id}::uuid
      AND term.set_kind IS NOT NULL
      AND NOT EXISTS (
        SELECT FROM unit_set
        WHERE unit_set.district_code = ${key.district} AND unit_set.campaign_id = ${key.id}::uuid
          AND unit_set.kind = term.set_kind AND unit_set.code = term.set_code)
    ORDER BY gate.position, term.position
    LIMIT 1`;
  if (strange === undefined) return;
  const field = `gates.${String(strange.gate)}.terms.${String(strange.term)}.unitSet`;
  throw new AppError("unknownUnitSet", "a gate that asks for no set", field);
}
