import { loginRightsSql, readLoginRights } from "@/lib/server/db/application-role";

import { CommandError } from "./command-error";
import { withConnection } from "./sql";

/**
 * Rejects, with what to ask the server's administrator for, when the login that migrates can
 * neither become the application's role nor make it. The migration would fail there too, but its
 * engine keeps the database's sentence to itself.
 */
export async function requireApplicationRole(ownerUrl: string): Promise<void> {
  const { login, may } = await withConnection(ownerUrl, async (client) => {
    // Since 16 making roles includes no right on those that others made, and a member is not
    // always allowed to become the role.
    const { rows } = await client.query<{ login: string; may: boolean }>(
      `select rolname as login, rolsuper or case
         when role.oid is null then rolcreaterole
         when current_setting('server_version_num')::int < 160000
           then rolcreaterole or pg_has_role(role.oid, 'member')
         else pg_has_role(role.oid, 'set') or pg_has_role(role.oid, 'member with admin option')
       end as may
       from pg_roles
       left join (select oid from pg_roles where rolname = 'cakupan_app') as role on true
       where rolname = current_user`,
    );
    return rows[0] ?? { login: "", may: false };
  });
  if (may) return;
  throw new CommandError(
    `Akun basis data ${login} tidak dapat memakai peran cakupan_app, yang membatasi aplikasi. ` +
      "Minta administrator server PostgreSQL menjalankan sekali:\n\n" +
      `  CREATE ROLE cakupan_app NOLOGIN;  -- bila belum ada\n  GRANT cakupan_app TO "${login}";`,
  );
}

/** The statements that make the application's login, for whoever runs the server. */
export const makeLoginSql =
  "  CREATE ROLE cakupan_app NOLOGIN;  -- bila belum ada\n" +
  "  CREATE ROLE cakupan LOGIN PASSWORD 'sandi-panjang-yang-acak';\n" +
  "  GRANT cakupan_app TO cakupan;\n" +
  "  ALTER ROLE cakupan SET statement_timeout = '35s';";

/** Rejects a login of the web server that may do more than its work, or cannot do its work. */
export async function requireApplicationLogin(applicationUrl: string): Promise<void> {
  const { excess, login, works } = await withConnection(applicationUrl, async (client) => {
    const { rows } = await client.query(loginRightsSql);
    return readLoginRights(rows);
  });
  if (excess.length > 0) {
    throw new CommandError(
      `Akun basis data ${login} terlalu berkuasa untuk server web (${excess.join(", ")}): siapa pun ` +
        "yang mendapat sandinya dapat menulis ulang riwayat. Minta administrator server PostgreSQL " +
        `menjalankan sekali:\n\n${makeLoginSql}\n\n` +
        "Lalu isi DATABASE_URL dengan akun itu, dan MIGRATION_DATABASE_URL dengan akun pemilik tabel.",
    );
  }
  if (!works) {
    throw new CommandError(
      `Akun basis data ${login} tidak dapat membaca dan menulis tabel Cakupan. Pastikan DATABASE_URL ` +
        "dan MIGRATION_DATABASE_URL menunjuk basis data yang sama, dan jalankan sekali:\n\n" +
        `  GRANT cakupan_app TO "${login}";`,
    );
  }
}
