import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";

import { withConnection } from "../../../scripts/sql";

/** What records of a scene are about, besides its units and days. */
export type RecordGround = {
  /** A batch of ten doses a vial that lies in every store. */
  readonly batch: string;
  /** Ids of what each kecamatan is asked, by its code. */
  readonly followUps: ReadonlyMap<string, readonly string[]>;
};

/** Devices that write in one kecamatan; each answers follow-ups of its own. */
const devicesOfPlace = 3;
const followUpsOfDevice = 2;

/** Vials in each store at the start: more than is used, given back and thrown away in a run. */
export const vialsAtStart = 5_000;
export const dosesPerVial = 10;

/** Who wrote what stands before anything is typed. */
export const sceneActor = "Uji gangguan";

/** Puts vials into the store of every kecamatan, and asks every camat for something. */
export async function setRecords(
  databaseUrl: string,
  { slug, district, today }: { slug: string; district: string; today: CalendarDay },
): Promise<RecordGround> {
  return withConnection(databaseUrl, async (client) => {
    const [batch, directive] = [crypto.randomUUID(), crypto.randomUUID()];
    const before = addDays(today, -9);
    await client.query(
      `insert into stock_batch (district_code, id, campaign_id, code, product, doses_per_vial,
                                interventions, version)
       select district_code, $2, id, 'UJI', 'Vaksin uji', $3, array['MR'], 1
       from campaign where slug = $1`,
      [slug, batch, dosesPerVial],
    );
    await client.query(
      `insert into stock_move (district_code, id, campaign_id, batch_id, kind, to_store, vials,
                               doses, day, actor_name)
       select campaign.district_code, gen_random_uuid(), campaign.id, $2, 'receipt', region.code,
              $3::int, $3::int * $4::int, $5, $6
       from campaign join region on starts_with(region.code, campaign.district_code || '.')
        and region.level = 3
       where slug = $1`,
      [slug, batch, vialsAtStart, dosesPerVial, before, sceneActor],
    );
    await client.query(
      `insert into stock_day (district_code, batch_id, store, day, campaign_id, received)
       select district_code, batch_id, to_store, day, campaign_id, doses
       from stock_move where district_code = $1 and batch_id = $2`,
      [district, batch],
    );
    await client.query(
      `insert into directive (district_code, id, campaign_id, kind, title, day, issuer, issued_at)
       select district_code, $2, id, 'instruction', 'Uji gangguan', $3, 'Bupati', now()
       from campaign where slug = $1`,
      [slug, directive, before],
    );
    await client.query(
      `insert into directive_addressee (district_code, directive_id, position, kind, name)
       values ($1, $2, 1, 'subdistricts', '')`,
      [district, directive],
    );
    await client.query(
      `insert into directive_order (district_code, directive_id, position, label, title, text,
                                    due_on, asked_of)
       select $1, $2, number, 'KE-' || number, 'Uji', 'Uji gangguan', $3, array[1]
       from generate_series(1, $4::int) as number`,
      [district, directive, today, devicesOfPlace * followUpsOfDevice],
    );
    const { rows } = await client.query<{ place: string; followUps: readonly string[] }>(
      `with made as (
         insert into follow_up (district_code, directive_id, order_position, addressee_position,
                                region_code, office_code, due_on)
         select $1, $2, ordered.position, 1, region.code, '', ordered.due_on
         from directive_order as ordered
         join region on starts_with(region.code, $1 || '.') and region.level = 3
         where ordered.district_code = $1 and ordered.directive_id = $2
         returning region_code, order_position, id
       )
       select region_code as place, array_agg(id::text order by order_position) as "followUps"
       from made group by region_code`,
      [district, directive],
    );
    return { batch, followUps: new Map(rows.map((row) => [row.place, row.followUps])) };
  });
}

/** Those of a kecamatan's follow-ups that one of its devices answers. */
export function followUpsOf(
  { followUps }: RecordGround,
  place: string,
  device: number,
): readonly string[] {
  const from = device * followUpsOfDevice;
  return (followUps.get(place) ?? []).slice(from, from + followUpsOfDevice);
}
