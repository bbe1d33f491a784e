import type pg from "pg";

/** So many rows stand on the first page in both campaigns; the others lie behind it. */
const shownRows = 60;

/** Directives of each campaign; follow-ups are shared out among them. */
const directives = 20;
const batches = 20;
const indicators = 14;

/**
 * Fills every register of a campaign with so many rows: follow-ups, sessions, moves of stock, adverse events,
 * assessments and values of indicators. Rows go in past the triggers, and sums beside them are computed once.
 */
export async function fillRegisters(
  client: pg.Client,
  { slug, rows }: { readonly slug: string; readonly rows: number },
): Promise<void> {
  await client.query("set session_replication_role = replica");
  const run = (sql: string, more: readonly unknown[] = []) =>
    client.query(
      `with made as materialized (
         select district_code, id, starts_on, local_today, array(
           select code from reporting_unit where campaign_id = campaign.id order by code) as units,
           array(select code from region where level = 3
                 and starts_with(code, campaign.district_code || '.') order by code) as stores
         from campaign cross join (select (now() at time zone 'Asia/Jakarta')::date as local_today) as clock
         where slug = $1
       ) ${sql}`,
      [slug, ...more],
    );
  await fillDirectives(run, rows);
  await fillSessions(run, rows);
  await fillStock(run, rows);
  await fillSafety(run, rows);
  await fillIndicators(run, rows);
  await client.query("set session_replication_role = origin");
  await client.query("analyze");
}

type Run = (sql: string, more?: readonly unknown[]) => Promise<unknown>;

const unitOf = (number: string) => `units[1 + ${number} % cardinality(units)]`;
const storeOf = (number: string) => `stores[1 + ${number} % cardinality(stores)]`;

async function fillDirectives(run: Run, rows: number): Promise<void> {
  await run(
    `insert into directive (district_code, campaign_id, kind, number, title, day, issuer, issued_at)
     select district_code, id, 'instruction', n::text, 'Arahan ' || n, starts_on, 'Bupati', now()
     from made cross join generate_series(1, $2::int) as n`,
    [directives],
  );
  const ofMade = "directive join made on made.id = directive.campaign_id";
  await run(
    `insert into directive_addressee (district_code, directive_id, position, kind, name)
     select directive.district_code, directive.id, 1, 'villages', '' from ${ofMade}`,
  );
  await run(
    `insert into directive_order (district_code, directive_id, position, label, title, text, due_on,
                                  asked_of)
     select directive.district_code, directive.id, n, 'KE-' || n, 'Perintah', 'Perintah',
            starts_on + 10 * n, array[1]
     from ${ofMade} cross join generate_series(1, 4) as n`,
  );
  await run(
    `insert into follow_up (district_code, directive_id, order_position, addressee_position,
                            region_code, office_code, due_on, state)
     select directive.district_code, directive.id, 1 + n % 4, 1,
            directive.district_code || '.' || n, '', starts_on + 10 * (1 + n % 4),
            (array['open', 'doing', 'done', 'cannot'])[1 + n % 4]
     from ${ofMade} cross join generate_series(1, $2::int / $3::int) as n`,
    [rows, directives],
  );
}

/** This week holds as many in both. */
async function fillSessions(run: Run, rows: number): Promise<void> {
  await run(
    `insert into planned_session (district_code, id, campaign_id, unit_code, day, mode, planned)
     select district_code, gen_random_uuid(), id, ${unitOf("n")},
            case when n <= $3::int
                 then date_trunc('week', local_today)::date + n % 7
                 else date_trunc('week', local_today)::date - 1 - n % 90 end,
            'outreach', 40
     from made cross join generate_series(1, $2::int) as n`,
    [rows, shownRows],
  );
}

