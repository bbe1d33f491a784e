import type pg from "pg";

import { hashPassword } from "@/lib/auth/password";
import type { Role } from "@/lib/auth/policy";

/** One password for all of them: they exist for trial and are said at each start that made them. */
export const demoPassword = "cakupan-demo";

export type DemoAccount = {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly homeRegionCode: string;
};

export const demoAccounts: readonly DemoAccount[] = [
  account("admin", "Administrator Contoh", "administrator", "00"),
  account("dinkes.kapuas", "Dinas Kesehatan", "healthOffice", "62.03"),
  account("bupati.kapuas", "Kantor Bupati", "regentOffice", "62.03"),
  account("camat.selat", "Camat Selat", "subdistrictHead", "62.03.01"),
  account("camat.mantangai", "Camat Mantangai", "subdistrictHead", "62.03.09"),
  account("lurah.selathilir", "Lurah Selat Hilir", "villageHead", "62.03.01.1007"),
  account("dinkes.gunungmas", "Dinas Kesehatan Gunung Mas", "healthOffice", "62.10"),
];

function account(username: string, displayName: string, role: Role, homeRegionCode: string) {
  return { username, displayName, role, homeRegionCode };
}

/**
 * Makes those accounts whose name is free. A name that somebody has stays theirs, with their
 * password and role.
 *
 * @returns how many were made.
 */
export async function insertDemoAccounts(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ username: string }>(
    "select username from app_user where username = any($1)",
    [demoAccounts.map(({ username }) => username)],
  );
  const taken = new Set(rows.map(({ username }) => username));
  const missing = demoAccounts.filter(({ username }) => !taken.has(username));
  if (missing.length === 0) return 0;

  const { rowCount } = await client.query(
    `insert into app_user (username, display_name, role, home_region_code, password_hash, is_demo)
     select username, "displayName", role, "homeRegionCode", $2, true
     from jsonb_to_recordset($1) as account (
       username text, "displayName" text, role text, "homeRegionCode" text)
     on conflict (username) do nothing`,
    [JSON.stringify(missing), await hashPassword(demoPassword)],
  );
  return rowCount ?? 0;
}

/** Ids of the demo accounts that are there, by user name. */
export async function readDemoAccountIds(client: pg.Client): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ username: string; id: string }>(
    "select username, id from app_user where is_demo",
  );
  return new Map(rows.map(({ username, id }) => [username, id]));
}
