import { applicationUrl, databaseUrl, emptyDatabase, query } from "@/tests/support/database";

import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

import { serverNotices } from "@/lib/server/state/queries";
import { areas, newPerson, setScene, systemGrant } from "@/tests/support/scene";

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
});

describe("active demo accounts", () => {
  it("are told to an administrator, and to nobody else", async () => {
    const { actor: administrator } = systemGrant("campaign:manage");
    const office = await newPerson("healthOffice", areas.home);
    const codes = async (actor: typeof administrator) =>
      (await serverNotices(actor)).map(({ code }) => code);
    expect(await codes(administrator)).not.toContain("demoAccounts");

    await query("update app_user set is_demo = true where id = $1", [office.id]);
    expect(await codes(administrator)).toContain("demoAccounts");
    expect(await codes({ ...administrator, role: "healthOffice" })).toEqual([]);

    await query("update app_user set is_active = false where id = $1", [office.id]);
    expect(await codes(administrator)).not.toContain("demoAccounts");
  });
});

// Last: it takes the connections away that others use.
describe("the server's login", () => {
  afterAll(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  it.each([
    { what: "its own", url: applicationUrl, status: "ok" },
    { what: "the owner's", url: databaseUrl, status: "databaseRights" },
  ])("makes the health $status when it is $what", async ({ status, url }) => {
    // What asks and what remembers is made anew, as by a start with another setting.
    vi.resetModules();
    const shared = globalThis as { cakupanPool?: { end: () => Promise<void> } };
    await shared.cakupanPool?.end();
    delete shared.cakupanPool;
    vi.stubEnv("DATABASE_URL", url);
    const { healthOf } = await import("@/lib/server/api/health");
    const answer = await healthOf().catch((error: unknown) => error);

    expect(answer).toMatchObject(
      status === "ok" ? { status: "ok", database: "ok" } : { status: 503, code: status },
    );
  });
});
