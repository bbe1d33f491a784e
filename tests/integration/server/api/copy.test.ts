import { beforeEach, describe, expect, it } from "vitest";

import { emptyDatabase, query } from "@/tests/support/database";
import { callApi } from "@/tests/support/api-routes";
import { areas, cookieOf, newPerson, setScene, slugs, today } from "@/tests/support/scene";
import { addDays } from "@/lib/base/time/calendar-day";

const start = addDays(today, 100);
let dinkes: string;

beforeEach(async () => {
  await emptyDatabase();
  await setScene();
  dinkes = await cookieOf(await newPerson("healthOffice", areas.home));
  await change({
    legalBasis: "SK 1 Tahun 2022",
    rounds: [
      {
        number: 1,
        startsOn: addDays(today, -3),
        endsOn: addDays(today, 2),
        sweepingEndsOn: addDays(today, 4),
      },
      {
        number: 2,
        startsOn: addDays(today, 16),
        endsOn: addDays(today, 18),
        minGapDays: 14,
        units: [areas.homeSelat],
      },
    ],
    unitSets: [
      {
        kind: "stage",
        code: "tahap-1",
        name: "Tahap 1",
        opensOn: addDays(today, -2),
        closesOn: addDays(today, 5),
        units: [areas.homeSelatHilir],
      },
    ],
    gates: [{ code: "buka", name: "Dibuka", terms: [{ intervention: "MR", atLeast: "0.7" }] }],
  });
});

type Json = Record<string, unknown>;

async function definition(slug: string, cookie = dinkes): Promise<Json> {
  const answer = await callApi("GET", `/api/v1/campaigns/${slug}`, { cookie });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Json;
}

async function change(over: Json): Promise<void> {
  const body = { ...(await definition(slugs.home)), ...over };
  const headers = { "if-match": "*" };
  const answer = await callApi("PUT", `/api/v1/campaigns/${slugs.home}?reason=x`, {
    cookie: dinkes,
    body,
    headers,
  });
  expect(answer.status, await answer.clone().text()).toBe(200);
}

function post(body: Json, cookie = dinkes) {
  return callApi("POST", "/api/v1/campaigns", { cookie, body });
}

async function problemsOf(answer: Response) {
  const { problems } = (await answer.json()) as { problems?: { field: string; code: string }[] };
  return [answer.status, problems?.map(({ field, code }) => [field, code])];
}

function loadTargets(source: string, asOf: string, people: number, over: Json = {}) {
  const row = { unit: areas.homeSelatHilir, intervention: "MR", targetGroup: "bayi", people };
  return callApi("PUT", `/api/v1/campaigns/${slugs.home}/target-populations`, {
    cookie: dinkes,
    body: { source, asOf, rows: [{ ...row, ...over }] },
  });
}

describe("a campaign that is begun from another", () => {
  it("has its parts, moved to its own first day, and nothing of its decrees", async () => {
    const source = await definition(slugs.home);
    expect((await post({ copyOf: slugs.home, slug: "baru", startsOn: start })).status).toBe(201);
    const moved = (day: string) => addDays(day, 103);
    expect(await definition("baru")).toEqual({
      ...source,
      slug: "baru",
      legalBasis: "",
      startsOn: start,
      endsOn: moved(source["endsOn"] as string),
      rounds: (source["rounds"] as Json[]).map((round) => ({
        ...round,
        startsOn: moved(round["startsOn"] as string),
        endsOn: moved(round["endsOn"] as string),
        sweepingEndsOn: round["sweepingEndsOn"] && moved(round["sweepingEndsOn"] as string),
      })),
      unitSets: (source["unitSets"] as Json[]).map((set) => ({
        ...set,
        opensOn: moved(set["opensOn"] as string),
        closesOn: moved(set["closesOn"] as string),
      })),
    });
  });

  it("has what is sent before what is copied, and of the parts those that are named", async () => {
    const own = {
      copyOf: slugs.home,
      parts: ["interventions"],
      slug: "baru",
      name: "Baru",
      startsOn: start,
      rounds: [{ number: 1, startsOn: start, endsOn: addDays(start, 3) }],
    };
    expect((await post(own)).status).toBe(201);
    const made = await definition("baru");
    expect(made).toMatchObject({
      name: "Baru",
      gates: [],
      unitSets: [],
      rounds: [{ number: 1, startsOn: start, endsOn: addDays(start, 3) }],
    });
    expect(
      (made["interventions"] as Json[]).map((each) => [each["code"], each["coverageGoal"]]),
    ).toEqual([
      ["MR", null],
      ["OPV", null],
    ]);
  });

  it("says what is missing where a part that it needs is neither copied nor sent", async () => {
    const answer = await post({
      copyOf: slugs.home,
      parts: ["units"],
      slug: "baru",
      startsOn: start,
    });
    expect(await problemsOf(answer)).toEqual([
      422,
      [
        ["rounds", "required"],
        ["interventions", "required"],
        ["targetGroups", "required"],
      ],
    ]);
  });

  it("names a field or a part that there is not", async () => {
    const body = { copyOf: slugs.home, slug: "baru", startsOn: start };
    expect(await problemsOf(await post({ ...body, bagian: [] }))).toEqual([
      422,
      [["bagian", "unknownField"]],
    ]);
    expect(await problemsOf(await post({ ...body, parts: ["reports"] }))).toEqual([
      422,
      [["parts.0", "unknownValue"]],
    ]);
  });

  it("is of a campaign of their own, also one that was put away", async () => {
    const away = await post({ copyOf: slugs.away, slug: "baru", startsOn: start });
    expect(await problemsOf(away)).toEqual([404, [["copyOf", "notFound"]]]);

    await callApi("PUT", `/api/v1/campaigns/${slugs.home}/archive`, { cookie: dinkes });
    expect((await post({ copyOf: slugs.home, slug: "baru", startsOn: start })).status).toBe(201);
    expect(
      await query("select archived_at is null as shown from campaign where slug = 'baru'"),
    ).toEqual([{ shown: true }]);
  });

  it("may be in another kabupaten, for who holds both, without units and target populations", async () => {
    const admin = await cookieOf(await newPerson("administrator", areas.nation));
    const body = { copyOf: slugs.home, slug: "baru", startsOn: start, districtCode: areas.away };
    const withUnits = await post({ ...body, parts: ["units", "interventions"] }, admin);
    expect(await problemsOf(withUnits)).toEqual([422, [["parts", "copyElsewhere"]]]);
    expect((await post({ ...body, districtCode: areas.away }, dinkes)).status).toBe(404);

    expect(
      (await post({ ...body, rounds: [{ number: 1, startsOn: start, endsOn: start }] }, admin))
        .status,
    ).toBe(201);
    const made = await definition("baru", admin);
    expect(made["districtCode"]).toBe(areas.away);
    expect((made["reportingUnits"] as Json[]).map(({ code }) => code)).toEqual([
      areas.awayKarauDesa,
    ]);
  });
});

