import type pg from "pg";

/** A small campaign: five units in two kecamatan (one unit belongs to none), two rounds, three columns. */
export type Key = readonly [districtCode: string, campaignId: string];

const district = "62.03";
export const units = ["a1", "a2", "b1", "b2", "z"] as const;
export const columns = [
  ["MR", "young"],
  ["MR", "old"],
  ["OPV", "young"],
] as const;
export const rounds = [1, 2] as const;

/** The day of June on which each round begins; round 2 has four days, round 1 five and three for sweeping. */
export const firstDay: Readonly<Record<number, number>> = { 1: 1, 2: 15 };

export async function insertRegions(client: pg.Client): Promise<void> {
  await client.query(`
    insert into region (code, parent_code, level, name, kind) values
      ('62', null, 1, 'Kalimantan Tengah', 'province'),
      ('62.03', '62', 2, 'Kabupaten Kapuas', 'kabupaten'),
      ('62.03.01', '62.03', 3, 'Selat', 'subdistrict'),
      ('62.03.02', '62.03', 3, 'Kapuas Hilir', 'subdistrict')`);
}

export async function insertCampaign(client: pg.Client, slug: string): Promise<Key> {
  const { rows } = await client.query<{ id: string }>(
    `insert into campaign (district_code, slug, name, starts_on, ends_on, time_zone, report_cut_off,
                           deciding_target_source)
     values ($1, $2, $2, '2026-06-01', '2026-06-30', 'Asia/Jakarta', '16:00', 'local') returning id`,
    [district, slug],
  );
  const key: Key = [district, rows[0]?.id ?? ""];
  const [, id] = key;
  await client.query(`
    insert into round (district_code, campaign_id, number, planned_starts_on, planned_ends_on,
                       starts_on, ends_on, sweeping_ends_on) values
      ('62.03', '${id}', 1, '2026-06-01', '2026-06-05', '2026-06-01', '2026-06-05', '2026-06-08'),
      ('62.03', '${id}', 2, '2026-06-15', '2026-06-18', '2026-06-15', '2026-06-18', null);
    insert into intervention (district_code, campaign_id, code, name, short_name, position)
    values ('62.03', '${id}', 'MR', 'MR', 'MR', 1), ('62.03', '${id}', 'OPV', 'OPV', 'OPV', 2);
    insert into goal (district_code, campaign_id, intervention_code, from_day, share)
    values ('62.03', '${id}', 'MR', '2026-06-01', 0.95), ('62.03', '${id}', 'OPV', '2026-06-01', 0.8);
    insert into target_group (district_code, campaign_id, code, name, position)
    values ('62.03', '${id}', 'young', 'young', 1), ('62.03', '${id}', 'old', 'old', 2);
    insert into intervention_target_group (district_code, campaign_id, intervention_code, target_group_code)
    values ('62.03', '${id}', 'MR', 'young'), ('62.03', '${id}', 'MR', 'old'), ('62.03', '${id}', 'OPV', 'young');
    insert into reporting_unit (district_code, campaign_id, code, name, kind, region_code, subdistrict_code)
    values ('62.03', '${id}', 'a1', 'A1', 'puskesmas', '62.03.01', '62.03.01'),
           ('62.03', '${id}', 'a2', 'A2', 'puskesmas', '62.03.01', '62.03.01'),
           ('62.03', '${id}', 'b1', 'B1', 'puskesmas', '62.03.02', '62.03.02'),
           ('62.03', '${id}', 'b2', 'B2', 'puskesmas', '62.03.02', '62.03.02'),
           ('62.03', '${id}', 'z', 'Z', 'office', '62.03', '62.03')`);
  return key;
}
