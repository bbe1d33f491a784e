import type { Actor, Role } from "@/lib/account/auth/policy";
import type { CampaignInput } from "@/lib/campaign/schema";
import { campaignInput } from "@/lib/campaign/schema";
import { nation, regionCode } from "@/lib/base/region/code";
import { query } from "@/tests/support/database";

/** Two small kabupaten of one province. Kuala Lupak is a name in two kecamatan, as names are. */
const areas = [
  ["00", null, 0, "Indonesia", "nation"],
  ["62", "00", 1, "Kalimantan Tengah", "province"],
  ["62.03", "62", 2, "Kabupaten Kapuas", "kabupaten"],
  ["62.03.01", "62.03", 3, "Selat", "subdistrict"],
  ["62.03.01.1006", "62.03.01", 4, "Murung Keramat", "kelurahan"],
  ["62.03.01.1007", "62.03.01", 4, "Selat Hilir", "kelurahan"],
  ["62.03.09", "62.03", 3, "Mantangai", "subdistrict"],
  ["62.03.09.2001", "62.03.09", 4, "Lamunti", "desa"],
  ["62.10", "62", 2, "Kabupaten Gunung Mas", "kabupaten"],
  ["62.10.01", "62.10", 3, "Sepang", "subdistrict"],
  ["62.10.01.2001", "62.10.01", 4, "Tanjung Karitak", "desa"],
] as const;

export async function loadDistricts(): Promise<void> {
  for (const area of areas) {
    await query(
      "insert into region (code, parent_code, level, name, kind) values ($1, $2, $3, $4, $5)",
      area,
    );
  }
}

/** Someone who is stored, so that the audit trail and imports can name them. */
export async function person(
  role: Role,
  homeRegion: string,
  username = `${role.toLowerCase()}.${homeRegion}`,
): Promise<Actor> {
  const [row] = await query<{ id: string }>(
    `insert into app_user (username, display_name, role, home_region_code, password_hash)
     values ($1, $1, $2, $3, 'x') returning id`,
    [username, role, homeRegion],
  );
  return {
    id: row?.id ?? "",
    username,
    displayName: username,
    role,
    homeRegion: homeRegion === "00" ? nation : regionCode.parse(homeRegion),
    homeRegionName: homeRegion,
    office: null,
  };
}

/** BIAN in its least: one round, two interventions, two age bands. */
export function bian(change: Readonly<Record<string, unknown>> = {}): CampaignInput {
  return campaignInput.parse({ ...bianBody, ...change });
}

export const bianBody = {
  slug: "bian-kapuas-2022",
  name: "BIAN Kabupaten Kapuas",
  legalBasis: "Instruksi Bupati 443.51/686/DINKES Tahun 2022",
  districtCode: "62.03",
  startsOn: "2022-05-18",
  endsOn: "2022-06-20",
  timeZone: "Asia/Jakarta",
  reportCutOff: "16:00",
  isSample: true,
  decidingTargetSource: "local",
  rounds: [{ number: 1, startsOn: "2022-05-18", endsOn: "2022-06-17" }],
  interventions: [
    { code: "MR", name: "Campak-rubela (MR)", shortName: "MR", coverageGoal: "0.95" },
    { code: "IPV", name: "Polio suntik", coverageGoal: "0.80", targetGroups: ["12-59-bulan"] },
  ],
  targetGroups: [
    { code: "9-59-bulan", name: "9–59 bulan" },
    { code: "12-59-bulan", name: "12–59 bulan" },
  ],
};
