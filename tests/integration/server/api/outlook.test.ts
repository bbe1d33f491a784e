import { databaseUrl, emptyDatabase } from "@/tests/support/database";

import { beforeAll, describe, expect, it } from "vitest";

import { coverageOf } from "@/lib/server/api/coverage";
import { coverageQuery } from "@/lib/server/api/query-schema";
import type { CoverageAnswer } from "@/lib/server/api/schema/coverage";
import { authorize } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { findCampaign } from "@/lib/campaign/server/queries";
import type { PlaceRow } from "@/lib/monitor/coverage/rows";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { regionCode } from "@/lib/base/region/code";
import { loadAreas } from "@/prisma/seed/areas";
import { loadDemo } from "@/prisma/seed/demo";
import { systemGrant } from "@/tests/support/scene";

const today = "2026-06-04";
const { actor } = systemGrant("coverage:read");
let campaign: Campaign;

beforeAll(async () => {
  await emptyDatabase();
  await loadAreas(databaseUrl);
  await loadDemo(databaseUrl, { today, now: new Date("2026-06-04T10:05:00Z") });
  const found = await findCampaign(actor, "bian-kapuas");
  if (!found) throw new Error("the demo campaign is missing");
  campaign = found;
});

const grantFor = (region: string) => authorize(actor, "coverage:read", regionCode.parse(region));

function api(query: Record<string, string>, { region = "62.03", on = today } = {}) {
  const at = new Date(`${on}T10:05:00Z`);
  return coverageOf(grantFor(region), campaign, coverageQuery.parse(query), at);
}

/** The rows of the coverage screen of a place, and its total. */
async function screen(place: string | undefined, day: string) {
  const params = parseCoverageParams({ intervensi: "MR", sampai: day }, campaign, today);
  const view = (await readCoverage(grantFor("62.03"), campaign, params, place))?.view;
  if (!view) throw new Error("no screen");
  return view;
}

const fromApi = ({ rows }: Pick<CoverageAnswer, "rows">) =>
  rows.map(({ code, recentPace, forecast }) => ({ code, recentPace, forecast }));

const fromScreen = (rows: readonly PlaceRow[]) =>
  rows.map(({ code, verdict: { recentPace, forecast } }) => ({ code, recentPace, forecast }));

describe("recent pace and forecast of the API", () => {
  it.each([today, "2026-05-30", "2026-05-19"])("are those of the screens on %s", async (day) => {
    const answer = await api({ intervention: "MR", asOf: day });
    const whole = await screen(undefined, day);

    expect(fromApi({ rows: answer.total })).toEqual(fromScreen([whole.total]));
    expect(fromApi(answer)).toEqual(fromScreen(whole.parts));
  });

  it("say where the demo's MR is heading", async () => {
    const { total } = await api({ intervention: "MR" });
    expect(total[0]).toMatchObject({
      requiredPerDay: 2_936,
      recentPace: 7_552 / 3,
      forecast: { low: 67_104, high: 76_784 },
    });
  });

  it("are a camat's by village, as on the kecamatan's own screen", async () => {
    const answer = await api({ intervention: "MR" }, { region: "62.03.01" });
    const own = await screen("62.03.01", today);

    expect(fromApi(answer)).toEqual(fromScreen(own.parts));
    expect(answer.rows.filter(({ recentPace }) => recentPace !== null).length).toBeGreaterThan(5);
    expect(fromApi({ rows: answer.total })).toEqual(fromScreen([own.total]));
  });

  it("are not there for every village of the kabupaten, nor for groups apart", async () => {
    const villages = await api({ intervention: "MR", by: "unit" });
    expect(villages.rows).toHaveLength(231);
    expect(villages.rows.every((row) => row.recentPace === null && row.forecast === null)).toBe(
      true,
    );
    expect(villages.total[0]?.recentPace).not.toBeNull();

    const { total } = await api({ intervention: "MR", split: "targetGroup" });
    expect(total.map(({ recentPace, forecast }) => [recentPace, forecast])).toEqual(
      total.map(() => [null, null]),
    );
  });

  it("are of one group when it is asked for", async () => {
    const [group] = campaign.targetGroups;
    const answer = await api({ intervention: "MR", targetGroup: group?.code ?? "" });
    const params = parseCoverageParams(
      { intervensi: "MR", kelompok: group?.code ?? "" },
      campaign,
      today,
    );
    const reading = await readCoverage(grantFor("62.03"), campaign, params, undefined);
    expect(fromApi(answer)).toEqual(fromScreen(reading?.view.parts ?? []));
    expect(answer.total[0]?.recentPace).not.toBeNull();
  });

  it.each([
    ["before the first complete day", "2026-05-18", "2026-05-18T01:00:00Z"],
    ["after the end", "2026-06-18", "2026-06-18T10:05:00Z"],
  ])("are null %s", async (_, day, now) => {
    const answer = await coverageOf(
      grantFor("62.03"),
      campaign,
      coverageQuery.parse({ asOf: day }),
      new Date(now),
    );
    for (const row of [...answer.rows, ...answer.total]) {
      expect(row).toMatchObject({ recentPace: null, forecast: null });
    }
  });
});
