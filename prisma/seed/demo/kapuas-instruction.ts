import type pg from "pg";

import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";

import { kapuasOffices } from "./offices";
import { kapuasSlug } from "./kapuas";

const district = "62.03";

/** Ids of the instruction, and of what KEEMPAT asks of the camat of Selat: each load has the same. */
export const instructionIds = {
  directive: "62030000-2022-4420-8000-000000000686",
  followUp: "62030000-2022-4420-8000-000000000004",
} as const;

/**
 * The orders of Instruksi Bupati Kapuas Nomor 443.51/686/DINKES Tahun 2022, of 20 April 2022. Due days,
 * measures and short titles are INVENTED (DATA CONTOH): the instruction has none.
 */
const orders = [
  {
    label: "KESATU",
    title: "Kawal sampai desa, capai target",
    text: "Mendukung dan mengawal penyelenggaraan Bulan Imunisasi Anak Nasional (BIAN) hingga tingkat kelurahan/desa untuk mencapai target cakupan Campak Rubella 95%, target cakupan imunisasi kejar OPV 80%, IPV 80%, dan DPT-HB-Hib 80%.",
    dueIn: 12,
    measure: ["coverage", "MR"],
  },
  {
    label: "KEDUA",
    title: "Gerakkan masyarakat",
    text: "Menggerakkan seluruh masyarakat agar berperan aktif mendukung, menyukseskan, dan tidak ragu untuk mengimunisasikan anak-anaknya pada saat penyelenggaraan BIAN.",
    dueIn: -10,
    measure: [null, null],
  },
  {
    label: "KETIGA",
    title: "Koordinasi pendataan, layanan, pemantauan",
    text: "Berkoordinasi dengan pelaksana teknis kegiatan BIAN yakni UPT Puskesmas, UPT Dinas Pendidikan, Kementerian Agama dan jajarannya dalam hal pendataan sasaran, sosialisasi kegiatan, pelaksanaan, dan pemantauan pasca-imunisasi.",
    dueIn: -20,
    measure: ["targets", null],
  },
  {
    label: "KEEMPAT",
    title: "Jangkau pelosok, daerah terpencil",
    text: "Memfasilitasi segala dukungan yang diperlukan demi suksesnya persiapan dan pelaksanaan BIAN hingga ke pelosok/daerah terpencil.",
    dueIn: -5,
    measure: ["completeness", null],
  },
] as const;

const classes = [
  ["Ketua Organisasi Masyarakat", null],
  ["Tokoh Masyarakat", "dpmd"],
  ["Tokoh Agama", null],
] as const;

/**
 * The instruction that BIAN Kapuas is held by, with its twelve addressees: 7 offices, every camat, every
 * lurah and kepala desa, and three classes without a register. Every answer is INVENTED (DATA CONTOH), the
 * same each time.
 */
export async function writeKapuasInstruction(
  client: pg.Client,
  {
    today,
    accountIds,
  }: { readonly today: CalendarDay; readonly accountIds: ReadonlyMap<string, string> },
): Promise<void> {
  const id = await insertDirective(client, today);
  await client.query(
    `insert into directive_addressee (district_code, directive_id, position, kind, name, office_code)
     select $1, $2, position, kind, name, office
     from jsonb_to_recordset($3) as addressee (position int, kind text, name text, office text)`,
    [district, id, JSON.stringify(addressees())],
  );
  const everybody = addressees().map(({ position }) => position);
  await client.query(
    `insert into directive_order (
       district_code, directive_id, position, label, title, text, due_on, measure, measure_of, asked_of)
     select $1, $2, position, label, title, text, due, measure, "measureOf", $4
     from jsonb_to_recordset($3) as ordered (
       position int, label text, title text, text text, due date, measure text, "measureOf" text)`,
    [
      district,
      id,
      JSON.stringify(
        orders.map(({ dueIn, measure: [measure, measureOf], ...order }, index) => ({
          ...order,
          position: index + 1,
          due: addDays(today, dueIn),
          measure,
          measureOf,
        })),
      ),
      everybody,
    ],
  );
  await client.query(
    `insert into follow_up (district_code, id, directive_id, order_position, addressee_position,
                            region_code, office_code, due_on)
     select ordered.district_code,
            case when ordered.position = 4 and region.code = '62.03.01' then $3::uuid
                 else gen_random_uuid() end,
            ordered.directive_id, ordered.position, addressee.position,
            coalesce(region.code, ''), coalesce(addressee.office_code, ''), ordered.due_on
     from directive_order as ordered
     join directive_addressee as addressee
       on addressee.district_code = ordered.district_code
      and addressee.directive_id = ordered.directive_id
     left join region on addressee.kind in ('subdistricts', 'villages')
      and starts_with(region.code, ordered.district_code || '.')
      and region.level = case addressee.kind when 'subdistricts' then 3 else 4 end
     where ordered.district_code = $1 and ordered.directive_id = $2`,
    [district, id, instructionIds.followUp],
  );
  const by = accountIds.get("dinkes.kapuas") ?? "00000000-0000-4000-8000-000000000000";
  await insertAnswers(client, { id, today, by });
  await askToExplain(client, { id, today, by });
}