describe("target populations of a copied campaign", () => {
  it("come along as a draft of the newest numbers, and divide nothing", async () => {
    await loadTargets("local", "2022-05-01", 90);
    await loadTargets("local", "2022-06-01", 95);
    await loadTargets("pusdatin", "2022-01-01", 80, { round: 2 });
    await query("update reporting_unit set inhabitants = 900 where code = $1", [
      areas.homeSelatHilir,
    ]);
    await post({ copyOf: slugs.home, slug: "baru", startsOn: start });

    const drafts = `select source, as_of::text as "asOf", copied_from as name, cells
      from target_draft order by source`;
    expect(await query(drafts)).toEqual([
      {
        source: "local",
        asOf: "2022-06-01",
        name: `Kampanye ${slugs.home}`,
        cells: [[areas.homeSelatHilir, "MR", "bayi", 0, 95]],
      },
      {
        source: "pusdatin",
        asOf: "2022-01-01",
        name: `Kampanye ${slugs.home}`,
        cells: [[areas.homeSelatHilir, "MR", "bayi", 2, 80]],
      },
    ]);
    const ofNew = (table: string) =>
      query(`select from ${table} join campaign on campaign.id = campaign_id where slug = 'baru'`);
    expect(await ofNew("target_set")).toEqual([]);
    expect(await ofNew("place_target")).toEqual([]);
    expect(
      await query(
        `select inhabitants from reporting_unit join campaign on campaign.id = campaign_id
         where slug = 'baru' and code = $1`,
        [areas.homeSelatHilir],
      ),
    ).toEqual([{ inhabitants: 900 }]);
  });

  it("leave a figure of a larger place behind that was withdrawn", async () => {
    await loadTargets("local", "2022-05-01", 90);
    const own = (day: string, people: number | null) =>
      query(
        `with loaded as (
           insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
           select district_code, id, 'local', $1, $1 from campaign where slug = '${slugs.home}'
           returning *)
         insert into region_target
         select loaded.district_code, campaign_id, loaded.id, loaded.district_code, 'MR', 'bayi', 0, $2
         from loaded`,
        [day, people],
      );
    await own("2022-05-02", 4_560);
    await own("2022-06-02", null);
    await post({ copyOf: slugs.home, slug: "baru", startsOn: start });
    expect(await query("select cells from target_draft")).toEqual([
      { cells: [[areas.homeSelatHilir, "MR", "bayi", 0, 90]] },
    ]);
  });

  it("stay behind where they are not asked for, or their units and columns are not there", async () => {
    await loadTargets("local", "2022-05-01", 90);
    const body = { copyOf: slugs.home, startsOn: start };
    await post({ ...body, slug: "tanpa", parts: ["units", "interventions", "rounds"] });
    const other = {
      code: areas.homeSelatHulu,
      name: "Hulu",
      kind: "village",
      regionCode: areas.homeSelatHulu,
    };
    await post({
      ...body,
      slug: "lain",
      reportingUnits: [other],
      unitSets: [],
      rounds: [{ number: 1, startsOn: start, endsOn: start }],
    });
    expect(await query("select slug from campaign where slug in ('tanpa', 'lain')")).toHaveLength(
      2,
    );
    expect(await query("select from target_draft")).toEqual([]);
  });
});
