import { withConnection } from "../../../scripts/sql";
import { median, say, tell, timed } from "./figure";
import { fillCampaigns } from "./fill";

/** Doses and people of each province and intervention, from each kabupaten's own total. */
const byProvince = `
  select left(campaign.district_code, 2) as province, target.intervention_code,
         sum(dose.residents) as doses, sum(target.people) as people
  from campaign
  join place_target as target
    on target.district_code = campaign.district_code and target.campaign_id = campaign.id
   and target.source = campaign.deciding_target_source and target.round_number = 1
   and target.place_kind = 'district' and target.place_code = campaign.district_code
   and target.from_day <= current_date and target.until_day > current_date
  left join place_total as dose
    on dose.district_code = campaign.district_code and dose.campaign_id = campaign.id
   and dose.round_number = 1 and dose.place_kind = 'district'
   and dose.place_code = campaign.district_code
   and dose.intervention_code = target.intervention_code
   and dose.target_group_code = target.target_group_code
  where campaign.slug like 'negara-%'
  group by 1, 2
  order by 1, 2`;

/** (e) Every village of the country, 4 interventions, 30 days, summarised by province. */
export async function measureCountry(databaseUrl: string): Promise<void> {
  say("(e) A campaign in each kabupaten and kota, every village reporting for 30 days.");
  await withConnection(databaseUrl, async (client) => {
    const started = performance.now();
    const rows = await fillCampaigns(client, {
      districts: "%",
      slug: "negara",
      days: 30,
      reportedDays: 30,
      interventions: 4,
      targetGroups: 1,
    });
    say(`    filled in ${((performance.now() - started) / 1000).toFixed(0)} s`);

    const taken: number[] = [];
    for (let round = 0; round < 21; round += 1) {
      taken.push(await timed(() => client.query(byProvince)));
    }
    const { rows: summary } = await client.query<{ doses: string }>(byProvince);
    const { rows: whole } = await client.query<{ doses: string }>(
      `select sum(residents) as doses from tally join campaign
         on campaign.id = campaign_id and campaign.district_code = tally.district_code
       where slug like 'negara-%'`,
    );
    const told = summary.reduce((sum, { doses }) => sum + BigInt(doses), 0n);
    if (told !== BigInt(whole[0]?.doses ?? -1)) throw new Error("the summary is not the sum");

    tell("e tallies of the country", rows, "rows");
    tell("e provinces x interventions", summary.length, "rows");
    tell("e country by province (<= 100)", median(taken), "ms");
  });
}
