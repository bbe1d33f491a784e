import { Refusal } from "./refusal";
import { withConnection } from "./sql";

/**
 * Refuses, with what to ask the server's administrator for, when the login can neither become the
 * application's role nor make it. The migration would fail there too, but its engine keeps the
 * database's sentence to itself.
 */
export async function requireApplicationRole(databaseUrl: string): Promise<void> {
  const { login, may } = await withConnection(databaseUrl, async (client) => {
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
  throw new Refusal(
    `Akun basis data ${login} tidak dapat memakai peran cakupan_app, yang membatasi aplikasi. ` +
      "Minta administrator server PostgreSQL menjalankan sekali:\n\n" +
      `  CREATE ROLE cakupan_app NOLOGIN;  -- bila belum ada\n  GRANT cakupan_app TO "${login}";`,
  );
}
