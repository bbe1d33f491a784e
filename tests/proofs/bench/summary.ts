import { readSummary } from "@/lib/monitor/summary/server/queries";
import { localDay } from "@/lib/base/time/time-zone";

import { withConnection } from "../../../scripts/sql";
import { officerIn } from "./actor";
import { say, takeTurns, tell } from "./figure";
import { fillCampaigns } from "./fill";

const district = "62.03";
const days = 100;

/** (a) Reading the summary when a hundred times as many daily rows were entered. */
export async function measureSummary(databaseUrl: string): Promise<void> {
  say("(a) Two campaigns of 100 days: one with reports of 1 day, one with reports of all.");
  const shape = { districts: district, days, interventions: 4, targetGroups: 1 };
  const rows = await withConnection(databaseUrl, async (client) => [
    await fillCampaigns(client, { ...shape, slug: "dasar", reportedDays: 1 }),
    await fillCampaigns(client, { ...shape, slug: "seratus", reportedDays: days }),
  ]);
  const base = await officerIn(district, "dasar-6203", "coverage:read");
  const hundred = await officerIn(district, "seratus-6203", "coverage:read");
  const today = localDay(new Date(), base.campaign.timeZone);

  const read = await takeTurns(
    {
      base: () => readSummary(base.grant, base.campaign, { today }),
      hundred: () => readSummary(hundred.grant, hundred.campaign, { today }),
    },
    { rounds: 201, warmUp: 50 },
  );
  tell("a summary read, base: daily rows", rows[0] ?? 0, "rows");
  tell("a summary read, 100 times: daily rows", rows[1] ?? 0, "rows");
  tell("a summary read, base", read.base, "ms");
  tell("a summary read, 100 times", read.hundred, "ms");
  tell("a summary read, 100 times / base (<= 1.2)", read.hundred / read.base, "ratio");
}
