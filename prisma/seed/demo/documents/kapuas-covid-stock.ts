import type pg from "pg";

const district = "62.03";
const slug = "covid-kapuas-2021";
const given = ["DOSIS-1", "DOSIS-2", "BOOSTER"];

/** Ids of the batches: each load has the same. */
const idOf = (number: number) => `62030000-2021-4005-8000-00000000000${String(number)}`;

/**
 * "Ada sejumlah 38 ribu vaksin" (meeting of 5 October 2021): neither its batch nor its vials are told. All
 * else is INVENTED (DATA CONTOH): numbers, sizes, days, and what was sent to kecamatan.
 */
const batches = [
  { code: null, product: "COVID-19", size: null, expires: null, on: "2021-10-05", doses: 38_000 },
  {
    ...{ code: "CONTOH-SV-1", product: "Sinovac", size: 10, expires: "2021-12-31" },
    ...{ on: "2021-10-10", doses: 200_000 },
  },
  {
    ...{ code: "CONTOH-AZ-1", product: "AstraZeneca", size: 10, expires: "2022-02-28" },
    ...{ on: "2021-11-20", doses: 120_000 },
  },
  {
    ...{ code: "CONTOH-AZ-2", product: "AstraZeneca", size: 10, expires: "2022-04-30" },
    ...{ on: "2022-01-10", doses: 220_000 },
  },
];

/** Sent to kecamatan in the last weeks: vials of the fourth batch. */
const sent = [
  ["62.03.01", 420],
  ["62.03.02", 160],
  ["62.03.03", 90],
  ["62.03.09", 140],
  ["62.03.10", 60],
] as const;

/** What the COVID-19 campaign of Kapuas was supplied with, once it is there. */
export async function writeKapuasCovidStock(client: pg.Client): Promise<void> {
  await client.query(
    `with campaign as (
       select district_code, id from campaign where district_code = $1 and slug = $2
     ), batch as (
       insert into stock_batch (district_code, id, campaign_id, code, product, doses_per_vial,
                                expires_on, interventions, version)
       select campaign.district_code, told.id, campaign.id, told.code, told.product, told.size,
              told.expires, $4, 1
       from campaign, jsonb_to_recordset($3) as told (
         id uuid, code text, product text, size int, expires date)
       returning *
     )
     insert into record_version (district_code, sent_id, campaign_id, kind, record_id, version, body,
                                 actor_id, actor_name)
     select district_code, gen_random_uuid(), campaign_id, 'batch', id, 1,
            jsonb_build_object('code', code, 'product', product, 'dosesPerVial', doses_per_vial,
                               'expiresOn', expires_on, 'interventions', interventions),
            '00000000-0000-4000-8000-000000000000', 'Dinas Kesehatan'
     from batch`,
    [district, slug, JSON.stringify(batches.map((each, at) => ({ ...each, id: idOf(at) }))), given],
  );
  await writeMoves(client);
  await client.query(
    `insert into stock_day (district_code, batch_id, store, day, campaign_id, received, moved)
     select move.district_code, move.batch_id, flow.store, move.day, move.campaign_id,
            coalesce(sum(flow.received), 0), coalesce(sum(flow.moved), 0)
     from stock_move as move
     join campaign on campaign.district_code = move.district_code and campaign.id = move.campaign_id
     cross join lateral (values
       (move.to_store, case move.kind when 'receipt' then move.doses end,
        case move.kind when 'issue' then move.doses end),
       (move.from_store, null, -move.doses)) as flow (store, received, moved)
     where move.district_code = $1 and campaign.slug = $2 and flow.store is not null
     group by move.district_code, move.batch_id, flow.store, move.day, move.campaign_id`,
    [district, slug],
  );
}

async function writeMoves(client: pg.Client): Promise<void> {
  const moves = [
    ...batches.map(({ on, doses, size }, at) => ({
      ...{ batch: idOf(at), kind: "receipt", from: null, to: district, day: on, doses },
      vials: size === null ? null : doses / size,
      document: at === 0 ? "Rapat koordinasi 5 Oktober 2021" : "DATA CONTOH",
    })),
    ...sent.map(([store, vials]) => ({
      ...{ batch: idOf(3), kind: "issue", from: district, to: store, day: "2022-03-21" },
      ...{ doses: vials * 10, vials, document: "DATA CONTOH" },
    })),
  ];
  await client.query(
    `with move as (
       insert into stock_move (district_code, id, campaign_id, batch_id, kind, from_store, to_store,
                               vials, doses, document, day, at, actor_name)
       select campaign.district_code, gen_random_uuid(), campaign.id, told.batch, told.kind,
              told."from", told."to", told.vials, told.doses, told.document, told.day,
              told.day + time '02:00', 'Dinas Kesehatan'
       from campaign, jsonb_to_recordset($3) as told (
         batch uuid, kind text, "from" text, "to" text, vials int, doses int, document text, day date)
       where campaign.district_code = $1 and campaign.slug = $2
       returning *
     )
     insert into record_version (district_code, sent_id, campaign_id, kind, record_id, version, body,
                                 actor_id, actor_name)
     select district_code, gen_random_uuid(), campaign_id, 'stockMove', id, 1,
            jsonb_build_object('kind', kind, 'batch', batch_id, 'from', from_store, 'to', to_store,
                               'vials', vials, 'doses', doses, 'day', day, 'document', document),
            '00000000-0000-4000-8000-000000000000', actor_name
     from move`,
    [district, slug, JSON.stringify(moves)],
  );
}
