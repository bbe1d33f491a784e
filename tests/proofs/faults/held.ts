import { withConnection } from "../../../scripts/sql";
import { slug } from "./scene";
import { readHeldRecords } from "./held-records";
import { partMark, type Held } from "./verdict";

type CoverageRow = {
  readonly code: string;
  readonly intervention: string;
  readonly dosesAdministered: number;
};

/** Reads what the database, the roll-ups and the coverage API hold at the end of a run. */
export async function readHeld(
  databaseUrl: string,
  askApi: (path: string) => Promise<unknown>,
): Promise<Held> {
  const answer = (await askApi(`/api/v1/campaigns/${slug}/coverage?by=unit`)) as {
    readonly rows: readonly CoverageRow[];
  };
  return withConnection(databaseUrl, async (client) => {
    const all = async <Row extends object>(sql: string) =>
      (await client.query<Row>(sql, [slug])).rows;
    const inCampaign = "campaign on campaign.id = campaign_id and slug = $1";
    const submissions = await all<Held["submissions"][number]>(
      `select submission.id, unit_code as unit, day::text, submission.version,
              conflict_kept is not distinct from 'theirs' or row_number() over (
                partition by unit_code, day, submission.version, conflict_kept is not distinct from 'theirs'
                order by received_at,
                  exists (select from tally where submission_id = submission.id
                          union all select from daily_report where submission_id = submission.id
                          union all select from report_part where submission_id = submission.id
                          union all select from tally_history where submission_before = submission.id
                          union all select from report_part_history
                                    where submission_before = submission.id) desc
              ) > 1 as "isEcho"
       from submission join ${inCampaign}`,
    );
    const reports = await all<Held["reports"][number]>(
      `select unit_code as unit, day::text, daily_report.version, submission_id as submission
       from daily_report join ${inCampaign}`,
    );
    const values = await all<Held["values"][number]>(
      `select unit_code as unit, day::text, intervention_code || '/' || target_group_code as cell,
              submission_id as submission, residents, true as "isCurrent"
       from tally join ${inCampaign}
       union all
       select unit_code, day::text, intervention_code || '/' || target_group_code,
              submission_before, residents_before, false
       from tally_history join ${inCampaign}
       union all
       select unit_code, day::text, '${partMark}' || kind || '/' || code, submission_id, count, true
       from report_part join ${inCampaign}
       union all
       select unit_code, day::text, '${partMark}' || kind || '/' || code, submission_before,
              count_before, false
       from report_part_history join ${inCampaign}`,
    );
    const records = await readHeldRecords(
      async <Row extends object>(sql: string, values: readonly unknown[]) =>
        (await client.query<Row>(sql, [...values])).rows,
      slug,
    );
    const [differences] = await all<{ count: number }>(
      `select count(*)::int as count
       from campaign, roll_up_differences(campaign.district_code, campaign.id) where slug = $1`,
    );
    const [broken] = await all<{ entry: string | null }>(
      `select state.broken_id || ' ' || state.broken_kind as entry
       from campaign, audit_chain_state(campaign.district_code) as state
       where slug = $1`,
    );
    return {
      submissions,
      reports,
      values,
      records,
      rollUpDifferences: differences?.count ?? -1,
      coverage: Object.fromEntries(
        answer.rows.map(({ code, intervention, dosesAdministered }) => [
          `${code} ${intervention}`,
          dosesAdministered,
        ]),
      ),
      brokenChain: broken?.entry ?? null,
    };
  });
}