async function fillStock(run: Run, rows: number): Promise<void> {
  await run(
    `insert into stock_batch (district_code, id, campaign_id, code, product, doses_per_vial,
                              expires_on, interventions, version)
     select district_code, gen_random_uuid(), id, 'B' || n, 'Vaksin', 10, local_today + 30 + n,
            array['i1'], 1
     from made cross join generate_series(1, $2::int) as n`,
    [batches],
  );
  await run(
    `insert into stock_move (district_code, id, campaign_id, batch_id, kind, to_store, vials, doses,
                             day, actor_name)
     select made.district_code, gen_random_uuid(), made.id, batch.ids[1 + n % cardinality(batch.ids)],
            'receipt', ${storeOf("(n / cardinality(batch.ids))")}, 2, 20, starts_on + n % 90, 'Bench'
     from made cross join generate_series(1, $2::int) as n
     cross join lateral (select array_agg(id) as ids from stock_batch
                         where campaign_id = made.id) as batch`,
    [rows],
  );
  await run(
    `insert into stock_day (district_code, batch_id, store, day, campaign_id, received)
     select move.district_code, batch_id, to_store, day, campaign_id, sum(doses)
     from stock_move as move join made on made.id = move.campaign_id group by 1, 2, 3, 4, 5`,
  );
}

/** As many are still to be told of in both. */
async function fillSafety(run: Run, rows: number): Promise<void> {
  await run(
    `insert into adverse_event (district_code, id, campaign_id, version, unit_code, day, found_at,
       interventions, batch, is_serious, criteria, signs, told_district_at, told_province_at,
       told_nation_at, is_awaiting, is_told_late)
     select district_code, gen_random_uuid(), id, 1, ${unitOf("n")}, starts_on + n % 90,
            (starts_on + n % 90)::timestamptz + (n % 80000) * interval '1 second', array['i1'],
            'B' || n % $4::int, n % 10 = 0 or n <= $3::int, '{}', 'demam',
            told, later, later, n <= $3::int, n % 50 = 0
     from made cross join generate_series(1, $2::int) as n
     cross join lateral (select (starts_on + n % 90)::timestamptz + interval '1 day' as told) as day
     cross join lateral (select case when n > $3::int then told end as later) as above`,
    [rows, shownRows / 3, batches],
  );
  await run(
    `insert into adverse_event_total (district_code, campaign_id, unit_code, batch, events, serious,
                                      told_late)
     select event.district_code, campaign_id, unit_code, batch, count(*),
            count(*) filter (where is_serious), count(*) filter (where is_told_late)
     from adverse_event as event join made on made.id = event.campaign_id group by 1, 2, 3, 4`,
  );
  await run(
    `insert into rapid_assessment (district_code, id, campaign_id, version, unit_code, day,
       intervention_code, location, assessor, houses, missed, people, reached)
     select district_code, gen_random_uuid(), id, 1, ${unitOf("n")}, starts_on + n % 90, 'i1', 'RT 1',
            'Tim', 20, n % 5, 40, 40 - n % 5
     from made cross join generate_series(1, $2::int) as n`,
    [rows],
  );
  await run(
    `insert into rapid_assessment_total (district_code, campaign_id, unit_code, intervention_code,
                                         houses, missed, assessments)
     select visit.district_code, campaign_id, unit_code, intervention_code, houses, missed, count(*)
     from rapid_assessment as visit join made on made.id = visit.campaign_id
     group by 1, 2, 3, 4, 5, 6`,
  );
}

/** The newest period holds as many values in both; the others lie in earlier ones. */
async function fillIndicators(run: Run, rows: number): Promise<void> {
  await run(
    `insert into indicator (district_code, id, campaign_id, code, name, measure, direction, period,
                            position)
     select district_code, gen_random_uuid(), id, 'k' || n, 'Indikator ' || n, 'percent', 'up', 'month', n
     from made cross join generate_series(1, $2::int) as n`,
    [indicators],
  );
  await run(
    `insert into indicator_value (district_code, id, campaign_id, indicator_id, unit_code, starts_on,
                                  numerator, denominator)
     select district_code, gen_random_uuid(), id, listed.ids[1 + at % $4::int],
            ${unitOf("(at / $4::int)")},
            (date_trunc('month', local_today)
              - make_interval(months => case when n <= $3::int then 0
                else 1 + at / ($4::int * cardinality(units)) end))::date,
            n % 90, 100
     from made
     cross join generate_series(1, $2::int) as n
     cross join lateral (select case when n <= $3::int then n else n - $3::int end - 1 as at) as placed
     cross join lateral (select array_agg(indicator.id) as ids from indicator
                         where campaign_id = made.id) as listed`,
    [rows, shownRows, indicators],
  );
}
