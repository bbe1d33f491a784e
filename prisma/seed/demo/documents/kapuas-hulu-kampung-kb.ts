import type pg from "pg";

import { kampungKbTemplate } from "@/lib/indicator/template";

import type { CampaignPlan } from "../campaign-plan";
import type { OfficePlan } from "../offices";
import { asUnits, type District } from "../villages";

const districtCode = "61.06";

export const kampungKbSlug = "kampung-kb-kapuas-hulu-2024";

/** The document names none of the lokus: these five are invented, and exist. */
const lokus = ["61.06.19.2001", "61.06.21.2002", "61.06.08.2007", "61.06.16.2002", "61.06.20.2008"];

const source = "Dinkes PP dan KB Kapuas Hulu, 20 Februari 2024: indikator; selebihnya DATA CONTOH";

/**
 * Kampung KB in Kabupaten Kapuas Hulu: the fourteen outcomes that the Sekda named on 20 February 2024, in five
 * villages, from the second half of 2023 on. That they are counted, where and with what result is invented.
 */
export function planKampungKb({ villages }: District): CampaignPlan {
  const units = villages.filter(({ code }) => lokus.includes(code));
  if (units.length !== lokus.length) throw new Error("Kapuas Hulu lacks a village of Kampung KB");
  return {
    districtCode,
    slug: kampungKbSlug,
    name: "Kampung KB Kapuas Hulu 2024",
    legalBasis: "Instruksi Presiden Nomor 3 Tahun 2022",
    sourceName: source,
    sourceUrl: null,
    startsOn: "2024-01-01",
    endsOn: "2024-06-30",
    timeZone: "Asia/Jakarta",
    reportCutOff: "20:00",
    isSample: true,
    words: { noun: "family", act: "served", gives: "service" },
    rhythm: "periods",
    period: "halfYear",
    interventions: [],
    targetGroups: [],
    units: asUnits(units),
    unitSets: [{ kind: "lokus", code: "lokus", name: "Desa lokus", units: lokus }],
    targetSets: [],
    reports: [],
    reopenings: [],
    notes: [],
  };
}

/** Who answers for which; that there are such offices is known, their codes are invented. */
export const kapuasHuluOffices: readonly OfficePlan[] = (
  [
    ["dinkes-ppkb", "Dinkes PP dan KB"],
    ["disdik", "Dinas Pendidikan"],
    ["dpupr", "Dinas PUPR"],
    ["diskominfo", "Dinas Kominfo"],
    ["dinsos", "Dinas Sosial"],
    ["dp3a", "DP3A"],
    ["disperkim", "Dinas Perkim"],
  ] as const
).map(([code, name]) => ({
  district: districtCode,
  code,
  name,
  kind: "opd",
  region: districtCode,
  headTitle: "Kepala Dinas",
}));

type Pair = readonly [before: number, now: number, of?: number];

/** INVENTED (DATA CONTOH): by code what the five villages had, before and now, of how many. */
const values: Readonly<Record<string, readonly [office: string, ...pairs: Pair[]]>> = {
  SEKOLAH: [
    "disdik",
    [362, 370, 400],
    [180, 188, 200],
    [172, 169, 200],
    [178, 180, 190],
    [186, 192, 210],
  ],
  KB: ["dinkes-ppkb", [78, 81, 126], [59, 62, 93], [70, 71, 119], [56, 55, 94], [64, 66, 108]],
  JALAN: ["dpupr", [10, 11, 18], [15, 15, 26], [9, 10, 20], [12, 13, 22], [10, 10, 24]],
  SANITASI: [
    "dpupr",
    [158, 166, 242],
    [120, 124, 176],
    [140, 144, 256],
    [132, 134, 199],
    [124, 127, 236],
  ],
  AIR: [
    "dpupr",
    [172, 177, 242],
    [130, 133, 176],
    [155, 152, 256],
    [141, 143, 199],
    [133, 135, 236],
  ],
  SINYAL: ["diskominfo", [2, 3, 4], [2, 2, 3], [1, 1, 3], [3, 4, 5], [2, 2, 6]],
  MISKIN: ["dinsos", [45, 43, 243], [28, 27, 174], [60, 63, 256], [36, 34, 203], [56, 54, 239]],
  "KEMATIAN-IBU": ["dinkes-ppkb", [0, 0], [0, 0], [0, 0], [0, 0], [0, 0]],
  "KEMATIAN-BAYI": ["dinkes-ppkb", [1, 0], [1, 1], [1, 2], [1, 0], [0, 0]],
  "KEMATIAN-BALITA": ["dinkes-ppkb", [1, 0], [1, 1], [0, 1], [0, 0], [0, 0]],
  STUNTING: [
    "dinkes-ppkb",
    [20, 18, 120],
    [22, 20, 102],
    [33, 35, 120],
    [22, 20, 105],
    [28, 25, 105],
  ],
  "PERKAWINAN-ANAK": ["dp3a", [2, 1], [2, 2], [2, 5], [2, 1], [2, 3]],
  KDRT: ["dp3a", [1, 1], [1, 3], [1, 2], [1, 1], [0, 1]],
  RTLH: ["disperkim", [36, 34], [51, 49], [44, 46], [45, 41], [36, 31]],
};

