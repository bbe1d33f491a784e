import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { emptyDatabase } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { storeSession, storeStrategy, storeTeam } from "@/lib/plan/server/commands";
import { readPlanHistory } from "@/lib/plan/server/history-queries";
import { todaySessions } from "@/lib/plan/server/today-queries";

import { person } from "../campaign/district";
import { basarang, makeCampaign, november, report, selat } from "../monitor/selat-basarang";
import { session, strategy, team } from "./planned";

let dinkes: Actor;
let camat: Actor;
let campaign: Campaign;
const [far = ""] = basarang;
const ofDinkes = () => authorize(dinkes, "plan:manage", dinkes.homeRegion);

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  camat = await person("subdistrictHead", "62.03.01");
});

describe("today", () => {
  it("names the planned sessions of one's own units, reported ones last, none that was called off", async () => {
    const team1 = randomUUID();
    await storeTeam(ofDinkes(), campaign, team1, team());
    const [one = "", two = "", three = ""] = selat;
    await storeSession(ofDinkes(), campaign, randomUUID(), session({ unit: one, planned: 40 }));
    await storeSession(ofDinkes(), campaign, randomUUID(), session({ unit: two, team: team1 }));
    await storeSession(ofDinkes(), campaign, randomUUID(), session({ unit: far }));
    const off = randomUUID();
    await storeSession(ofDinkes(), campaign, off, session({ unit: three }));
    await storeSession(
      ofDinkes(),
      campaign,
      off,
      session({ unit: three, version: 1, calledOff: "Banjir" }),
    );
    await report(campaign, [one], [12, 12]);
    const at = new Date(`${november(12)}T05:00:00Z`);
    const own = await todaySessions(authorize(camat, "tally:submit", camat.homeRegion), at);
    expect(
      own.map(({ unit, team, planned, isReported }) => [unit, team, planned, isReported]),
    ).toEqual([
      [two, "Tim 1", 150, false],
      [one, null, 40, true],
    ]);
    const tomorrow = new Date(`${november(13)}T05:00:00Z`);
    expect(
      await todaySessions(authorize(dinkes, "tally:submit", dinkes.homeRegion), tomorrow),
    ).toEqual([]);
  });
});

describe("strategies and teams", () => {
  it("keep what was said of them, the newest first", async () => {
    const id = randomUUID();
    await storeStrategy(ofDinkes(), campaign, id, strategy());
    await storeStrategy(
      ofDinkes(),
      campaign,
      id,
      strategy({ version: 1, mode: "mass", isWithdrawn: true }),
    );
    await storeTeam(ofDinkes(), campaign, randomUUID(), team());
    const history = await readPlanHistory(ofDinkes(), campaign);
    expect(
      history.map((each) =>
        each.kind === "team"
          ? [each.version, each.team.name]
          : [each.version, each.strategy.mode, each.strategy.isWithdrawn],
      ),
    ).toEqual([
      [1, "Tim 1"],
      [2, "mass", true],
      [1, "outreach", false],
    ]);
  });
});
