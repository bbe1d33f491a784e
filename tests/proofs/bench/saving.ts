import { randomUUID } from "node:crypto";

import { submitDailyReports } from "@/lib/report/server/commands";
import { addDays } from "@/lib/base/time/calendar-day";

import { withConnection } from "../../../scripts/sql";
import { officerIn } from "./actor";
import { median, say, tell, timed } from "./figure";
import { fillCampaigns } from "./fill";

const villages = 20;
const turns = { rounds: 21, warmUp: 5 };

/** (c) Saving a camat's day against one bare multi-row insert of the same cells. */
export async function measureSaving(databaseUrl: string): Promise<void> {
  say("(c) Days of 20 villages with 12 cells each, in a campaign with 20 days reported.");
  const days = 20 + turns.rounds + turns.warmUp;
  await withConnection(databaseUrl, async (client) => {
    const { rows: parents } = await client.query<{ code: string }>(
      `select parent_code as code from region where level = 4 group by 1 having count(*) >= $1
       order by count(*), 1 limit 1`,
      [villages],
    );
    const subdistrict = parents[0]?.code ?? "";
    const district = subdistrict.slice(0, 5);
    const shape = { slug: "simpan", interventions: 4, targetGroups: 3, days, reportedDays: 20 };
    await fillCampaigns(client, { districts: district, ...shape });
    await client.query(
      `create table bare_tally (like tally);
       alter table bare_tally add primary key (district_code, campaign_id, round_number, unit_code,
         day, intervention_code, target_group_code)`,
    );
    const { rows: units } = await client.query<{ code: string }>(
      "select code from region where parent_code = $1 order by code limit $2",
      [subdistrict, villages],
    );
    const slug = `simpan-${district.replace(".", "")}`;
    const { campaign, grant } = await officerIn(district, slug, "tally:submit");

    const saved: number[] = [];
    const bare: number[] = [];
    for (let turn = 0; turn < turns.warmUp + turns.rounds; turn += 1) {
      const day = addDays(campaign.startsOn, turn);
      const cells = campaign.interventions.flatMap(({ code, targetGroups }) =>
        targetGroups.map((targetGroup) => ({ intervention: code, targetGroup, residents: 7 })),
      );
      const reports = units.map(({ code }) => ({
        id: randomUUID(),
        unit: code,
        day,
        tallies: cells,
      }));
      const rows = reports.flatMap(({ id, unit }) =>
        cells.map((cell) => [
          campaign.districtCode,
          campaign.id,
          1,
          unit,
          day,
          cell.intervention,
          cell.targetGroup,
          cell.residents,
          0,
          id,
        ]),
      );
      const places = rows.map((row, at) => {
        const marks = row.map((_, column) => `$${String(at * row.length + column + 1)}`);
        return `(${marks.join(", ")})`;
      });
      const insert = {
        text: `insert into bare_tally values ${places.join(", ")}`,
        values: rows.flat(),
      };

      const save = await timed(async () => {
        const context = { at: new Date(), via: "screen" } as const;
        const results = await submitDailyReports(grant, campaign, reports, context);
        if (results.some(({ outcome }) => outcome !== "stored")) throw new Error("not stored");
      });
      const plain = await timed(() => client.query(insert));
      if (turn < turns.warmUp) continue;
      saved.push(save);
      bare.push(plain);
    }
    tell("c saving a camat's day", median(saved), "ms");
    tell("c a bare insert of its cells", median(bare), "ms");
    tell("c saving a camat's day / bare insert (<= 8)", median(saved) / median(bare), "ratio");
  });
}