const nobody = "00000000-0000-4000-8000-000000000000";
const actorName = "Dinkes PP dan KB (contoh)";

/** The indicators of the campaign with their values of two half-years, each in its first version. */
export async function writeKampungKbIndicators(client: pg.Client): Promise<void> {
  const indicators = kampungKbTemplate.map(
    ({ code, name, measure, direction, counted }, index) => ({
      code,
      name,
      measure,
      direction,
      counted,
      position: index + 1,
      office: values[code]?.[0] ?? null,
      pairs: (values[code]?.slice(1) ?? []) as readonly Pair[],
    }),
  );
  await client.query(
    `with asked as (
       select campaign.id as campaign, idOf.id, listed.*
       from jsonb_to_recordset($2) as listed (
         code text, name text, measure text, direction text, counted text, position int, office text)
       join campaign on campaign.district_code = $1 and campaign.slug = $3
       cross join lateral (select overlay(overlay(md5($3 || listed.code) placing '8' from 13) placing 'a' from 17)::uuid as id) as idOf
     ), written as (
       insert into indicator (
         district_code, id, campaign_id, code, name, measure, direction, period, counted, office_code,
         baseline, position, is_demo)
       select $1, id, campaign, code, name, measure, direction, 'half', counted, office,
              '2023-07-01', position, true
       from asked
     )
     insert into record_version (
       district_code, sent_id, campaign_id, kind, record_id, version, body, actor_id, actor_name)
     select $1, gen_random_uuid(), campaign, 'indicator', id, 1,
            jsonb_build_object(
              'code', code, 'name', name, 'measure', measure, 'direction', direction,
              'period', 'half', 'counted', counted, 'office', office, 'baseline', '2023-S2',
              'position', position, 'goals', '[]'::jsonb),
            $4, $5
     from asked`,
    [districtCode, JSON.stringify(indicators), kampungKbSlug, nobody, actorName],
  );
  await client.query(
    `with told as (
       select campaign.id as campaign, overlay(overlay(md5($3 || told.code) placing '8' from 13) placing 'a' from 17)::uuid as indicator,
              overlay(overlay(md5($3 || told.code || told.unit || told."startsOn") placing '8' from 13) placing 'a' from 17)::uuid as id, told.*
       from jsonb_to_recordset($2) as told (
         code text, unit text, "startsOn" text, period text, value int, numerator int, denominator int)
       join campaign on campaign.district_code = $1 and campaign.slug = $3
     ), written as (
       insert into indicator_value (
         district_code, id, campaign_id, indicator_id, unit_code, starts_on, value, numerator,
         denominator, source, is_demo)
       select $1, id, campaign, indicator, unit, "startsOn"::date, value, numerator, denominator,
              'DATA CONTOH', true
       from told
     )
     insert into record_version (
       district_code, sent_id, campaign_id, kind, record_id, version, body, actor_id, actor_name)
     select $1, gen_random_uuid(), campaign, 'indicatorValue', id, 1,
            jsonb_build_object(
              'indicator', indicator, 'unit', unit, 'period', period, 'value', value,
              'numerator', numerator, 'denominator', denominator, 'source', 'DATA CONTOH',
              'isConfirmed', false),
            $4, $5
     from told`,
    [
      districtCode,
      JSON.stringify(indicators.flatMap(({ code, pairs }) => valuesOf(code, pairs))),
      kampungKbSlug,
      nobody,
      actorName,
    ],
  );
}

