import { emptyDatabase, query } from "@/tests/support/database";

import { randomUUID } from "node:crypto";

import { beforeAll, describe, expect, it } from "vitest";

import { storeOffices } from "@/lib/account/office/server/commands";
import { listOffices, officeChoices } from "@/lib/account/office/server/queries";
import { officesInput } from "@/lib/account/office/schema";
import { changePerson, createPerson } from "@/lib/account/people/server/commands";
import { findPerson } from "@/lib/account/people/server/queries";
import { newPerson as personInput } from "@/lib/account/people/schema";
import { regionCode } from "@/lib/base/region/code";
import { createCampaign } from "@/lib/campaign/server/commands";
import { callApi } from "@/tests/support/api-routes";
import {
  areas,
  campaign,
  cookieOf,
  newPerson,
  offices,
  setScene,
  slugs,
  systemGrant,
  today,
} from "@/tests/support/scene";

const home = regionCode.parse(areas.home);
const manage = (region: string = areas.home) => systemGrant("people:manage", region);
const dishub = {
  code: "dishub",
  name: "Dinas Perhubungan",
  kind: "opd",
  headTitle: "Kepala Dinas",
};

function register(...list: object[]) {
  return officesInput.parse({ districtCode: areas.home, offices: list });
}

beforeAll(async () => {
  await emptyDatabase();
  await setScene();
});

describe("the register", () => {
  it("takes offices, changes and closes them, and the trail says so", async () => {
    await storeOffices(manage(), register(dishub));
    expect(await storeOffices(manage(), register(dishub))).toEqual({ made: 0, changed: 0 });
    const moved = { ...dishub, name: "Dishub", region: areas.homeSelat, isClosed: true };
    expect(await storeOffices(manage(), register(moved))).toEqual({ made: 0, changed: 1 });

    const listed = (await listOffices(manage(), home)).find(({ code }) => code === "dishub");
    expect(listed).toMatchObject({ name: "Dishub", region: areas.homeSelat, isClosed: true });
    expect((await officeChoices(manage())).map(({ code }) => code)).not.toContain("dishub");
    const trail = await query(
      "select action, before ->> 'name' as was, after ->> 'name' as name from audit_entry where subject = 'dishub' order by id",
    );
    expect(trail).toEqual([
      { action: "office.created", was: null, name: "Dinas Perhubungan" },
      { action: "office.changed", was: "Dinas Perhubungan", name: "Dishub" },
    ]);
  });

  it("rejects a new one whose code stands, and areas of elsewhere", async () => {
    const again = register({ ...dishub, code: "kantor-a" });
    await expect(storeOffices(manage(), again, { isNew: true })).rejects.toThrow("duplicate");
    await expect(storeOffices(manage(areas.away), again)).rejects.toThrow("notFound");
    expect(await listOffices(manage(areas.away), home)).toEqual([]);
    const outside = { ...dishub, region: areas.awayKarau };
    expect(() => register(outside)).toThrow("unknownRegion");
  });

  it("is replaced by what is sent, and the others are closed", async () => {
    const cookie = await cookieOf(await newPerson("healthOffice", areas.home));
    const address = `/api/v1/offices?districtCode=${areas.home}`;
    const read = await callApi("GET", address, { cookie });
    const tag = read.headers.get("etag") ?? "";
    const body = {
      districtCode: areas.home,
      offices: [
        { code: "kantor-a", name: "Kantor kantor-a", kind: "opd" },
        { code: "kantor-b", name: "Kantor kantor-b", kind: "opd" },
        { code: "sdn-1", name: "SDN 1", kind: "school" },
      ],
    };
    const put = (headers: Record<string, string>) =>
      callApi("PUT", "/api/v1/offices", { cookie, body, headers });

    expect((await put({})).status).toBe(428);
    const stored = await put({ "if-match": tag });
    expect(stored.status).toBe(200);
    expect(await stored.json()).toMatchObject({
      offices: [
        { code: "kantor-a", isClosed: false, units: 1 },
        { code: "kantor-b", isClosed: false },
        { code: "sdn-1", kind: "school" },
        { code: "dishub", isClosed: true },
      ],
    });
    expect((await put({ "if-match": tag })).status).toBe(409);
  });
});

