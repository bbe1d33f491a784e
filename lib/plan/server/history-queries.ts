import "server-only";

import type { Campaign } from "@/lib/campaign/campaign";
import { readRegisterHistory } from "@/lib/campaign/record/server/queries";
import type { PlanVersion } from "@/lib/plan/plan-version";
import { strategyInput, teamInput } from "@/lib/plan/schema";

import type { PlanReader } from "./queries";

const register = { sent: true, version: true } as const;
const strategyBody = strategyInput.omit(register);
const teamBody = teamInput.omit(register);

/** What was stored of strategies and teams, the newest first; whatever another time wrote is left out. */
export async function readPlanHistory(
  grant: PlanReader,
  campaign: Campaign,
): Promise<PlanVersion[]> {
  const versions = await readRegisterHistory(grant, { campaign, kinds: ["strategy", "team"] });
  return versions.flatMap(({ kind, id, version, at, actorName, body }): PlanVersion[] => {
    const stored = { id: `${id} ${String(version)}`, version, at, actorName };
    if (kind === "team") {
      const team = teamBody.safeParse(body).data;
      return team ? [{ ...stored, kind, team }] : [];
    }
    const strategy = strategyBody.safeParse(body).data;
    return strategy ? [{ ...stored, kind: "strategy", strategy }] : [];
  });
}
