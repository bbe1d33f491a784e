import { type HeldRecord } from "./record-deeds";
import { dosesPerVial, sceneActor } from "./record-scene";

type All = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<readonly Row[]>;

/** Reads the versions of every record that devices send, and what stands of each as it was sent. */
export async function readHeldRecords(
  all: All,
  slug: string,
): Promise<{
  readonly versions: readonly HeldRecord[];
  readonly standing: readonly HeldRecord[];
  readonly differences: number;
}> {
  const versions = await all<HeldRecord>(
    `select sent_id as sent, record_id as record, record_version.version, body
     from record_version join campaign on campaign.id = campaign_id and slug = $1
     where kind in ('assessment', 'adverseEvent', 'stockMove')
     union all
     select said.id, said.follow_up_id,
            (row_number() over (partition by said.follow_up_id order by said.at))::int,
            jsonb_build_object('state', said.kind, 'text', said.text, 'evidence', said.evidence)
     from follow_up_event as said
     order by 3`,
    [slug],
  );
  const standing = await all<HeldRecord>(
    `select '' as sent, stands.id as record, stands.version,
            jsonb_build_object(
              'unit', unit_code, 'day', day, 'intervention', intervention_code,
              'location', location, 'assessor', assessor,
              'houses', (select jsonb_agg(jsonb_build_object(
                  'number', number, 'people', people, 'reached', reached, 'reason', reason)
                  order by number)
                from rapid_assessment_house as house
                where house.district_code = stands.district_code
                  and house.assessment_id = stands.id)) as body
     from rapid_assessment as stands join campaign on campaign.id = campaign_id and slug = $1
     union all
     select '', stands.id, stands.version,
            jsonb_build_object(
              'unit', unit_code, 'day', day, 'foundAt', ${localText("found_at")},
              'interventions', interventions, 'batch', batch, 'targetGroup', target_group_code,
              'isSerious', is_serious, 'onsetHours', onset_hours, 'signs', signs,
              'isNoName', true, 'toldDistrictAt', ${localText("told_district_at")})
     from adverse_event as stands join campaign on campaign.id = campaign_id and slug = $1
     union all
     select '', stands.id, 1,
            jsonb_build_object(
              'kind', kind, 'batch', batch_id,
              'from', case kind when 'count' then null else from_store end,
              'to', case kind when 'count' then coalesce(to_store, from_store) else to_store end,
              'vials', case kind when 'count' then counted / $2 else vials end, 'doses', null,
              'document', document, 'day', day, 'reason', reason, 'corrects', corrects)
     from stock_move as stands join campaign on campaign.id = campaign_id and slug = $1
     where actor_name <> $3
     union all
     select '', stands.id, stands.version - 1,
            jsonb_build_object('state', stands.state, 'text', said.text, 'evidence', said.evidence)
     from follow_up as stands
     cross join lateral (
       select text, evidence from follow_up_event as each
       where each.district_code = stands.district_code and each.follow_up_id = stands.id
       order by at desc limit 1) as said`,
    [slug, dosesPerVial, sceneActor],
  );
  const [differences] = await all<{ count: number }>(
    `select count(*)::int as count
     from campaign, record_differences(campaign.district_code, campaign.id) where slug = $1`,
    [slug],
  );
  return { versions, standing, differences: differences?.count ?? -1 };
}

function localText(column: string): string {
  return `to_char(${column} at time zone campaign.time_zone, 'YYYY-MM-DD"T"HH24:MI')`;
}