it("holds units that are added to a campaign under its code, but no village", async () => {
  const unit = (code: string, kind: string) => ({ code, name: code, kind, regionCode: areas.home });
  const village = { ...unit("kantor-b", "village"), regionCode: areas.homeSelatHulu };
  const units = [unit("kantor-a", "office"), unit("lain", "office"), village];
  await createCampaign(
    systemGrant("campaign:manage"),
    campaign("kantor", areas.home, { reportingUnits: units }),
  );
  const held = await query(
    `select unit.code, office_code as office from reporting_unit as unit
     join campaign on campaign.id = campaign_id where slug = 'kantor' order by 1`,
  );
  expect(held).toEqual([
    { code: "kantor-a", office: "kantor-a" },
    { code: "kantor-b", office: null },
    { code: "lain", office: null },
  ]);
});

describe("an account of an office's head", () => {
  const head = (over: object = {}) =>
    personInput.parse({
      username: `kepala-${randomUUID().slice(0, 8)}`,
      displayName: `Kepala ${randomUUID().slice(0, 8)}`,
      role: "unitHead",
      homeRegion: areas.home,
      office: "kantor-a",
      ...over,
    });

  it("is at home there, and is moved to another office", async () => {
    const { username } = await createPerson(manage(), head());
    expect(await findPerson(manage(), username)).toMatchObject({
      office: "kantor-a",
      officeName: "Kantor kantor-a",
    });
    await changePerson(manage(), username, head({ office: "kantor-b" }));
    expect(await findPerson(manage(), username)).toMatchObject({ office: "kantor-b" });
  });

  it.each([
    ["of no office", { office: "" }, "officeMismatch"],
    ["of an office beside another role", { role: "regentOffice" }, "officeMismatch"],
    ["of an office that is not there", { office: "tidak-ada" }, "notFound"],
    ["of a closed one", { office: "dishub" }, "notFound"],
    ["of an office elsewhere", { homeRegion: areas.away }, "notFound"],
  ])("is not made %s", async (_, over, problem) => {
    await expect(createPerson(manage(), head(over))).rejects.toThrow(problem);
  });
});

describe("what a head reads", () => {
  it("is of the own office alone, whoever asked before", async () => {
    const dinkes = await cookieOf(await newPerson("healthOffice", areas.home));
    const counts = [
      [areas.homeSelatHilir, 5],
      [areas.homeSelatHulu, 7],
      [areas.homeBasarangJaya, 11],
    ] as const;
    await callApi("POST", `/api/v1/campaigns/${slugs.home}/daily-reports`, {
      cookie: dinkes,
      body: {
        reports: counts.map(([unit, residents]) => ({
          id: randomUUID(),
          unit,
          day: today,
          tallies: [{ intervention: "MR", targetGroup: "bayi", residents }],
        })),
      },
    });
    const told: Record<string, unknown> = {};
    for (const office of [offices.own, offices.beside]) {
      const cookie = await cookieOf(await newPerson("unitHead", office));
      const read = async (path: string): Promise<Record<string, unknown>> =>
        (
          await callApi("GET", `/api/v1/campaigns/${slugs.home}/${path}`, { cookie })
        ).json() as never;
      const coverage = await read("coverage?intervention=MR");
      const kit = await read("entry");
      told[office] = {
        total: coverage["total"],
        rows: coverage["rows"],
        days: (await read("trend?intervention=MR"))["days"],
        sources: await read("sources?intervention=MR"),
        units: kit["units"],
        reports: kit["reports"],
      };
    }
    expect(told[offices.own]).toMatchObject({
      total: [{ code: "kantor-a", name: "Kantor kantor-a", dosesAdministered: 5 }],
      rows: [{ code: areas.homeSelatHilir, dosesAdministered: 5, reportsReceived: 1 }],
      sources: { reports: 1, doses: 5 },
      units: [{ code: areas.homeSelatHilir }],
      reports: [{ unit: areas.homeSelatHilir }],
    });
    expect(told[offices.beside]).toMatchObject({
      total: [{ code: "kantor-b", dosesAdministered: 7 }],
      rows: [{ code: areas.homeSelatHulu }],
      sources: { reports: 1, doses: 7 },
      units: [{ code: areas.homeSelatHulu }],
    });
    expect(JSON.stringify(told)).not.toContain(areas.homeBasarangJaya);
  });
});
