import { readFile } from "node:fs/promises";
import path from "node:path";

import { beforeEach, describe, expect, it } from "vitest";

import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { applyMigrations } from "../../../scripts/migrate";
import { findSchemaDifference } from "../../../scripts/schema-difference";
import { makeDatabase } from "../../../scripts/sql";
import { foldedMigrations, makeVersion, run } from "./former-version";

const addressOf = (name: string) => databaseUrl.replace(/[^/]+$/, name);

describe("the migrations", () => {
  it("give the schema of prisma/schema.prisma", async () => {
    expect(await findSchemaDifference(databaseUrl)).toBe("");
  });

  it("lack what the schema gains", async () => {
    const schema = await readFile("prisma/schema.prisma", "utf8");
    const grown = schema.replace(
      "model SignInAttempt {",
      "model SignInAttempt {\n  note String?\n",
    );
    expect(await findSchemaDifference(databaseUrl, grown)).toContain(
      `ALTER TABLE "sign_in_attempt" ADD COLUMN     "note" TEXT`,
    );
  });

  it("are applied once", async () => {
    expect(await applyMigrations(databaseUrl)).toEqual([]);
  });

  it("are applied once by two starts at the same moment", async () => {
    await makeDatabase(databaseUrl, "two_starts");
    const both = await Promise.all([
      applyMigrations(addressOf("two_starts")),
      applyMigrations(addressOf("two_starts")),
    ]);
    expect(both.map((names) => names.length > 0).sort()).toEqual([false, true]);
  });

  it("reject a database of a later version", async () => {
    const url = await copy("later_version");
    await run(
      url,
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at)
       values ('x', 'x', '20990101000000_later', now())`,
    );
    await expect(applyMigrations(url)).rejects.toThrow("dari versi Cakupan yang lebih baru");
  });

  it("reject a file that was changed after it was applied", async () => {
    const url = await copy("changed_file");
    await run(
      url,
      "update _prisma_migrations set checksum = 'x' where migration_name like '%_tables'",
    );
    await expect(applyMigrations(url)).rejects.toThrow("lalu berkasnya diubah");
  });

  it("leave nothing behind where one fails", async () => {
    await makeDatabase(databaseUrl, "in_the_way");
    const url = addressOf("in_the_way");
    // The last file of functions cannot be applied over this one.
    await run(
      url,
      `create function recompute_roll_ups(of_district text, of_campaign uuid) returns integer
         language sql as 'select 1'`,
    );
    await expect(applyMigrations(url)).rejects.toThrow(
      "sql/verify-roll-ups.sql could not be applied",
    );
    expect(await run(url, "select tablename from pg_tables where schemaname = 'public'")).toEqual(
      [],
    );
  });
});

describe("functions and triggers", () => {
  it("are applied anew where their file has changed", async () => {
    const url = await copy("changed_function");
    await run(
      url,
      `create or replace function audit_origin() returns text language sql immutable
         as $$ select 'other' $$;
       update _prisma_migrations set checksum = 'x' where migration_name = 'sql/audit-chain.sql'`,
    );
    expect(await applyMigrations(url)).toEqual(["sql/audit-chain.sql"]);
    expect(await run(url, "select audit_origin() as origin")).toEqual([{ origin: "0".repeat(64) }]);
  });

  it("are in the database as their files say, and nothing else is", async () => {
    const [{ functions = 0, triggers = 0 } = {}] = await query<{
      functions: number;
      triggers: number;
    }>(`select (select count(*)::int from pg_proc where pronamespace = 'public'::regnamespace)
               as functions,
               (select count(*)::int from pg_trigger where not tgisinternal) as triggers`);
    const files = await query<{ name: string }>(
      "select migration_name as name from _prisma_migrations where migration_name like 'sql/%'",
    );
    const texts = await Promise.all(
      files.map(({ name }) => readFile(path.join("prisma", name), "utf8")),
    );
    const all = texts.join("\n");
    expect(functions).toBe(all.match(/^create or replace function/gm)?.length);
    expect(triggers).toBe(all.match(/^create (?:or replace|constraint) trigger/gm)?.length);
  });
});

describe("a database of version 0.1.0", () => {
  it("becomes what a new one is, and keeps what it holds", async () => {
    const url = await makeVersion("version_0_1_0", foldedMigrations);
    await run(url, campaignOfBefore);
    const held = await run(url, contents);

    const applied = await applyMigrations(url);

    expect(applied.filter((name) => !name.startsWith("sql/"))).toEqual(
      (await run(databaseUrl, "select migration_name as name from _prisma_migrations"))
        .map(({ name }) => String(name))
        .filter((name) => !/^sql\/|_tables$|_rules$/.test(name)),
    );
    expect(await applyMigrations(url)).toEqual([]);
    expect(await run(url, catalogue)).toEqual(await run(databaseUrl, catalogue));
    // A later version may add to a row; it changes nothing of it.
    expect(await run(url, contents)).toMatchObject(held);
    expect(
      await run(url, "select d.* from campaign, roll_up_differences(district_code, id) as d"),
    ).toEqual([]);
    expect(
      await run(url, "select entries::int, broken_id from audit_chain_state('62.03')"),
    ).toEqual([{ entries: 1, broken_id: null }]);
  });

  it("is taken up where a killed start left a migration begun", async () => {
    const url = await makeVersion("begun_migration", []);
    await run(
      url,
      `insert into _prisma_migrations (id, checksum, migration_name)
       values ('x', '${foldedMigrations[0]?.checksum ?? ""}', '${foldedMigrations[0]?.name ?? ""}')`,
    );
    expect((await applyMigrations(url))[0]).toMatch(/_tables$/);
    expect(await applyMigrations(url)).toEqual([]);
  });

  it("is brought there first when it is older", async () => {
    const url = await makeVersion("version_older", foldedMigrations.slice(0, -2));
    await expect(applyMigrations(url)).rejects.toThrow("Jalankan npm start versi 0.1.0 sekali");
  });
});

describe("the database of a test file", () => {
  beforeEach(emptyDatabase);

  it("is migrated", async () => {
    await query(
      "insert into region (code, level, name, kind) values ('00', 0, 'Indonesia', 'nation')",
    );
    expect(await query("select name from region")).toEqual([{ name: "Indonesia" }]);
  });

  it("can be emptied between tests", async () => {
    expect(await query("select name from region")).toEqual([]);
  });
});

async function copy(name: string): Promise<string> {
  await makeDatabase(databaseUrl, name, "template");
  return addressOf(name);
}

/** A verified report of two cells, one of them changed, and one line of trail. */
const campaignOfBefore = `
  insert into region (code, parent_code, level, name, kind) values
    ('00', null, 0, 'Indonesia', 'nation'), ('62', '00', 1, 'Kalimantan Tengah', 'province'),
    ('62.03', '62', 2, 'Kapuas', 'kabupaten'), ('62.03.01', '62.03', 3, 'Selat', 'subdistrict');
  insert into campaign (district_code, id, slug, name, starts_on, ends_on, time_zone,
                        report_cut_off, deciding_target_source)
    values ('62.03', 'c0000000-0000-4000-8000-000000000001', 'bian', 'BIAN', '2026-05-18',
            '2026-06-18', 'Asia/Jakarta', '15:00', 'local');
  insert into round select district_code, id, 1, starts_on, ends_on, starts_on, ends_on
    from campaign;
  insert into intervention select district_code, id, 'mr', 'Campak-rubella', 'MR', 0.95, 0
    from campaign;
  insert into target_group select district_code, id, g, g, 0 from campaign, unnest(array['a', 'b']) g;
  insert into intervention_target_group
    select district_code, campaign_id, 'mr', code from target_group;
  insert into reporting_unit (district_code, campaign_id, code, name, kind, region_code,
                              subdistrict_code)
    select district_code, id, 'u1', 'Selat Hilir', 'village', '62.03.01', '62.03.01' from campaign;
  insert into submission (district_code, campaign_id, id, round_number, unit_code, day, content,
                          version, submitted_at, via)
    select district_code, id, gen_random_uuid(), 1, 'u1', '2026-05-20', '{}', 1, now(), 'screen'
    from campaign;
  insert into daily_report (district_code, campaign_id, round_number, unit_code, day,
                            submission_id, is_on_time, submitted_at)
    select district_code, campaign_id, 1, unit_code, day, id, true, now() from submission;
  insert into tally (district_code, campaign_id, round_number, unit_code, day, intervention_code,
                     target_group_code, residents, non_residents, submission_id)
    select district_code, campaign_id, 1, unit_code, day, 'mr', g, 12, 1, id
    from submission, unnest(array['a', 'b']) g;
  update tally set residents = 15 where target_group_code = 'a';
  update daily_report set status = 'verified', status_at = now();
  insert into audit_entry (district_code, action, subject) values ('62.03', 'a', 'first')`;

/** What a campaign's reports came to. */
const contents = `
  select 'tally' as of, to_jsonb(t) as row from tally as t
  union all select 'history', to_jsonb(t) from tally_history as t
  union all select 'total', to_jsonb(t) from place_total as t
  union all select 'day', to_jsonb(t) from place_day_total as t
  union all select 'reports', to_jsonb(t) from place_reports as t
  union all select 'trail', to_jsonb(t) from audit_entry as t
  order by 1, 2`;

/** Columns, rules, indexes, functions, triggers and rights, however they came. */
const catalogue = `
  select 'column' as kind, relname || '.' || attname as name,
         format_type(atttypid, atttypmod) || ' ' || attnotnull || ' ' ||
         replace(coalesce(pg_get_expr(adbin, adrelid), ''), 'now()', 'CURRENT_TIMESTAMP') as said
  from pg_attribute
  join pg_class on pg_class.oid = attrelid
  left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where relnamespace = 'public'::regnamespace and attnum > 0 and not attisdropped
    and relkind in ('r', 'c')
  union all select 'rule', conrelid::regclass || '.' || conname, pg_get_constraintdef(oid)
  from pg_constraint where connamespace = 'public'::regnamespace
  union all select 'index', indexrelid::regclass::text, pg_get_indexdef(indexrelid)
  from pg_index join pg_class on pg_class.oid = indexrelid
  where relnamespace = 'public'::regnamespace
  union all select 'function', oid::regprocedure::text,
         pg_get_functiondef(oid) || has_function_privilege('cakupan_app', oid, 'execute')
  from pg_proc where pronamespace = 'public'::regnamespace
  union all select 'trigger', tgrelid::regclass || '.' || tgname, pg_get_triggerdef(oid)
  from pg_trigger where not tgisinternal
  union all select 'right', relname, array_to_string(reloptions, ' ') || ' ' || (
    select string_agg(may, ' ') from unnest(array['select', 'insert', 'update', 'delete']) as may
    where has_table_privilege('cakupan_app', pg_class.oid, may))
  from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
  order by 1, 2, 3`;
