import type pg from "pg";

import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { instantOf } from "@/lib/base/time/time-zone";

import { kapuasSlug } from "./kapuas";

const district = "62.03";
const zone = "Asia/Jakarta";

/** Ids of an adverse event and an assessment of Selat Hilir: each load has the same. */
export const safetyIds = {
  adverseEvent: "62030000-2022-4029-8000-000000000014",
  rapidAssessment: "62030000-2022-4030-8000-000000000020",
} as const;

/** Hours after an event was found at which it was told; null: not yet. */
type Told = readonly [district: number, province: number | null, nation: number | null];

/** Every event is INVENTED (DATA CONTOH), and of nobody. */
const events = [
  {
    id: safetyIds.adverseEvent,
    unit: "62.03.01.1007",
    daysAgo: 1,
    found: "10:00",
    interventions: ["MR"],
    batch: "MR-2604",
    targetGroup: "9-59-bulan",
    criteria: ["hospital"],
    onset: 6,
    signs: "demam tinggi, rawat inap",
    told: [3.25, null, null] as Told,
    state: "investigating",
  },
  {
    id: "62030000-2022-4029-8000-000000000013",
    unit: null,
    daysAgo: 3,
    found: "08:10",
    interventions: ["MR"],
    batch: "MR-2603",
    targetGroup: "5-7-tahun",
    criteria: ["hospital"],
    onset: 20,
    signs: "kejang demam, rawat inap; sudah pulang",
    told: [5, 12.75, null] as Told,
    state: "committee",
  },
  {
    id: "62030000-2022-4029-8000-000000000012",
    unit: null,
    daysAgo: 2,
    found: "07:30",
    interventions: ["MR"],
    batch: "MR-2603",
    targetGroup: "9-59-bulan",
    criteria: [],
    onset: 9,
    signs: "demam, ruam",
    told: [33, null, null] as Told,
    state: "recovered",
  },
] as const;

const barimba = "62.03.02.1004";

/** People and who of them was reached in each of twenty houses; the others of a house were missed. */
const people = [2, 1, 2, 1, 3, 1, 2, 1, 2, 2, 1, 1, 3, 1, 2, 1, 2, 1, 3, 2];
const missed: Readonly<Record<number, readonly [number, string]>> = {
  7: [1, "sick"],
  13: [2, "travelling"],
  19: [1, "unaware"],
};

const assessments = [
  { id: safetyIds.rapidAssessment, unit: "62.03.01.1007", daysAgo: 2, missed: {} },
  // Barimba, whose reports say that MR is done.
  { id: "62030000-2022-4030-8000-000000000017", unit: barimba, daysAgo: 1, missed },
] as const;

/**
 * What is watched in BIAN Kapuas: two serious adverse events whose deadlines run, one that was told late, and
 * two rapid assessments. Invented, the same each time for the same day.
 */
export async function writeKapuasSafety(
  client: pg.Client,
  {
    today,
    now,
    accountIds,
  }: {
    readonly today: CalendarDay;
    readonly now: Date;
    readonly accountIds: ReadonlyMap<string, string>;
  },
): Promise<void> {
  const { rows } = await client.query<{ id: string; others: string[] }>(
    `select campaign.id, array(
       select min(unit.code) from reporting_unit as unit
       where unit.district_code = $1 and unit.campaign_id = campaign.id
         and unit.subdistrict_code <> '62.03.01' and unit.subdistrict_code <> $1
       group by unit.subdistrict_code order by unit.subdistrict_code) as others
     from campaign where district_code = $1 and slug = $2`,
    [district, kapuasSlug],
  );
  const [campaign] = rows;
  if (!campaign) throw new Error("BIAN Kapuas is not there yet.");
  const unitOf = (unit: string | null, at: number) => unit ?? campaign.others[at] ?? "";
  await writeEvents(client, campaign.id, { today, now, unitOf });
  await writeAssessments(client, campaign.id, today);
  await client.query(
    `insert into adverse_event_total (
       district_code, campaign_id, unit_code, batch, events, serious, told_late)
     select district_code, campaign_id, unit_code, batch, count(*),
            count(*) filter (where is_serious), count(*) filter (where is_told_late)
     from adverse_event where district_code = $1 and campaign_id = $2
     group by district_code, campaign_id, unit_code, batch`,
    [district, campaign.id],
  );
  await client.query(
    `insert into rapid_assessment_total (
       district_code, campaign_id, unit_code, intervention_code, houses, missed, assessments)
     select district_code, campaign_id, unit_code, intervention_code, houses, missed, count(*)
     from rapid_assessment where district_code = $1 and campaign_id = $2
     group by district_code, campaign_id, unit_code, intervention_code, houses, missed`,
    [district, campaign.id],
  );
  // The version that a correction names, in their history.
  await client.query(
    `insert into record_version (
       district_code, sent_id, campaign_id, kind, record_id, version, body, at, actor_id, actor_name)
     select $1, gen_random_uuid(), $2, kind, id, 1, '{}', at, $3, 'Dinas Kesehatan'
     from (select 'adverseEvent' as kind, id, told_district_at as at from adverse_event
           where district_code = $1 and campaign_id = $2
           union all
           select 'assessment', id, day + time '08:30' from rapid_assessment
           where district_code = $1 and campaign_id = $2) as record`,
    [
      district,
      campaign.id,
      accountIds.get("dinkes.kapuas") ?? "00000000-0000-4000-8000-000000000000",
    ],
  );
}

