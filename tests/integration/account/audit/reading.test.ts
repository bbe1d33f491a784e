import { emptyDatabase, query } from "@/tests/support/database";

import { beforeAll, describe, expect, it } from "vitest";

import { parseAuditFilter } from "@/lib/account/audit/filter";
import {
  checkChain,
  listActions,
  listEntries,
  listTrails,
} from "@/lib/account/audit/server/queries";
import { authorize } from "@/lib/account/auth/grant";
import type { Actor, Role } from "@/lib/account/auth/policy";
import { regionCode } from "@/lib/base/region/code";

import { makeCampaign, units } from "../../report/campaign";

const kapuas = regionCode.parse("62.03");

beforeAll(async () => {
  await emptyDatabase();
  const campaign = await makeCampaign();
  await query(
    "insert into region (code, level, name, kind) values ('62.10', 2, 'Kabupaten Gunung Mas', 'kabupaten')",
  );
  const [camat, lurah] = await query<{ id: string }>(
    "select id from app_user where username in ('camat.selat', 'lurah.selathilir') order by username",
  );
  const rows: [string | undefined, string, string][] = [
    [camat?.id, "report.received", `bian/1/${units.hilir}/2026-06-03`],
    [camat?.id, "report.received", `bian/1/${units.mambulau}/2026-06-03`],
    [lurah?.id, "report.corrected", `bian/1/${units.hilir}/2026-06-03`],
    [camat?.id, "day.reopening.asked", "bian/62.03.01/2026-06-03"],
    [undefined, "person.created", "sri"],
  ];
  for (const [actor, action, subject] of rows) {
    await query(
      `insert into audit_entry (district_code, campaign_id, actor_id, action, subject)
       values ('62.03', $1, $2, $3, $4)`,
      [campaign.id, actor ?? null, action, subject],
    );
  }
  await query(
    "insert into audit_entry (district_code, action, subject) values ('62.10', 'target.imported', 'x'), ('00', 'person.created', 'admin')",
  );
});

describe("the trail of a kabupaten", () => {
  it("comes newest first, with the names of people and places", async () => {
    const entries = await read({});
    expect(entries.map(({ id }) => id)).toEqual(["5", "4", "3", "2", "1"]);
    expect(entries[2]).toMatchObject({
      action: "report.corrected",
      displayName: "Lurah Selat Hilir",
      campaignName: "BIAN",
      names: { [units.hilir]: "Selat Hilir", bian: "BIAN" },
    });
    expect(entries[0]).toMatchObject({ actorId: null, displayName: null });
  });

  it.each([
    ["a person's name", { orang: "lurah" }, ["3"]],
    ["a username", { orang: "camat.sel" }, ["4", "2", "1"]],
    ["a person who is not there", { orang: "nobody" }, []],
    ["a village", { tempat: "Selat Hilir" }, ["3", "1"]],
    ["a village's code", { tempat: units.mambulau }, ["2"]],
    ["a kecamatan with its villages", { tempat: "62.03.01" }, ["4", "3", "1"]],
    ["a sign that SQL knows", { tempat: "%" }, []],
    ["a kind", { jenis: "report.received" }, ["2", "1"]],
    ["an entry to begin behind", { sebelum: "3" }, ["2", "1"]],
    ["everything together", { orang: "camat", tempat: "Selat", jenis: "report.received" }, ["1"]],
    ["days long ago", { sampai: "2020-01-01" }, []],
  ])("by %s", async (_, filter, ids) => {
    expect((await read(filter)).map(({ id }) => id)).toEqual(ids);
  });

  it("by day: an entry belongs to the local day on which it was made", async () => {
    const [made] = await query<{ day: string }>(
      "select to_char(recorded_at at time zone 'Asia/Jayapura', 'YYYY-MM-DD') as day from audit_entry where id = 1 and district_code = '62.03'",
    );
    const day = made?.day ?? "";
    const grant = grantOf("healthOffice", "62.03");
    const asked = parseAuditFilter({ dari: day, sampai: day });
    expect(await listEntries(grant, kapuas, asked, "Asia/Jayapura", 50)).not.toEqual([]);
  });

  it("names the kinds that it has", async () => {
    expect(await listActions(grantOf("healthOffice", "62.03"), kapuas)).toEqual([
      "day.reopening.asked",
      "person.created",
      "report.corrected",
      "report.received",
    ]);
  });

  it("is walked on demand", async () => {
    expect(await checkChain(grantOf("healthOffice", "62.03"), kapuas)).toMatchObject({
      entries: 5,
      brokenKind: null,
    });
  });

  it("is another's for the dinkes of another kabupaten, and everyone's for the nation", async () => {
    const other = grantOf("healthOffice", "62.10");
    await expect(
      listEntries(other, kapuas, parseAuditFilter({}), "Asia/Jakarta", 5),
    ).rejects.toThrow("forbidden");
    await expect(checkChain(other, kapuas)).rejects.toThrow("forbidden");
    expect((await listTrails(other)).map(({ code }) => code)).toEqual(["62.10"]);
    expect((await listTrails(grantOf("administrator", "00"))).map(({ code }) => code)).toEqual([
      "62.03",
      "62.10",
      "00",
    ]);
  });

  it("is for no camat, kades or bupati", () => {
    for (const role of ["subdistrictHead", "villageHead", "regentOffice"] as const) {
      expect(() => grantOf(role, "62.03")).toThrow("forbidden");
    }
  });
});

function read(query: Readonly<Record<string, string>>) {
  const filter = parseAuditFilter(query);
  return listEntries(grantOf("healthOffice", "62.03"), kapuas, filter, "Asia/Jakarta", 50);
}

function grantOf(role: Role, region: string) {
  const homeRegion = regionCode.parse(region);
  const actor: Actor = {
    id: "00000000-0000-4000-8000-0000000000aa",
    username: "reader",
    displayName: "Reader",
    role,
    homeRegion,
    homeRegionName: region,
    office: null,
  };
  return authorize(actor, "audit:read", homeRegion);
}
