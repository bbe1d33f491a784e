import { databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it, vi } from "vitest";

import { hashPassword, passwordFits } from "@/lib/account/auth/server/password";
import { demoAccounts, insertDemoAccounts } from "@/prisma/seed/demo/accounts";

import { settleDemoPassword } from "../../../scripts/demo-password";
import { fillDemo, requireDemoAtHome } from "../../../scripts/filling";
import { withConnection } from "../../../scripts/sql";

const published = "cakupan-demo";
const memory: { password?: string } = {};
const kept = {
  read: () => Promise.resolve(memory.password),
  write: (password: string) => {
    memory.password = password;
    return Promise.resolve();
  },
};

beforeEach(async () => {
  vi.unstubAllEnvs();
  vi.stubEnv("DEMO_PASSWORD", "");
  delete memory.password;
  await emptyDatabase();
  const codes = [...new Set(demoAccounts.map(({ homeRegionCode }) => homeRegionCode))];
  await query(
    "insert into region (code, level, name, kind) select code, 0, code, 'nation' from unnest($1::text[]) as code",
    [codes],
  );
});

describe("the demo accounts' password", () => {
  it("is made once for an installation, and kept", async () => {
    const first = await settleDemoPassword(databaseUrl, kept);
    expect(first).toMatch(/^[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}$/);
    expect(memory.password).toBe(first);
    expect(await settleDemoPassword(databaseUrl, kept)).toBe(first);
    delete memory.password;
    expect(await settleDemoPassword(databaseUrl, kept)).not.toBe(first);
  });

  it("takes the place of the published one, and ends those sessions", async () => {
    await insertAccounts(published);
    await query("update app_user set password_hash = $1 where username = 'camat.selat'", [
      await hashPassword("sandi milik camat"),
    ]);
    await query(
      `insert into app_user (username, display_name, role, home_region_code, password_hash)
       values ('sri', 'Sri', 'administrator', '00', $1)`,
      [await hashPassword(published)],
    );
    await query(
      "insert into session (user_id, expires_at) select id, now() + interval '1 hour' from app_user",
    );

    const password = await settleDemoPassword(databaseUrl, kept);

    for (const { username } of demoAccounts) {
      const chosen = username === "camat.selat" ? "sandi milik camat" : password;
      expect(await fits(username, chosen), username).toBe(true);
    }
    // A real person's is not ours to change.
    expect(await fits("sri", published)).toBe(true);
    expect(
      await query(
        "select username from session join app_user on app_user.id = user_id order by username",
      ),
    ).toEqual([{ username: "camat.selat" }, { username: "sri" }]);
    expect(await query("select count(*)::int as entries from audit_entry")).toEqual([
      { entries: demoAccounts.length - 1 },
    ]);
  });

  it("is DEMO_PASSWORD for who sets it, whatever was kept", async () => {
    await insertAccounts(await settleDemoPassword(databaseUrl, kept));
    vi.stubEnv("DEMO_PASSWORD", "sandi-percobaan");

    expect(await settleDemoPassword(databaseUrl, kept)).toBe("sandi-percobaan");
    expect(await fits("admin", "sandi-percobaan")).toBe(true);

    vi.stubEnv("DEMO_PASSWORD", "");
    expect(await settleDemoPassword(databaseUrl, kept)).toBe("sandi-percobaan");
  });

  it("does not stay the published one when DEMO_PASSWORD was that", async () => {
    vi.stubEnv("DEMO_PASSWORD", published);
    await insertAccounts(await settleDemoPassword(databaseUrl, kept));
    expect(await fits("admin", published)).toBe(true);

    vi.stubEnv("DEMO_PASSWORD", "");
    const password = await settleDemoPassword(databaseUrl, kept);
    expect(await fits("admin", password)).toBe(true);
    expect(await fits("admin", published)).toBe(false);
  });

  it("is rejected when it is short", async () => {
    vi.stubEnv("DEMO_PASSWORD", "pendek");
    await expect(settleDemoPassword(databaseUrl, kept)).rejects.toThrow(
      "DEMO_PASSWORD terlalu pendek",
    );
  });

  it("is told with the accounts that have it", async () => {
    await insertAccounts(published);
    await query("update app_user set is_active = false where username = 'bupati.kapuas'");
    await query("update app_user set password_hash = $1 where username = 'camat.selat'", [
      await hashPassword("sandi milik camat"),
    ]);

    const signIns = await fillDemo(databaseUrl, "never", () => kept);

    expect(signIns?.password).toBe(memory.password);
    expect(signIns?.accounts.map(({ username }) => username)).toEqual([
      "admin",
      "dinkes.kapuas",
      "kepala.pkmselat",
      "lurah.selathilir",
      "camat.mantangai",
      "dinkes.gunungmas",
    ]);
  });

  it("is not made where there are no demo accounts", async () => {
    expect(await fillDemo(databaseUrl, "never", () => kept)).toBeUndefined();
    expect(memory.password).toBeUndefined();
  });
});

describe("demo accounts beside real campaigns", () => {
  const open = "https://cakupan.kapuaskab.go.id";

  it.each([
    { what: "a public address", address: open, rejected: true },
    { what: "an address of the office", address: "http://192.168.1.5:3000", rejected: true },
    { what: "this machine", address: "http://localhost:3000", rejected: false },
    { what: "this machine by number", address: "http://127.0.0.1:3000", rejected: false },
    { what: "this machine by its long number", address: "http://[::1]:3000", rejected: false },
    { what: "a name that only begins so", address: "http://localhost.kab.id", rejected: true },
  ])("are rejected at $what: $rejected", async ({ address, rejected }) => {
    await insertAccounts(published);
    await insertCampaign();
    const asked = expect(requireDemoAtHome(databaseUrl, address));
    if (rejected) await asked.rejects.toThrow("npm run demo:remove");
    else await asked.resolves.toBeUndefined();
  });

  it("are no hindrance alone, nor the campaigns alone, nor disabled accounts", async () => {
    await insertAccounts(published);
    await requireDemoAtHome(databaseUrl, open);
    await insertCampaign();
    await query("update app_user set is_active = false");
    await requireDemoAtHome(databaseUrl, open);
  });
});

async function insertAccounts(password: string): Promise<void> {
  await withConnection(databaseUrl, (client) => insertDemoAccounts(client, password));
}

async function insertCampaign(): Promise<void> {
  await query(
    `insert into campaign (district_code, slug, name, starts_on, ends_on, time_zone, report_cut_off,
                           deciding_target_source)
     values ('62.03', 'pin-polio', 'PIN Polio', '2026-07-01', '2026-07-07', 'Asia/Jakarta', '16:00', 'local')`,
  );
}

async function fits(username: string, password: string): Promise<boolean> {
  const [person] = await query<{ hash: string }>(
    "select password_hash as hash from app_user where username = $1",
    [username],
  );
  return passwordFits(password, person?.hash ?? null);
}