type UnitOf = (unit: string | null, at: number) => string;

async function writeEvents(
  client: pg.Client,
  campaign: string,
  {
    today,
    now,
    unitOf,
  }: { readonly today: CalendarDay; readonly now: Date; readonly unitOf: UnitOf },
): Promise<void> {
  for (const [at, event] of events.entries()) {
    const found = new Date(
      instantOf(today, event.found, zone).getTime() - event.daysAgo * 86_400_000,
    );
    // Nothing was told before the demo is loaded that would be told after it.
    const told = event.told.map((hours) => {
      const when = hours === null ? null : new Date(found.getTime() + hours * 3_600_000);
      return when !== null && when > now ? now : when;
    });
    const isSerious = event.criteria.length > 0;
    await client.query(
      `insert into adverse_event (
         district_code, id, campaign_id, version, unit_code, day, found_at, interventions, batch,
         target_group_code, is_serious, criteria, onset_hours, signs, told_district_at,
         told_province_at, told_nation_at, state, is_awaiting, is_told_late, is_demo)
       values ($1, $2, $3, 1, $4, $5::date - $6::int, $7, $8, $9, $10, $11, $12, $13, $14, $15,
               $16, $17, $18, $19, $20, true)`,
      [
        district,
        event.id,
        campaign,
        unitOf(event.unit, at),
        today,
        event.daysAgo + 1,
        found,
        event.interventions,
        event.batch,
        event.targetGroup,
        isSerious,
        event.criteria,
        event.onset,
        event.signs,
        told[0],
        told[1],
        told[2],
        event.state,
        isSerious && (told[1] === null || told[2] === null),
        event.told[0] > 24,
      ],
    );
  }
}

async function writeAssessments(
  client: pg.Client,
  campaign: string,
  today: CalendarDay,
): Promise<void> {
  for (const assessment of assessments) {
    const lost: Readonly<Record<number, readonly [number, string]>> = assessment.missed;
    const houses = people.map((count, index) => {
      const [reached, reason] = lost[index + 1] ?? [count, null];
      return { number: index + 1, people: count, reached, reason };
    });
    const sum = (of: (house: (typeof houses)[number]) => number) =>
      houses.reduce((total, house) => total + of(house), 0);
    await client.query(
      `insert into rapid_assessment (
         district_code, id, campaign_id, version, unit_code, day, intervention_code, location,
         assessor, houses, missed, people, reached, is_demo)
       values ($1, $2, $3, 1, $4, $5::date - $6::int, 'MR', 'RW 02',
               'Tim supervisi dinas kesehatan', $7, $8, $9, $10, true)`,
      [
        district,
        assessment.id,
        campaign,
        assessment.unit,
        today,
        assessment.daysAgo,
        houses.length,
        sum((house) => (house.reached < house.people ? 1 : 0)),
        sum((house) => house.people),
        sum((house) => house.reached),
      ],
    );
    await client.query(
      `insert into rapid_assessment_house (
         district_code, assessment_id, number, people, reached, reason)
       select $1, $2, number, people, reached, reason
       from jsonb_to_recordset($3) as house (number int, people int, reached int, reason text)`,
      [district, assessment.id, JSON.stringify(houses)],
    );
  }
}
