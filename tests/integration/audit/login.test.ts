import { databaseUrl, query } from "@/tests/support/database";

import { randomBytes } from "node:crypto";

import { afterAll, describe, expect, it } from "vitest";

import { applicationAddress } from "@/lib/db/address";

import { applyMigrations } from "../../../scripts/migrate";
import { withConnection } from "../../../scripts/sql";

const made: string[] = [];

afterAll(async () => {
  for (const name of made) {
    await query(`drop database if exists ${name} with (force)`);
    await query(`drop owned by ${name}`);
    await query(`drop role ${name}`);
  }
});

describe("a login that is no superuser", () => {
  it("migrates and serves when it may hand out the role", async () => {
    const url = await makeLogin("createrole");
    await query(`grant cakupan_app to ${made.at(-1) ?? ""} with admin option`);
    await applyMigrations(url);

    await withConnection(applicationAddress(url), async (client) => {
      await client.query(
        "insert into audit_entry (district_code, action, subject) values ('62.03', 'a', 'b')",
      );
      const { rows } = await client.query(
        "select current_user::text as role, id::int from audit_entry",
      );
      expect(rows).toEqual([{ role: "cakupan_app", id: 1 }]);
      await expect(client.query("delete from audit_entry")).rejects.toThrow("permission denied");
    });
  }, 30_000);

  it("is told what to ask for when it may not", async () => {
    const url = await makeLogin("nocreaterole");
    await expect(applyMigrations(url)).rejects.toThrow(/GRANT cakupan_app TO "login_/);

    await query(`grant cakupan_app to ${made.at(-1) ?? ""}`);
    await applyMigrations(url);
    await withConnection(applicationAddress(url), async (client) => {
      const { rows } = await client.query("select current_user::text as role");
      expect(rows).toEqual([{ role: "cakupan_app" }]);
    });
  }, 30_000);
});

/** A login with a database of its own; its address. */
async function makeLogin(attribute: string): Promise<string> {
  const name = `login_${randomBytes(6).toString("hex")}`;
  const password = randomBytes(8).toString("hex");
  await query(`create role ${name} login ${attribute} password '${password}'`);
  await query(`create database ${name} owner ${name}`);
  made.push(name);
  const url = new URL(databaseUrl);
  url.username = name;
  url.password = password;
  url.pathname = `/${name}`;
  return url.href;
}
