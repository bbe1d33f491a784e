import { applicationUrl, databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { recordAudit } from "@/lib/account/audit/server/record";
import { loginRightsSql } from "@/lib/server/db/application-role";
import { db } from "@/lib/server/db/client";
import { regionCode } from "@/lib/base/region/code";

import { withConnection } from "../../../../scripts/sql";
import { brokenAt, deed, kapuas, record } from "./trail";

const gunungMas = regionCode.parse("62.10");

beforeEach(emptyDatabase);

describe("a trail", () => {
  it("numbers the deeds of each kabupaten without gaps, also where one was undone", async () => {
    await record(kapuas, ["a", "b"]);
    await record(gunungMas, ["c"]);
    await expect(
      db().$transaction(async (tx) => {
        await recordAudit(tx, [deed(kapuas, "undone")]);
        throw new Error("undone");
      }),
    ).rejects.toThrow("undone");
    await record(kapuas, ["d"]);

    expect(
      await query("select district_code, id::int, subject from audit_entry order by 1, 2"),
    ).toEqual([
      { district_code: "62.03", id: 1, subject: "a" },
      { district_code: "62.03", id: 2, subject: "b" },
      { district_code: "62.03", id: 3, subject: "d" },
      { district_code: "62.10", id: 1, subject: "c" },
    ]);
    expect(await brokenAt(kapuas)).toBeNull();
    expect(await brokenAt(gunungMas)).toBeNull();
  });

  it("stays one chain when many people write at once", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, writer) =>
        record(
          writer % 2 ? kapuas : gunungMas,
          ["a", "b", "c"].map((part) => part + String(writer)),
        ),
      ),
    );
    expect(await state(kapuas)).toMatchObject({ entries: "30", last_id: "30", broken_kind: null });
    expect(await state(gunungMas)).toMatchObject({ entries: "30", broken_kind: null });
  });

  it("is the same whatever the session that checks it is set to", async () => {
    await record(kapuas, ["a", "b"]);
    await withConnection(databaseUrl, async (client) => {
      await client.query("set time zone 'Asia/Jayapura'");
      await client.query("set datestyle = 'German'");
      const { rows } = await client.query("select broken_id from audit_chain_state('62.03')");
      expect(rows).toEqual([{ broken_id: null }]);
    });
  });

  it("takes number, time and hash from the database, whatever an insert says", async () => {
    await query(
      `insert into audit_entry (district_code, id, action, subject, recorded_at, previous_hash, entry_hash)
       values ('62.03', 77, 'a', 'b', '2020-01-01', 'x', 'y')`,
    );
    expect(
      await query(
        "select id::int, recorded_at > now() - interval '1 minute' as is_now, length(entry_hash) from audit_entry",
      ),
    ).toEqual([{ id: 1, is_now: true, length: 64 }]);
  });
});