/** The camat of Mantangai says that KEEMPAT is done, which the figures contradict: the health office asks. */
async function askToExplain(client: pg.Client, { id, today, by }: Answering): Promise<void> {
  await client.query(
    `with returned as (
       update follow_up set state = 'doing', review = 'returned', version = 3
       where district_code = $1 and directive_id = $2 and order_position = 4
         and region_code = '62.03.09'
       returning id
     )
     insert into follow_up_event (
       district_code, id, follow_up_id, at, actor_id, actor_name, kind, text)
     select $1, gen_random_uuid(), id, $3::date - 5 + time '02:12', $4, 'Dinas Kesehatan', 'returned',
            'Laporan dari beberapa desa belum masuk. Mohon dijelaskan.'
     from returned`,
    [district, id, today, by],
  );
}

function addressees() {
  return [
    ...kapuasOffices.map(({ code, name }) => ({
      kind: "office",
      name,
      office: code,
    })),
    { kind: "subdistricts", name: "", office: null },
    { kind: "villages", name: "", office: null },
    ...classes.map(([name, office]) => ({ kind: "class", name, office })),
  ].map((addressee, index) => ({ ...addressee, position: index + 1 }));
}

async function insertDirective(client: pg.Client, today: CalendarDay): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `insert into directive (
       district_code, id, campaign_id, kind, number, title, day, issuer, issued_at, created_at, is_demo)
     select district_code, $4, id, 'instruction', '443.51/686/DINKES Tahun 2022',
            'Penyelenggaraan Bulan Imunisasi Anak Nasional di wilayah Kabupaten Kapuas',
            '2022-04-20', 'Bupati Kapuas', $3::date - 40, $3::date - 40, true
     from campaign where district_code = $1 and slug = $2
     returning id`,
    [district, kapuasSlug, today, instructionIds.directive],
  );
  const [made] = rows;
  if (!made) throw new Error("BIAN Kapuas is not there yet.");
  return made.id;
}

/**
 * How many of a hundred answered how, by order: done, doing, cannot; the others have not answered. Whoever has
 * is told by a hash of their codes, so that each load gives the same.
 */
const shares = [
  [5, 88, 0],
  [86, 0, 0],
  [95, 0, 0],
  [75, 0, 2],
] as const;

type Answering = {
  /** Of the directive. */
  readonly id: string;
  readonly today: CalendarDay;
  /** Account that is told as who said it. */
  readonly by: string;
};

async function insertAnswers(client: pg.Client, { id, today, by }: Answering): Promise<void> {
  await client.query(
    `with share as (
       select position, done, doing, cannot
       from jsonb_to_recordset($3) as share (position int, done int, doing int, cannot int)
     ), drawn as (
       select followed.id, followed.region_code, followed.addressee_position as addressee,
              mod(('x' || left(md5(followed.order_position || followed.region_code
                    || followed.addressee_position), 7))::bit(28)::int, 100) as at,
              share.*
       from follow_up as followed
       join share on share.position = followed.order_position
       where followed.district_code = $1 and followed.directive_id = $2
     ), answered as (
       update follow_up as followed
       set state = case when drawn.at < drawn.done then 'done'
                        when drawn.at < drawn.done + drawn.doing then 'doing' else 'cannot' end,
           version = 2, changed_at = $4::date - 6
       from drawn
       where followed.district_code = $1 and followed.id = drawn.id
         and drawn.at < drawn.done + drawn.doing + drawn.cannot
       returning followed.id, followed.state, followed.region_code, followed.addressee_position
     )
     insert into follow_up_event (
       district_code, id, follow_up_id, at, actor_id, actor_name, kind, text)
     select $1, gen_random_uuid(), answered.id, $4::date - 6 + time '09:30', $5,
            case region.level when 3 then 'Camat ' || region.name
                              when 4 then 'Kepala Desa/Lurah ' || region.name
                              else addressee.name end,
            answered.state,
            case answered.state when 'done' then 'Sudah dilaksanakan.'
                                when 'doing' then 'Sedang dilaksanakan bersama puskesmas.'
                                else 'Jalan terputus banjir; menunggu air surut.' end
     from answered
     join directive_addressee as addressee
       on addressee.district_code = $1 and addressee.directive_id = $2
      and addressee.position = answered.addressee_position
     left join region on region.code = nullif(answered.region_code, '')`,
    [
      district,
      id,
      JSON.stringify(
        shares.map(([done, doing, cannot], index) => ({
          position: index + 1,
          done,
          doing,
          cannot,
        })),
      ),
      today,
      by,
    ],
  );
}
