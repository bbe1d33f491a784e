import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { localDay } from "@/lib/base/time/time-zone";

import { withConnection } from "../../../scripts/sql";
import { officerIn } from "./actor";
import { say, takeTurns, tell } from "./figure";
import { fillCampaigns } from "./fill";

const days = 31;

/** (f) Reading Cakupan of all villages: ten interventions of Lebak beside four of Kapuas. */
export async function measureCoverage(databaseUrl: string): Promise<void> {
  say("(f) Cakupan of 31 days: 231 villages by 4 interventions, 345 villages by 10.");
  const shape = { days, reportedDays: days, targetGroups: 1 };
  await withConnection(databaseUrl, async (client) => {
    await fillCampaigns(client, { ...shape, districts: "62.03", slug: "empat", interventions: 4 });
    await fillCampaigns(client, {
      ...shape,
      districts: "36.02",
      slug: "sepuluh",
      interventions: 10,
    });
  });
  const four = await reader("62.03", "empat-6203");
  const ten = await reader("36.02", "sepuluh-3602");

  const read = await takeTurns({ four: four.read, ten: ten.read }, { rounds: 41, warmUp: 10 });
  tell("f coverage of 4 interventions: rows shown", four.rows, "rows");
  tell("f coverage of 10 interventions: rows shown", ten.rows, "rows");
  tell("f coverage of 4 interventions", read.four, "ms");
  tell("f coverage of 10 interventions", read.ten, "ms");
  const ratio = read.ten / ten.rows / (read.four / four.rows);
  tell("f a row of 10 interventions / of 4 (<= 1.5)", ratio, "ratio");
}

async function reader(district: string, slug: string) {
  const { campaign, grant } = await officerIn(district, slug, "coverage:read");
  const today = localDay(new Date(), campaign.timeZone);
  const params = parseCoverageParams({ tampil: "desa" }, campaign, today);
  const read = () => readCoverage(grant, campaign, params, undefined);
  return { read, rows: (await read())?.view.units.length ?? 0 };
}
