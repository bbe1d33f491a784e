import type pg from "pg";

import { hashPassword, passwordFits } from "@/lib/account/auth/server/password";
import type { Role } from "@/lib/account/auth/policy";

import { anambasOffices, insertDemoOffices, puskesmasSelat, type OfficePlan } from "./offices";

/** What every installation had once, and its README said: in force nowhere any more. */
const publishedPassword = "cakupan-demo";

type DemoAccount = {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly homeRegionCode: string;
  /** Of the head of one. */
  readonly office?: OfficePlan;
};

export const demoAccounts: readonly DemoAccount[] = [
  account("admin", "Administrator Contoh", "administrator", "00"),
  account("dinkes.kapuas", "Dinas Kesehatan", "healthOffice", "62.03"),
  account("bupati.kapuas", "Kantor Bupati", "regentOffice", "62.03"),
  account("camat.selat", "Camat Selat", "subdistrictHead", "62.03.01"),
  account("camat.mantangai", "Camat Mantangai", "subdistrictHead", "62.03.09"),
  account("lurah.selathilir", "Lurah Selat Hilir", "villageHead", "62.03.01.1007"),
  head("kepala.pkmselat", "Kepala Puskesmas Selat", puskesmasSelat),
  account("dinkes.gunungmas", "Dinas Kesehatan Gunung Mas", "healthOffice", "62.10"),
];

const { opd, camat } = anambasOffices([{ code: "21.05.01", name: "Siantan" }]);

/** Of the kabupaten of the documents. */
const documentAccounts: readonly DemoAccount[] = [
  account("dinkes.lebak", "Dinas Kesehatan Lebak", "healthOffice", "36.02"),
  account("bupati.lebak", "Kantor Bupati Lebak", "regentOffice", "36.02"),
  account("dinkes.kapuashulu", "Dinkes PP dan KB Kapuas Hulu", "healthOffice", "61.06"),
  account("bupati.kapuashulu", "Kantor Bupati Kapuas Hulu", "regentOffice", "61.06"),
  account("dinkes.anambas", "Dinas Kesehatan Kepulauan Anambas", "healthOffice", "21.05"),
  ...opd
    .filter(({ code }) => code === "opd-pendidikan")
    .map((office) => head("kadis.pendidikan", "Kepala Dinas Pendidikan", office)),
  ...camat.map((office) => head("camat.siantan", "Camat Siantan", office)),
];

function account(username: string, displayName: string, role: Role, homeRegionCode: string) {
  return { username, displayName, role, homeRegionCode };
}

function head(username: string, displayName: string, office: OfficePlan): DemoAccount {
  return { ...account(username, displayName, "unitHead", office.district), office };
}

/**
 * Makes those accounts whose name is free, with one password for all of them. A name that somebody
 * has stays theirs, with their password and role.
 *
 * @returns how many were made.
 */
export async function insertDemoAccounts(
  client: pg.Client,
  password: string,
  { hasDocuments }: { readonly hasDocuments: boolean } = { hasDocuments: false },
): Promise<number> {
  const wanted = hasDocuments ? [...demoAccounts, ...documentAccounts] : demoAccounts;
  const { rows } = await client.query<{ username: string }>(
    "select username from app_user where username = any($1)",
    [wanted.map(({ username }) => username)],
  );
  const taken = new Set(rows.map(({ username }) => username));
  const missing = wanted.filter(({ username }) => !taken.has(username));
  if (missing.length === 0) return 0;

  await insertDemoOffices(
    client,
    missing.flatMap(({ office }) => office ?? []),
  );
  const { rowCount } = await client.query(
    `insert into app_user (username, display_name, role, home_region_code, office_code, password_hash, is_demo)
     select username, "displayName", role, "homeRegionCode", "officeCode", $2, true
     from jsonb_to_recordset($1) as account (
       username text, "displayName" text, role text, "homeRegionCode" text, "officeCode" text)
     on conflict (username) do nothing`,
    [
      JSON.stringify(missing.map((each) => ({ ...each, officeCode: each.office?.code }))),
      await hashPassword(password),
    ],
  );
  return rowCount ?? 0;
}

/**
 * Gives the demo accounts that have an earlier common password the one of now, and ends their
 * sessions. Who has chosen a password of their own keeps it.
 *
 * @param earlier what they may have, beside the one that was published.
 * @returns how many were changed.
 */
export async function renewDemoPasswords(
  client: pg.Client,
  password: string,
  earlier: readonly string[],
): Promise<number> {
  const old = [publishedPassword, ...earlier].filter((each) => each !== password);
  const { rows } = await client.query<{ id: string; hash: string }>(
    "select id, password_hash as hash from app_user where is_demo",
  );
  const outdated: string[] = [];
  for (const { hash, id } of rows) {
    for (const each of old) {
      if (await passwordFits(each, hash)) outdated.push(id);
    }
  }
  if (outdated.length === 0) return 0;
  await client.query(
    `with renewed as (
       update app_user set password_hash = $2 where id = any($1) returning id, username
     ), signed_out as (
       delete from session using renewed where user_id = renewed.id
     )
     insert into audit_entry (district_code, action, subject)
     select '00', 'person.reset', username from renewed`,
    [outdated, await hashPassword(password)],
  );
  return outdated.length;
}

/** Whether it is no secret. */
export function isPublished(password: string): boolean {
  return password === publishedPassword;
}

/** Ids of the demo accounts that are there, by user name. */
export async function readDemoAccountIds(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ username: string; id: string }>(
    "select username, id from app_user where is_demo",
  );
  return new Map(rows.map(({ username, id }) => [username, id]));
}
