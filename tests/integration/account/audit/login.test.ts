import { databaseUrl, query } from "@/tests/support/database";

import { randomBytes } from "node:crypto";

import { afterAll, describe, expect, it } from "vitest";

import { requireApplicationLogin } from "../../../../scripts/application-role";
import { applyMigrations } from "../../../../scripts/migrate";
import { withConnection } from "../../../../scripts/sql";

const made: string[] = [];

afterAll(async () => {
  for (const name of made.reverse()) {
    await query(`drop database if exists ${name} with (force)`);
    await query(`drop owned by ${name}`);
    await query(`drop role ${name}`);
  }
});

describe("a login that owns the tables and is no superuser", () => {
  it("migrates when it may hand out the role, and another serves", async () => {
    const owner = await makeDatabaseOf("createrole");
    await query(`grant cakupan_app to ${owner.name} with admin option`);
    await applyMigrations(owner.url);
    const login = await makeLogin(owner, "");
    await expect(requireApplicationLogin(login.url)).rejects.toThrow(
      `GRANT cakupan_app TO "${login.name}";`,
    );

    await query(`grant cakupan_app to ${login.name}`);
    await requireApplicationLogin(login.url);
    await withConnection(login.url, async (client) => {
      await client.query(
        "insert into audit_entry (district_code, action, subject) values ('62.03', 'a', 'b')",
      );
      const { rows } = await client.query("select id::int from audit_entry");
      expect(rows).toEqual([{ id: 1 }]);
      await expect(client.query("delete from audit_entry")).rejects.toThrow("permission denied");
    });
  }, 30_000);

  it("is told what to ask for when it may not", async () => {
    const owner = await makeDatabaseOf("nocreaterole");
    await expect(applyMigrations(owner.url)).rejects.toThrow(/GRANT cakupan_app TO "login_/);

    await query(`grant cakupan_app to ${owner.name}`);
    await applyMigrations(owner.url);
  }, 30_000);
});

describe("a login that may do more than the web server needs", () => {
  it.each([
    { what: "a superuser", attribute: "superuser", excess: "superuser" },
    { what: "one that makes roles", attribute: "createrole", excess: "createrole" },
    { what: "one that makes databases", attribute: "createdb", excess: "createdb" },
    { what: "one that replicates", attribute: "replication", excess: "replication" },
    { what: "one that row security does not bind", attribute: "bypassrls", excess: "bypassrls" },
    { what: "a member of another role", grant: "pg_read_all_data", excess: "member" },
    {
      what: "one that may change the history",
      statement: "grant update (subject) on audit_entry to",
      excess: "history",
    },
    { what: "one that owns a table", statement: "alter table tally owner to", excess: "owner" },
  ])("is rejected: $what", async ({ attribute = "", excess, grant, statement }) => {
    const owner = { name: "", url: databaseUrl };
    const login = await makeLogin(owner, attribute);
    await query(`grant cakupan_app to ${login.name}`);
    if (grant !== undefined) await query(`grant ${grant} to ${login.name}`);
    if (statement !== undefined) await query(`${statement} ${login.name}`);

    const rejected = expect(requireApplicationLogin(login.url)).rejects;
    await rejected.toThrow(`(${excess}`);
    await expect(requireApplicationLogin(login.url)).rejects.toThrow(
      "CREATE ROLE cakupan LOGIN PASSWORD",
    );
    if (excess === "owner") await query("alter table tally owner to cakupan_owner");
  });
});

type Login = { readonly name: string; readonly url: string };

/** A login that owns a database of its own. */
async function makeDatabaseOf(attribute: string): Promise<Login> {
  const login = await makeLogin({ name: "", url: databaseUrl }, attribute);
  await query(`create database ${login.name} owner ${login.name}`);
  const url = new URL(login.url);
  url.pathname = `/${login.name}`;
  return { name: login.name, url: url.href };
}

/** A login to the database of another. */
async function makeLogin(of: Login, attribute: string): Promise<Login> {
  const name = `login_${randomBytes(6).toString("hex")}`;
  const password = randomBytes(8).toString("hex");
  await query(`create role ${name} login ${attribute} password '${password}'`);
  made.push(name);
  const url = new URL(of.url);
  url.username = name;
  url.password = password;
  return { name, url: url.href };
}
