import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { beforeAll, describe, expect, it } from "vitest";

import { loadAreas } from "@/prisma/seed/areas";
import { loadDemo, removeDemo } from "@/prisma/seed/demo";
import { demoAccounts } from "@/prisma/seed/demo/accounts";

const setting = { today: "2026-06-04", now: new Date("2026-06-04T10:05:00Z") };

beforeAll(async () => {
  await emptyDatabase();
  await loadAreas(databaseUrl);
  await loadDemo(databaseUrl, setting);
});

describe("demo data", () => {
  it("leaves roll-ups that equal what they add up", async () => {
    expect(
      await query(
        "select slug, difference.* from campaign, roll_up_differences(district_code, id) as difference",
      ),
    ).toEqual([]);
  });

  it("has its people, with a hash that is no password", async () => {
    const people = await query<{ username: string; password_hash: string }>(
      "select username, password_hash from app_user where is_demo order by username",
    );
    expect(people.map(({ username }) => username)).toEqual(
      demoAccounts.map(({ username }) => username).sort(),
    );
    for (const { password_hash: hash } of people) {
      expect(hash).toMatch(/^\$argon2id\$/);
    }
  });

  it("is not loaded twice", async () => {
    expect(await loadDemo(databaseUrl, setting)).toEqual({ campaigns: 0, users: 0 });
  });

  it("goes without touching what real people made, and comes back the same", async () => {
    const first = await readFingerprint();
    await query(
      `insert into app_user (username, display_name, role, home_region_code, password_hash)
       values ('sri', 'Sri', 'healthOffice', '62.03', 'x')`,
    );
    await query(
      `insert into campaign (district_code, slug, name, starts_on, ends_on, time_zone, report_cut_off,
                             deciding_target_source)
       values ('62.03', 'pin-polio', 'PIN Polio', '2026-07-01', '2026-07-07', 'Asia/Jakarta', '16:00', 'local')`,
    );
    await query(
      "insert into audit_entry (district_code, action, subject) values ('62.03', 'person.created', 'sri')",
    );

    expect(await removeDemo(databaseUrl)).toEqual({ campaigns: 2, users: demoAccounts.length });
    expect(await readRowCounts()).toEqual({
      app_user: 1,
      audit_entry: 3,
      audit_head: 2,
      campaign: 1,
    });
    expect(await removeDemo(databaseUrl)).toEqual({ campaigns: 0, users: 0 });

    await loadDemo(databaseUrl, setting);
    expect(await readFingerprint()).toEqual(first);
  });

  it("needs the areas", async () => {
    await emptyDatabase();
    await expect(loadDemo(databaseUrl, setting)).rejects.toThrow("areas are not loaded");
  });
});

/** One line for each table that decides what a screen shows, whatever ids the campaigns got. */
async function readFingerprint() {
  return query(
    `select 'tally' as name, count(*)::int, md5(string_agg(concat_ws(' ', unit_code, day,
       intervention_code, target_group_code, residents, non_residents, submission_id), ',' order by
       district_code, unit_code, day, intervention_code, target_group_code)) from tally
     union all
     select 'report', count(*)::int, md5(string_agg(concat_ws(' ', unit_code, day, version, is_zero,
       is_on_time, received_at), ',' order by district_code, unit_code, day)) from daily_report
     union all
     select 'target', count(*)::int, md5(string_agg(concat_ws(' ', source, unit_code,
       intervention_code, target_group_code, people), ',' order by district_code, source, unit_code,
       intervention_code, target_group_code))
     from target_population join target_set using (district_code, campaign_id)
     where target_set.id = target_set_id`,
  );
}

/** Tables that hold rows, areas and migrations left out. */
async function readRowCounts() {
  const tables = await query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public'
     and tablename not in ('region', '_prisma_migrations')`,
  );
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await query<{ count: number }>(`select count(*)::int from ${name}`);
    if (row && row.count > 0) counts[name] = row.count;
  }
  return counts;
}