describe("the application", () => {
  it("signs in as a login that has a role's rights and no others", async () => {
    const [rights] = await db().$queryRawUnsafe<unknown[]>(loginRightsSql);
    expect(rights).toEqual({ login: "cakupan", works: true, excess: [] });
  });

  it("alone may call what writes in the owner's name", async () => {
    expect(
      await query(
        `select proname as name, has_function_privilege('cakupan_app', oid, 'execute') as "isTheirs" from pg_proc
         where prosecdef and pronamespace = 'public'::regnamespace
         order by 1`,
      ),
    ).toEqual([
      { name: "audit_chain_state", isTheirs: true },
      { name: "chain_audit_entry", isTheirs: false },
      { name: "change_units", isTheirs: true },
      { name: "delete_campaign", isTheirs: true },
      { name: "refresh_place_target", isTheirs: true },
      { name: "renew_sweeping", isTheirs: false },
      { name: "set_report_statuses", isTheirs: true },
      { name: "store_reports", isTheirs: true },
      { name: "withdraw_reports", isTheirs: true },
    ]);
    // Rights that nobody ever changed are everybody's.
    expect(
      await query(
        `select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
           and (proacl is null or exists (select from aclexplode(proacl) where grantee = 0))`,
      ),
    ).toEqual([]);
  });

  it.each([
    "update audit_entry set subject = 'b'",
    "delete from audit_entry",
    "truncate audit_entry",
    "update audit_head set last_id = last_id + 1",
    "select * from audit_head",
    "select * from _prisma_migrations",
    "delete from tally_history",
    "update tally_history set residents_before = 0",
    "truncate tally_history",
    "delete from submission",
    "update submission set submitted_at = now()",
    "insert into submission select * from submission",
    "insert into daily_report select * from daily_report",
    "update daily_report set status = 'verified'",
    "delete from daily_report",
    "insert into tally select * from tally",
    "update tally set residents = 0",
    "delete from tally",
    "insert into tally_history select * from tally_history",
    "insert into report_part select * from report_part",
    "update report_part set count = 0",
    "delete from report_part_history",
    "update place_total set residents = 0",
    "update place_day_total set residents = 0",
    "update place_reports set received = 0",
    "update place_day_reports set received = 0",
    "delete from place_target",
    "select recompute_roll_ups('62.03', gen_random_uuid())",
    "delete from campaign",
    "update target_set set as_of = now()",
    "delete from target_population",
    "update goal set share = null",
    "delete from goal",
    "delete from region",
    "insert into region (code, level, name, kind) values ('99', 1, 'a', 'province')",
    "delete from app_user",
    "set role cakupan_owner",
    "set session authorization cakupan_owner",
    "copy (select 1) to program 'true'",
    "select pg_read_file('/etc/passwd')",
    "create table forged (a int)",
    "create role forged",
  ])("may not: %s", async (statement) => {
    await record(kapuas, ["a"]);
    await expect(db().$executeRawUnsafe(statement)).rejects.toThrow("permission denied");
  });

  it.each([
    "alter table audit_entry disable trigger all",
    "drop trigger audit_entry_stays on audit_entry",
    "drop table audit_entry",
  ])("may not: %s", async (statement) => {
    await expect(db().$executeRawUnsafe(statement)).rejects.toThrow("must be owner");
  });

  it.each(["set role none", "set role cakupan_app", "reset role"])(
    "has nobody to become: %s",
    async (statement) => {
      await withConnection(applicationUrl, async (client) => {
        await client.query(statement);
        await expect(client.query("alter table audit_entry disable trigger all")).rejects.toThrow(
          "must be owner",
        );
      });
    },
  );

  it("may not put the triggers to sleep", async () => {
    await expect(db().$executeRawUnsafe("set session_replication_role = replica")).rejects.toThrow(
      "permission denied",
    );
  });

  it("may not move the end of a chain with a table of its own", async () => {
    await expect(
      db().$transaction(async (tx) => {
        await tx.$executeRawUnsafe("create temporary table forged (like audit_entry)");
        await tx.$executeRawUnsafe(
          "create trigger forging before insert on forged for each row execute function chain_audit_entry()",
        );
      }),
    ).rejects.toThrow("permission denied for function chain_audit_entry");
  });

  it("may read and write every other table", async () => {
    expect(
      await query(
        `select relname as name from pg_class
         where relnamespace = 'public'::regnamespace and relkind = 'r'
           and relname not in ('audit_entry', 'audit_head', '_prisma_migrations', 'tally_history',
             'submission', 'daily_report', 'tally', 'report_part', 'report_part_history',
             'place_total', 'place_day_total',
             'place_reports', 'place_day_reports', 'place_target', 'campaign', 'target_set',
             'target_population', 'region_target', 'goal', 'region', 'app_user',
             'office', 'follow_up_event', 'stock_move', 'record_version', 'adverse_event', 'rapid_assessment')
           and not (has_table_privilege('cakupan_app', oid, 'select')
                and has_table_privilege('cakupan_app', oid, 'insert')
                and has_table_privilege('cakupan_app', oid, 'update')
                and has_table_privilege('cakupan_app', oid, 'delete'))`,
      ),
    ).toEqual([]);
  });

  it("gets the tables of later migrations too", async () => {
    await query("create table made_later (id serial primary key, word text)");
    try {
      await db().$executeRaw`insert into made_later (word) values ('a')`;
    } finally {
      await query("drop table made_later");
    }
  });
});

describe("nobody, the owner neither,", () => {
  it.each([
    "update audit_entry set subject = 'b'",
    "delete from audit_entry",
    "truncate audit_entry",
    "delete from audit_head",
    "truncate audit_head",
    "update audit_head set last_id = 9",
  ])("may %s", async (statement) => {
    await record(kapuas, ["a"]);
    await expect(query(statement)).rejects.toThrow("the audit trail cannot be rewritten");
    expect(await query("select subject from audit_entry")).toEqual([{ subject: "a" }]);
  });
});

async function state(district: string) {
  const [row] = await query("select * from audit_chain_state($1)", [district]);
  return row;
}
