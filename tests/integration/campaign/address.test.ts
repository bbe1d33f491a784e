import { emptyDatabase, query } from "@/tests/support/database";
// Before anything of Next: it lets Next find its storages.
import { withinRequest } from "@/tests/support/next-request";

import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it, test } from "vitest";

import type { Role } from "@/lib/account/auth/policy";
import { openCampaign } from "@/lib/campaign/server/current";
import { listCampaigns } from "@/lib/campaign/server/queries";
import { regionCode } from "@/lib/base/region/code";
import { actionsOnDisk, callAction, form } from "@/tests/integration/actions/call";
import { callApi } from "@/tests/support/api-routes";
import {
  areas,
  campaign,
  cookieOf,
  newPerson,
  setScene,
  slugs,
  today,
  type Person,
} from "@/tests/support/scene";

const slug = "bian-2026";
const own = { home: `62.03.${slug}`, away: `62.04.${slug}` };
const api = (address: string) => `/api/v1/campaigns/${address}`;

const callers = {
  admin: ["administrator", areas.nation],
  province: ["healthOffice", areas.province],
  dinkes: ["healthOffice", areas.home],
  otherDinkes: ["healthOffice", areas.away],
  camat: ["subdistrictHead", areas.homeSelat],
  lurah: ["villageHead", areas.homeSelatHilir],
  bupati: ["regentOffice", areas.home],
} as const satisfies Readonly<Record<string, readonly [Role, string]>>;

type Caller = keyof typeof callers;

let people: Readonly<Record<Caller, Person>>;
let admin: string;

/** Two kabupaten, and a campaign with the same slug in each. */
beforeEach(async () => {
  await emptyDatabase();
  await setScene();
  people = Object.fromEntries(
    await Promise.all(
      Object.entries(callers).map(async ([name, [role, region]]) => [
        name,
        await newPerson(role, region),
      ]),
    ),
  ) as typeof people;
  admin = await cookieOf(people.admin);
  for (const district of [areas.home, areas.away]) {
    const body = campaign(slug, district, { name: `Di ${district}` });
    const made = await callApi("POST", "/api/v1/campaigns", { cookie: admin, body });
    expect(made.status).toBe(201);
  }
});

/** Whose units the API answers the person with, or the status of its rejection. */
async function reading(caller: Caller, address: string): Promise<string> {
  const cookie = await cookieOf(people[caller]);
  const answer = await callApi("GET", `${api(address)}/coverage`, { cookie });
  if (!answer.ok) return String(answer.status);
  const { rows } = (await answer.json()) as { rows: readonly { code: string }[] };
  return rows[0]?.code.slice(0, 5) ?? "nothing";
}

async function titles(caller: Caller): Promise<readonly string[]> {
  const { id, username, role, region } = people[caller];
  const actor = { id, username, displayName: username, role, homeRegionName: "", office: null };
  const listed = await listCampaigns({ ...actor, homeRegion: regionCode.parse(region) });
  return listed.map((each) => each.slug).sort();
}

/** The campaign that a page opens, or where it leads. */
async function opening(caller: Caller, address: string | undefined, cookies = ""): Promise<string> {
  const headers = new Headers({
    cookie: `${await cookieOf(people[caller])}${cookies}`,
    "x-cakupan-address": `/cakupan?kampanye=${address ?? ""}&rincian=1`,
  });
  return withinRequest(headers, async () => {
    try {
      const { current } = await openCampaign("coverage:read", address);
      return current ? `${current.campaign.districtCode} ${current.campaign.slug}` : "none";
    } catch (error) {
      return (error as { digest?: string }).digest ?? String(error);
    }
  });
}

