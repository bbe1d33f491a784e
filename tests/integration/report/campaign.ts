import { authorize, type Grant } from "@/lib/account/auth/grant";
import type { Actor, Role } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { findCampaign } from "@/lib/campaign/server/queries";
import { regionCode } from "@/lib/base/region/code";
import { query } from "@/tests/support/database";

/** Kecamatan Selat and Kapuas Hilir, two villages each. */
export const units = {
  hilir: "62.03.01.1007",
  hulu: "62.03.01.1009",
  mambulau: "62.03.02.1001",
  barimba: "62.03.02.1002",
};

/** Day 4 of the campaign, 15.00 WIB: an hour before the cut-off. */
export const today = "2026-06-04";
export const beforeCutOff = new Date("2026-06-04T08:00:00Z");

const ids = {
  camat: "00000000-0000-4000-8000-00000000000a",
  lurah: "00000000-0000-4000-8000-00000000000b",
  dinkes: "00000000-0000-4000-8000-00000000000c",
};

/**
 * A campaign of Kapuas from 1 to 20 June: round 1 to 5 June with sweeping to 8 June, round 2 from 15
 * to 18 June; MR for two groups, OPV for the younger; 100 people to reach in each cell but one,
 * or as many as are told: nobody is asked about counts that fit.
 */
export async function makeCampaign(people = 100): Promise<Campaign> {
  await query(`
    insert into region (code, parent_code, level, name, kind) values
      ('62', null, 1, 'Kalimantan Tengah', 'province'),
      ('62.03', '62', 2, 'Kabupaten Kapuas', 'kabupaten'),
      ('62.03.01', '62.03', 3, 'Selat', 'subdistrict'),
      ('62.03.02', '62.03', 3, 'Kapuas Hilir', 'subdistrict'),
      ('${units.hilir}', '62.03.01', 4, 'Selat Hilir', 'kelurahan'),
      ('${units.hulu}', '62.03.01', 4, 'Selat Hulu', 'kelurahan'),
      ('${units.mambulau}', '62.03.02', 4, 'Mambulau', 'kelurahan'),
      ('${units.barimba}', '62.03.02', 4, 'Barimba', 'kelurahan')`);
  await query(`
    insert into app_user (id, username, display_name, role, home_region_code, password_hash) values
      ('${ids.camat}', 'camat.selat', 'Camat Selat', 'subdistrictHead', '62.03.01', ''),
      ('${ids.lurah}', 'lurah.selathilir', 'Lurah Selat Hilir', 'villageHead', '${units.hilir}', ''),
      ('${ids.dinkes}', 'dinkes.kapuas', 'Dinkes Kapuas', 'healthOffice', '62.03', '')`);
  const [campaign] = await query<{ id: string }>(`
    insert into campaign (district_code, slug, name, starts_on, ends_on, time_zone, report_cut_off,
                          deciding_target_source)
    values ('62.03', 'bian', 'BIAN', '2026-06-01', '2026-06-20', 'Asia/Jakarta', '16:00', 'local')
    returning id`);
  const key = `'62.03', '${campaign?.id ?? ""}'`;
  for (const statement of [
    `insert into round (district_code, campaign_id, number, planned_starts_on, planned_ends_on,
                        starts_on, ends_on, sweeping_ends_on) values
       (${key}, 1, '2026-06-01', '2026-06-05', '2026-06-01', '2026-06-05', '2026-06-08'),
       (${key}, 2, '2026-06-15', '2026-06-18', '2026-06-15', '2026-06-18', null)`,
    `insert into intervention (district_code, campaign_id, code, name, short_name, position)
     values (${key}, 'MR', 'Campak-rubela (MR)', 'MR', 1), (${key}, 'OPV', 'OPV', 'OPV', 2)`,
    `insert into goal (district_code, campaign_id, intervention_code, from_day, share)
     values (${key}, 'MR', '2026-06-01', 0.95), (${key}, 'OPV', '2026-06-01', 0.8)`,
    `insert into target_group (district_code, campaign_id, code, name, position)
     values (${key}, 'young', '9–59 bulan', 1), (${key}, 'old', '5–<7 tahun', 2)`,
    `insert into intervention_target_group
     values (${key}, 'MR', 'young'), (${key}, 'MR', 'old'), (${key}, 'OPV', 'young')`,
    `insert into reporting_unit (district_code, campaign_id, code, name, kind, region_code,
                                 subdistrict_code)
     select ${key}, code, name, 'village', code, parent_code from region where level = 4`,
    `insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
     values (${key}, 'local', '2026-05-01', '2026-05-01')`,
    `insert into target_population
     select set.district_code, set.campaign_id, set.id, unit.code, given.intervention_code,
            given.target_group_code, 0, ${String(people)}
     from target_set as set
     join reporting_unit as unit using (district_code, campaign_id)
     join intervention_target_group as given using (district_code, campaign_id)
     where (unit.code, given.intervention_code) <> ('${units.hulu}', 'OPV')`,
    `select refresh_place_target(${key})`,
  ]) {
    await query(statement);
  }
  const found = await findCampaign(actorOf("healthOffice", "62.03"), "bian");
  if (!found) throw new Error("the campaign was not made");
  return found;
}

const accounts: Partial<Record<Role, Pick<Actor, "id" | "username" | "displayName">>> = {
  subdistrictHead: { id: ids.camat, username: "camat.selat", displayName: "Camat Selat" },
  villageHead: { id: ids.lurah, username: "lurah.selathilir", displayName: "Lurah Selat Hilir" },
};

export function actorOf(role: Role, homeRegion: string): Actor {
  return {
    ...(accounts[role] ?? {
      id: ids.dinkes,
      username: "dinkes.kapuas",
      displayName: "Dinkes Kapuas",
    }),
    role,
    homeRegion: regionCode.parse(homeRegion),
    homeRegionName: "",
    office: null,
  };
}

/** What the dinkes, the camat of Selat, or the head of one village, may send. */
export function grantFor(homeRegion: string): Grant<"tally:submit"> {
  const region = regionCode.parse(homeRegion);
  const role =
    homeRegion.length > 8
      ? "villageHead"
      : homeRegion.length > 5
        ? "subdistrictHead"
        : "healthOffice";
  return authorize(actorOf(role, homeRegion), "tally:submit", region);
}