function valuesOf(code: string, pairs: readonly Pair[]) {
  return pairs.flatMap(([before, now, of], index) =>
    [
      { startsOn: "2023-07-01", period: "2023-S2", count: before },
      { startsOn: "2024-01-01", period: "2024-S1", count: now },
    ].map(({ count, ...when }) => ({
      code,
      unit: lokus[index] ?? "",
      ...when,
      value: of === undefined ? count : null,
      numerator: of === undefined ? null : count,
      denominator: of ?? null,
    })),
  );
}

/** INVENTED but for the meeting itself: what each office promised, by when, and what it answered. */
const promises = [
  [
    "dinkes-ppkb",
    "Kelas ibu hamil dan posyandu di lima desa",
    "2024-06-15",
    "done",
    "Terlaksana di lima desa.",
  ],
  [
    "disdik",
    "Pendataan anak tidak sekolah",
    "2024-06-15",
    "done",
    "Selesai, 22 anak kembali sekolah.",
  ],
  ["dpupr", "Jamban dan air bersih di desa lokus", "2024-12-15", "done", "Lima desa selesai."],
  ["dp3a", "Penyuluhan pencegahan perkawinan anak", "2024-06-30", "open", ""],
  [
    "disperkim",
    "Bedah rumah tidak layak huni",
    "2024-12-15",
    "cannot",
    "Anggarannya baru ada tahun 2025.",
  ],
] as const;

/** The meeting of the working group of 20 February 2024, and what the offices promised in it. */
export async function writeKampungKbMeeting(client: pg.Client): Promise<void> {
  const directive = "61060000-2024-4220-8000-000000000020";
  await client.query(
    `insert into directive (
       district_code, id, campaign_id, kind, number, title, day, issuer, source, review_on, issued_at,
       created_at, is_demo)
     select $1, $2, id, 'commitment', null, 'Komitmen OPD, rapat Tim DWG Kampung KB', '2024-02-20',
            'Sekretaris Daerah Kabupaten Kapuas Hulu', $4, '2024-07-16', '2024-02-20', '2024-02-20', true
     from campaign where district_code = $1 and slug = $3`,
    [districtCode, directive, kampungKbSlug, source],
  );
  const rows = JSON.stringify(
    promises.map(([office, title, due, state, text], index) => ({
      position: index + 1,
      office,
      name: kapuasHuluOffices.find(({ code }) => code === office)?.name ?? office,
      title,
      due,
      state,
      text,
    })),
  );
  await client.query(
    `with listed as (
       select * from jsonb_to_recordset($3) as listed (
         position int, office text, name text, title text, due date, state text, text text)
     ), addressed as (
       insert into directive_addressee (district_code, directive_id, position, kind, name, office_code)
       select $1, $2::uuid, position, 'office', name, office from listed
     ), ordered as (
       insert into directive_order (
         district_code, directive_id, position, label, title, text, due_on, asked_of)
       select $1, $2::uuid, position, position::text, title, title || ' (DATA CONTOH).', due,
              array[position::smallint]
       from listed
     )
     select 1`,
    [districtCode, directive, rows],
  );
  await client.query(
    `with listed as (
       select * from jsonb_to_recordset($3) as listed (
         position int, office text, name text, due date, state text, text text)
     ), followed as (
       insert into follow_up (
         district_code, id, directive_id, order_position, addressee_position, region_code,
         office_code, due_on, state, version, changed_at)
       select $1, overlay(overlay(md5($2::text || position) placing '8' from 13) placing 'a' from 17)::uuid, $2::text::uuid, position, position, '', office, due, state,
              case state when 'open' then 1 else 2 end,
              case state when 'open' then null else timestamptz '2024-06-10 09:30+07' end
       from listed
       returning id, state, order_position
     )
     insert into follow_up_event (
       district_code, id, follow_up_id, at, actor_id, actor_name, kind, text)
     select $1, gen_random_uuid(), followed.id, '2024-06-10 09:30+07', $4, listed.name, followed.state,
            listed.text
     from followed
     join listed on listed.position = followed.order_position
     where followed.state <> 'open'`,
    [districtCode, directive, rows, nobody],
  );
}
