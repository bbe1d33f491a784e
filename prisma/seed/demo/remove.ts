import type pg from "pg";

/**
 * Tables that hold a campaign's rows, what points before what is pointed at: the database rejects
 * to drop a round or a unit that has reports. Only the owner may empty them.
 */
const emptiedInOrder = [
  "report_part",
  "adverse_event",
  "rapid_assessment",
  "tally",
  "daily_report",
  "submission",
  "tally_history",
  "report_part_history",
  "place_total",
  "place_day_total",
  "place_reports",
  "place_day_reports",
  "place_target",
  "target_population",
  "target_set",
] as const;

/**
 * Deletes the demo campaigns and accounts inside the caller's transaction; returns how many. What
 * was done in them stays in the audit trail, from which nothing is removed.
 */
export async function removeDemoRows(
  client: pg.Client,
): Promise<{ readonly campaigns: number; readonly users: number }> {
  for (const table of emptiedInOrder) {
    await client.query(
      `delete from ${table} where (district_code, campaign_id) in (
         select district_code, id from campaign where is_demo)`,
    );
  }
  await client.query("delete from directive where is_demo");
  // What real people asked about a demo campaign stays theirs.
  await client.query(
    `update directive set campaign_id = null where (district_code, campaign_id) in (
       select district_code, id from campaign where is_demo)`,
  );
  const campaigns = await client.query("delete from campaign where is_demo");
  const users = await client.query("delete from app_user where is_demo");
  // One that real people or campaigns have come to use is theirs.
  await client.query(
    `delete from office where is_demo
       and not exists (select from app_user
                       where home_region_code = office.district_code and office_code = office.code)
       and not exists (select from directive_addressee as addressee
                       where addressee.district_code = office.district_code
                         and addressee.office_code = office.code)
       and not exists (select from indicator
                       where indicator.district_code = office.district_code
                         and indicator.office_code = office.code)
       and not exists (select from reporting_unit as unit
                       where unit.district_code = office.district_code
                         and unit.office_code = office.code)`,
  );
  return { campaigns: campaigns.rowCount ?? 0, users: users.rowCount ?? 0 };
}