describe("a slug that two kabupaten have", () => {
  const several = { bare: "409", home: "62.03", away: "62.04" };
  const ofHome = { bare: "62.03", home: "62.03", away: "404" };
  test.each<[Caller, Readonly<Record<"bare" | "home" | "away", string>>]>([
    ["admin", several],
    ["province", several],
    ["dinkes", ofHome],
    ["camat", ofHome],
    ["lurah", ofHome],
    ["bupati", ofHome],
    ["otherDinkes", { bare: "62.04", home: "404", away: "62.04" }],
  ])("means for %s by the API what is theirs, or is asked about", async (caller, expected) => {
    expect({
      bare: await reading(caller, slug),
      home: await reading(caller, own.home),
      away: await reading(caller, own.away),
    }).toEqual(expected);
  });

  it("is answered with both addresses", async () => {
    const answer = await callApi("GET", `${api(slug)}/coverage`, { cookie: admin });
    expect(await answer.json()).toMatchObject({
      code: "ambiguousCampaign",
      campaigns: [
        { slug: own.home, districtCode: areas.home },
        { slug: own.away, districtCode: areas.away },
      ],
    });
  });

  it("stands in the lists as the address that means one of them", async () => {
    expect(await titles("admin")).toEqual([own.home, own.away, slugs.away, slugs.home].sort());
    expect(await titles("province")).toEqual(await titles("admin"));
    expect(await titles("dinkes")).toEqual([slug, slugs.home]);
    expect(await titles("otherDinkes")).toEqual([slug, slugs.away].sort());
  });

  it("opens a page of one's own, by either address", async () => {
    expect(await opening("dinkes", slug)).toBe(`62.03 ${slug}`);
    expect(await opening("dinkes", own.home)).toBe(`62.03 ${slug}`);
    expect(await opening("otherDinkes", slug)).toBe(`62.04 ${slug}`);
    expect(await opening("dinkes", own.away)).toContain("404");
    expect(await opening("admin", own.away)).toBe(`62.04 ${own.away}`);
  });

  it("asks who reads both which one, with the page that they wanted", async () => {
    const led = await opening("province", slug);
    const [, , to = ""] = led.split(";");
    const { pathname, searchParams } = new URL(to, "http://localhost");
    expect(pathname).toBe("/lainnya");
    expect(searchParams.get("alamat")).toBe(slug);
    expect(searchParams.get("kembali")).toBe(`/cakupan?kampanye=${slug}&rincian=1`);
  });

  it("is nobody's last campaign where it no longer means one", async () => {
    const remembered = (address: string) => `; kampanye=${people.admin.id}.${address}`;
    expect(await opening("admin", undefined, remembered(own.away))).toBe(`62.04 ${own.away}`);
    expect(await opening("admin", undefined, remembered(slug))).not.toContain("REDIRECT");
  });

  it("is a device's too: its screens without a signal are kept under it", async () => {
    const kept = async (caller: Caller, address: string) => {
      const cookie = await cookieOf(people[caller]);
      const kit = await callApi("GET", `${api(address)}/entry`, { cookie });
      return ((await kit.json()) as { campaign?: { slug: string } }).campaign?.slug;
    };
    expect(await kept("lurah", slug)).toBe(slug);
    expect(await kept("lurah", own.home)).toBe(slug);
    expect(await kept("admin", own.home)).toBe(own.home);
    expect(await kept("admin", slug)).toBeUndefined();
  });

  it("is taken in its kabupaten alone", async () => {
    const create = (body: unknown) => callApi("POST", "/api/v1/campaigns", { cookie: admin, body });
    expect((await create(campaign(slug, areas.home))).status).toBe(409);
    const made = await create(campaign(slugs.away, areas.home));
    expect(await made.json()).toEqual({ slug: `62.03.${slugs.away}` });
  });
});

describe("what is written by an address", () => {
  async function send(caller: Caller, address: string): Promise<number> {
    const cookie = await cookieOf(people[caller]);
    const tallies = [{ intervention: "MR", targetGroup: "bayi", residents: 4 }];
    const unit = address === own.away ? areas.awayKarauDesa : areas.homeSelatHilir;
    const reports = [{ id: randomUUID(), unit, day: today, tallies }];
    const to = `${api(address)}/daily-reports`;
    return (await callApi("POST", to, { cookie, body: { reports } })).status;
  }

  const stored = () =>
    query<{ district: string; subject: string }>(
      `select report.district_code as district, entry.subject
       from daily_report as report
       join audit_entry as entry using (district_code, campaign_id)
       where entry.action = 'report.received' order by 1`,
    );

  it("is stored in the campaign that it means, or nowhere", async () => {
    expect(await send("admin", slug)).toBe(409);
    expect(await stored()).toEqual([]);

    expect(await send("lurah", slug)).toBe(200);
    expect(await send("admin", own.away)).toBe(200);
    expect(await stored()).toEqual([
      { district: "62.03", subject: `${slug}/1/${areas.homeSelatHilir}/${today}` },
      { district: "62.04", subject: `${slug}/1/${areas.awayKarauDesa}/${today}` },
    ]);
  });

  it("has a history that either reads by their own address", async () => {
    expect(await send("admin", own.home)).toBe(200);
    const cell = {
      unit: areas.homeSelatHilir,
      day: today,
      intervention: "MR",
      targetGroup: "bayi",
    };
    const history = async (cookie: string, address: string): Promise<unknown> => {
      const asked = `${api(address)}/history?${new URLSearchParams(cell).toString()}`;
      const answer = await callApi("GET", asked, { cookie });
      expect(answer.status).toBe(200);
      return answer.json();
    };
    const ofOwn = await history(await cookieOf(people.dinkes), slug);
    expect(ofOwn).toMatchObject({ values: [{ version: 1, residents: 4 }] });
    expect(await history(admin, own.home)).toEqual(ofOwn);
  });

  it("by a form too", async () => {
    const save = (await actionsOnDisk()).get("saveDayNoteAction");
    if (!save) throw new Error("no such action");
    const note = (kampanye: string) =>
      callAction(
        save,
        [
          { status: "idle" },
          form({ kampanye, place: areas.away, day: today, kind: "holiday", note: "Libur", id: "" }),
        ],
        people.admin,
      );
    expect(await note(slug)).toBe("ambiguousCampaign");
    expect(await note(own.home)).toBe("notFound");
    expect(await note(own.away)).toBe("done");
    expect(await query("select district_code from day_note")).toEqual([{ district_code: "62.04" }]);
  });
});
