import type pg from "pg";

type CampaignShape = {
  /** Kabupaten and kota that get a campaign each: a SQL pattern of their codes, "62.03" or "%". */
  readonly districts: string;
  /** The slug is this, a hyphen and the district's code without dots. */
  readonly slug: string;
  /** Days of the campaign so far, the last of them today. */
  readonly days: number;
  /** How many of them, the last ones, have a report of every village. */
  readonly reportedDays: number;
  readonly interventions: number;
  readonly targetGroups: number;
};

/** The day on which the second half of a campaign begins. */
const halfway = "starts_on + (ends_on - starts_on) / 2";

/**
 * Fills one campaign for each district: every village reports every day so far and is in the set of its
 * puskesmas, every cell has a target population, from halfway on a second one, and a tally. Rows go in past the triggers and the roll-ups are computed once
 * from the tallies, by the same functions that `npm run verify` compares with.
 *
 * @returns the number of tallies.
 */
export async function fillCampaigns(client: pg.Client, shape: CampaignShape): Promise<number> {
  await client.query("set session_replication_role = replica");
  const like = [shape.districts, shape.slug];
  await client.query(
    `insert into campaign (district_code, slug, name, starts_on, ends_on, time_zone,
       report_cut_off, deciding_target_source)
     select code, $2 || '-' || replace(code, '.', ''), 'Kampanye ' || name,
            local_today() - $3::int + 1, local_today() + 13, 'Asia/Jakarta', '16:00', 'local'
     from (select code, name from region where level = 2 and code like $1) as district`.replaceAll(
      "local_today()",
      "(now() at time zone 'Asia/Jakarta')::date",
    ),
    [...like, shape.days],
  );
  const made = `campaign join region on region.code = campaign.district_code
    where region.code like $1 and slug = $2 || '-' || replace(region.code, '.', '')`;

  await client.query(
    `insert into round (district_code, campaign_id, number, planned_starts_on, planned_ends_on,
       starts_on, ends_on)
     select district_code, id, 1, starts_on, ends_on, starts_on, ends_on from ${made}`,
    like,
  );
  await client.query(
    `insert into intervention (district_code, campaign_id, code, name, short_name, position)
     select district_code, id, 'i' || n, 'Imunisasi ' || n, 'I' || n, n
     from ${made.replace(" where", " cross join generate_series(1, $3::int) as n where")}`,
    [...like, shape.interventions],
  );
  await client.query(
    `insert into goal (district_code, campaign_id, intervention_code, from_day, share)
     select district_code, id, 'i' || n, starts_on, 0.95
     from ${made.replace(" where", " cross join generate_series(1, $3::int) as n where")}`,
    [...like, shape.interventions],
  );
  await client.query(
    `insert into target_group (district_code, campaign_id, code, name, position)
     select district_code, id, 'g' || n, 'Kelompok ' || n, n
     from ${made.replace(" where", " cross join generate_series(1, $3::int) as n where")}`,
    [...like, shape.targetGroups],
  );
  await client.query(
    `insert into intervention_target_group
     select g.district_code, g.campaign_id, i.code, g.code
     from target_group as g
     join intervention as i using (district_code, campaign_id)
     where g.campaign_id in (select id from ${made})`,
    like,
  );
  await client.query(
    `insert into reporting_unit (district_code, campaign_id, code, name, kind, region_code,
       subdistrict_code)
     select district_code, id, village.code, village.name, 'village', village.code,
            village.parent_code
     from ${made.replace(
       " where",
       " join region as village on village.level = 4 and village.code like region.code || '.%' where",
     )}`,
    like,
  );
  // Target populations were counted anew halfway, and the goal went with them.
  await client.query(
    `insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
     select district_code, campaign.id, 'local', from_day, from_day
     from ${made.replace(" where", ` cross join lateral (values (starts_on), (${halfway})) as dated (from_day) where`)}`,
    like,
  );
  await client.query(
    `insert into goal (district_code, campaign_id, intervention_code, from_day, share, reason)
     select district_code, id, 'i' || n, ${halfway}, 0.9, 'Keputusan baru'
     from ${made.replace(" where", " cross join generate_series(1, $3::int) as n where")}`,
    [...like, shape.interventions],
  );
  await client.query(
    `insert into unit_set (district_code, campaign_id, kind, code, name, position)
     select district_code, campaign_id, 'puskesmas', subdistrict_code,
            'Puskesmas ' || subdistrict_code,
            row_number() over (partition by campaign_id order by subdistrict_code)
     from (select distinct district_code, campaign_id, subdistrict_code from reporting_unit
           where campaign_id in (select id from ${made})) as subdistrict`,
    like,
  );
  await client.query(
    `insert into unit_set_member (district_code, campaign_id, kind, unit_code, set_code)
     select district_code, campaign_id, 'puskesmas', code, subdistrict_code from reporting_unit
     where campaign_id in (select id from ${made})`,
    like,
  );
  await client.query(
    `insert into target_population
     select district_code, campaign_id, target_set.id, unit.code, cell.intervention_code,
            cell.target_group_code, 0, 200 + abs(hashtext(unit.code || target_set.id)) % 300
     from reporting_unit as unit
     join target_set using (district_code, campaign_id)
     join intervention_target_group as cell using (district_code, campaign_id)
     where campaign_id in (select id from ${made})`,
    like,
  );
  await client.query(
    `insert into daily_report (district_code, campaign_id, round_number, unit_code, day,
       submission_id, is_on_time, submitted_at, first_received_at, received_at)
     select unit.district_code, campaign_id, 1, unit.code, starts_on + n,
            gen_random_uuid(), n % 7 > 0, sent_at, sent_at, sent_at
     from reporting_unit as unit
     join campaign on campaign.district_code = unit.district_code and campaign.id = campaign_id
     cross join generate_series($4::int - $3::int, $4::int - 1) as n
     cross join lateral (
       select (starts_on + n + time '15:00') at time zone 'Asia/Jakarta' as sent_at) as report
     where campaign_id in (select id from ${made})`,
    [...like, shape.reportedDays, shape.days],
  );
  const tallies = await client.query(
    `insert into tally (district_code, campaign_id, round_number, unit_code, day,
       intervention_code, target_group_code, residents, submission_id)
     select district_code, campaign_id, 1, unit_code, day, intervention_code, target_group_code,
            abs(hashtext(unit_code || day || intervention_code)) % 15, submission_id
     from daily_report
     join intervention_target_group using (district_code, campaign_id)
     where campaign_id in (select id from ${made})`,
    like,
  );
  await client.query("set session_replication_role = origin");
  await client.query("analyze");
  await client.query(
    `select recompute_roll_ups(district_code, id) from campaign
     where district_code like $1 and slug = $2 || '-' || replace(district_code, '.', '')`,
    like,
  );
  await client.query("analyze");
  return tallies.rowCount ?? 0;
}
