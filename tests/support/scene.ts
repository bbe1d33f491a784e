/**
 * Two kabupaten with a campaign each, and people of every role, for tests that ask who may do what.
 * Import `@/tests/support/database` before it.
 */
import { randomUUID } from "node:crypto";

import { authorize, type Grant } from "@/lib/account/auth/grant";
import type { Actor, Permission, Role } from "@/lib/account/auth/policy";
import { encodeSession, type SessionClaims } from "@/lib/account/auth/server/token";
import { createCampaign } from "@/lib/campaign/server/commands";
import type { CampaignInput } from "@/lib/campaign/schema";
import { campaignInput } from "@/lib/campaign/schema";
import { nation, regionCode } from "@/lib/base/region/code";
import { addDays } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";

import { query } from "./database";

const zone = "Asia/Jakarta";

/** The local day on which the tests run; campaigns of a scene are on their fourth. */
export const today = localDay(new Date(), zone);

/** Areas by what a test calls them: two kabupaten, and parts of both. */
export const areas = {
  nation: "00",
  province: "62",
  home: "62.03",
  homeSelat: "62.03.01",
  homeSelatHilir: "62.03.01.1001",
  homeSelatHulu: "62.03.01.1002",
  homeBasarang: "62.03.02",
  homeBasarangJaya: "62.03.02.2001",
  away: "62.04",
  awayKarau: "62.04.01",
  awayKarauDesa: "62.04.01.2001",
} as const;

/** A kabupaten and the code of an office in it, as the home of its head. */
export const offices = {
  /** Holds Selat Hilir. */
  own: "62.03/kantor-a",
  /** Holds the other unit of that kecamatan. */
  beside: "62.03/kantor-b",
  away: "62.04/kantor-a",
} as const;

export const slugs = { home: "bian-home", away: "bian-away" } as const;

export type Person = {
  readonly id: string;
  readonly username: string;
  readonly role: Role;
  readonly region: string;
};

/** Puts areas, a person of each role at each level, and both campaigns into an empty database. */
export async function setScene(): Promise<void> {
  await query(
    `insert into region (code, parent_code, level, name, kind)
     select code, parent, level, 'Wilayah ' || code, kind
     from jsonb_to_recordset($1::jsonb) as area (code text, parent text, level int, kind text)`,
    [JSON.stringify(Object.values(areas).map(areaRow))],
  );
  await createCampaign(systemGrant("campaign:manage"), campaign(slugs.home, areas.home));
  await createCampaign(systemGrant("campaign:manage"), campaign(slugs.away, areas.away));
  await holdUnit(offices.own, areas.homeSelatHilir);
  await holdUnit(offices.beside, areas.homeSelatHulu);
  await holdUnit(offices.away, areas.awayKarauDesa);
}

/** An office, and a unit of the kabupaten's campaigns that is its own. */
async function holdUnit(home: string, unit: string): Promise<void> {
  const [district, code] = home.split("/");
  await query(
    `insert into office (district_code, code, name, kind, region_code)
     values ($1, $2, 'Kantor ' || $2, 'opd', $1)`,
    [district, code],
  );
  await query("update reporting_unit set office_code = $2 where district_code = $1 and code = $3", [
    district,
    code,
    unit,
  ]);
}

function areaRow(code: string) {
  const kinds = ["nation", "province", "kabupaten", "subdistrict", "desa"];
  const level = code === "00" ? 0 : code.split(".").length;
  const parent = level === 0 ? null : level === 1 ? "00" : code.slice(0, code.lastIndexOf("."));
  return { code, parent, level, kind: kinds[level] };
}

/** A campaign of two interventions and two groups that runs today. */
export function campaign(slug: string, districtCode: string, over: object = {}): CampaignInput {
  return campaignInput.parse({
    slug,
    name: `Kampanye ${slug}`,
    districtCode,
    startsOn: addDays(today, -3),
    endsOn: addDays(today, 20),
    timeZone: zone,
    // Today is open to a camat at any hour that a test may run.
    reportCutOff: "23:59",
    isSample: false,
    decidingTargetSource: "local",
    rounds: [{ number: 1, startsOn: addDays(today, -3), endsOn: addDays(today, 10) }],
    interventions: [
      { code: "MR", name: "Campak-rubela", coverageGoal: "0.95" },
      { code: "OPV", name: "Polio tetes", coverageGoal: "0.8", targetGroups: ["bayi"] },
    ],
    targetGroups: [
      { code: "bayi", name: "9–59 bulan" },
      { code: "anak", name: "5–12 tahun" },
    ],
    ...over,
  });
}

/** Someone new of a role in a region, or at home in an office; nobody knows their password. */
export async function newPerson(role: Role, region: string): Promise<Person> {
  const username = `p-${randomUUID().slice(0, 8)}`;
  const [home, office = null] = region.split("/");
  const [row] = await query<{ id: string }>(
    `insert into app_user (username, display_name, role, home_region_code, office_code, password_hash)
     values ($1, 'Orang ' || $1, $2, $3, $4, 'x') returning id`,
    [username, role, home, office],
  );
  return { id: row?.id ?? "", username, role, region };
}

/** The cookie that a person's browser sends. */
export async function cookieOf(person: Pick<Person, "id">): Promise<string> {
  return `next-auth.session-token=${await encodeSession(await sessionOf(person))}`;
}

/** A session of theirs, begun without a password. */
export async function sessionOf({ id }: Pick<Person, "id">): Promise<SessionClaims> {
  const [row] = await query<SessionClaims>(
    `insert into session (user_id, expires_at) values ($1, now() + interval '12 hours')
     returning id as "sessionId"`,
    [id],
  );
  if (!row) throw new Error(`no session for ${id}`);
  return row;
}

/** A grant of the whole nation, for setting a scene. */
export function systemGrant<P extends Permission>(
  permission: P,
  region: string = nation,
): Grant<P> {
  const actor: Actor = {
    id: randomUUID(),
    username: "scene",
    displayName: "Scene",
    role: "administrator",
    homeRegion: nation,
    homeRegionName: "Indonesia",
    office: null,
  };
  return authorize(actor, permission, regionCode.parse(region));
}
