import pg from "pg";

import { withConnection } from "./sql";

/** Owns the cluster and the tables: for migrations, seeds and the commands of an administrator. */
export const ownerLogin = "cakupan_owner";
/** The web server's login: member of `cakupan_app` and of nothing else. */
const application = "cakupan";

export function ownerUrl(password: string, port: number, database = "cakupan"): string {
  return localUrl(ownerLogin, password, port, database);
}

export function applicationUrl(password: string, port: number, database = "cakupan"): string {
  return localUrl(application, password, port, database);
}

/** Makes the application's login, or sets it right; safe to repeat. */
export async function makeApplicationLogin(ownersUrl: string, password: string): Promise<void> {
  await withConnection(ownersUrl, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select rolname as name from pg_roles where rolname in ('cakupan_app', $1)",
      [application],
    );
    const there = new Set(rows.map(({ name }) => name));
    await client.query("begin");
    if (!there.has("cakupan_app")) await client.query("create role cakupan_app nologin");
    await client.query(
      `${there.has(application) ? "alter" : "create"} role ${application} login inherit
         nosuperuser nocreatedb nocreaterole noreplication nobypassrls
         password ${pg.escapeLiteral(password)}`,
    );
    await client.query(`grant cakupan_app to ${application}`);
    // Whoever asked has given up by then (lib/server/db/pool.ts); the server would work on for nobody.
    await client.query(`alter role ${application} set statement_timeout = '35s'`);
    await client.query(`alter role ${application} set idle_in_transaction_session_timeout = '60s'`);
    await client.query("commit");
  });
}

/**
 * Parts the two logins in a cluster from before, where the application's login owned everything:
 * the owner gets a name of its own and keeps its password. One transaction. A session may not
 * rename itself, so for that one statement it is somebody else.
 *
 * @param password the owner's, under the old name.
 */
export async function partLogins(password: string, port: number): Promise<void> {
  await withConnection(applicationUrl(password, port, "postgres"), (client) =>
    client.query(`begin;
      create role cakupan_parting superuser;
      set session authorization cakupan_parting;
      alter role ${application} rename to ${ownerLogin};
      reset session authorization;
      drop role cakupan_parting;
      commit`),
  );
}

/** Whether the server has rejected the name or the password, as it will the next time too. */
export function isLoginRejected(error: unknown): boolean {
  return error instanceof pg.DatabaseError && (error.code ?? "").startsWith("28");
}

function localUrl(login: string, password: string, port: number, database: string): string {
  return `postgresql://${login}:${password}@127.0.0.1:${String(port)}/${database}`;
}
