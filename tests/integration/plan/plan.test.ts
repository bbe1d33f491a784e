import { randomUUID } from "node:crypto";

import { beforeEach, describe, expect, it } from "vitest";

import { emptyDatabase, query } from "@/tests/support/database";

import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { readRecordHistory } from "@/lib/campaign/record/server/queries";
import { findCampaign } from "@/lib/campaign/server/queries";
import { scheduledOf } from "@/lib/plan/schedule";
import { sessionInput, teamMoveInput } from "@/lib/plan/schema";
import { applyProposal, applyTeamMove } from "@/lib/plan/server/apply-commands";
import { storeSession, storeStrategy, storeTeam } from "@/lib/plan/server/commands";
import { plannableUnits } from "@/lib/plan/server/planning-queries";
import { findSession, isAnyPlan, sessionsAfter, sessionsBetween } from "@/lib/plan/server/queries";
import { listStrategies, listTeams } from "@/lib/plan/server/register-queries";

import { person } from "../campaign/district";
import {
  basarang,
  grantOf,
  makeCampaign,
  november,
  report,
  selat,
} from "../monitor/selat-basarang";
import { session, strategy, team } from "./planned";

let dinkes: Actor;
let camat: Actor;
let campaign: Campaign;
const [unit = ""] = selat;
const [far = ""] = basarang;
const ofDinkes = () => authorize(dinkes, "plan:manage", dinkes.homeRegion);
const ofCamat = () => authorize(camat, "plan:manage", camat.homeRegion);

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  camat = await person("subdistrictHead", "62.03.01");
});

const week = () => sessionsBetween(ofDinkes(), campaign, november(9), november(15));

describe("a session", () => {
  it("is done when its unit reports its day, and nothing else is typed", async () => {
    const id = randomUUID();
    await storeSession(ofDinkes(), campaign, id, session());
    const [before] = scheduledOf(await week(), campaign.interventions, november(13));
    expect(before).toMatchObject({ state: "waiting", served: 0, planned: 150 });
    await report(campaign, [unit], [12, 12]);
    const [after] = scheduledOf(await week(), campaign.interventions, november(13));
    expect(after).toMatchObject({ state: "held", served: 10 });
  });

  it("is moved and called off, with its history; a sent thing is stored once", async () => {
    const id = randomUUID();
    const first = session();
    await storeSession(ofDinkes(), campaign, id, first);
    expect(await storeSession(ofDinkes(), campaign, id, first)).toMatchObject({ replayed: true });
    await storeSession(ofDinkes(), campaign, id, session({ version: 1, day: november(13) }));
    await storeSession(ofCamat(), campaign, id, session({ version: 2, calledOff: "Banjir" }));
    await expect(
      storeSession(ofDinkes(), campaign, id, session({ version: 1 })),
    ).rejects.toMatchObject({ code: "recordChanged" });
    expect(await findSession(ofDinkes(), campaign, id)).toMatchObject({
      calledOff: "Banjir",
      version: 3,
    });
    const history = await readRecordHistory(ofDinkes(), { campaign, kind: "session", id });
    expect(history.map(({ version }) => version)).toEqual([3, 2, 1]);
    const deeds = await query<{ action: string }>(
      "select action from audit_entry where subject like 'session/%' order by id",
    );
    expect(deeds.map(({ action }) => action)).toEqual([
      "session.added",
      "session.changed",
      "session.changed",
    ]);
  });

  it("is one of the campaign's units, days, groups and teams", async () => {
    const store = (change: object) =>
      storeSession(ofDinkes(), campaign, randomUUID(), session(change));
    await expect(store({ unit: "62.03.01.9999" })).rejects.toMatchObject({ code: "unknownUnit" });
    await expect(store({ day: "2026-12-01" })).rejects.toMatchObject({
      code: "dayNotInCampaign",
    });
    await expect(store({ targetGroups: ["lansia"] })).rejects.toMatchObject({
      code: "unknownGroup",
    });
    await expect(store({ team: randomUUID() })).rejects.toMatchObject({ code: "unknownTeam" });
    expect(sessionInput.safeParse({ ...session(), day: "2021-06-31" }).success).toBe(false);
  });

  it("is read by pages, in the order of days", async () => {
    for (const day of [14, 10, 12]) {
      await storeSession(ofDinkes(), campaign, randomUUID(), session({ day: november(day) }));
    }
    const first = await sessionsAfter(ofDinkes(), campaign, { after: null, size: 2 });
    const last = first.at(-1);
    const rest = await sessionsAfter(ofDinkes(), campaign, { after: last ?? null, size: 2 });
    expect([...first, ...rest].map(({ day }) => day)).toEqual([10, 12, 14].map(november));
  });
});

describe("a camat", () => {
  it("plans in their own area alone", async () => {
    await storeSession(ofCamat(), campaign, randomUUID(), session());
    await expect(
      storeSession(ofCamat(), campaign, randomUUID(), session({ unit: far })),
    ).rejects.toMatchObject({ code: "unknownUnit" });
    const id = randomUUID();
    await storeSession(ofDinkes(), campaign, id, session({ unit: far }));
    // Not pulled over from a neighbour either.
    await expect(
      storeSession(ofCamat(), campaign, id, session({ version: 1 })),
    ).rejects.toMatchObject({ code: "unknownUnit" });
    await expect(
      storeTeam(ofCamat(), campaign, randomUUID(), team({ base: "62.03.02" })),
    ).rejects.toMatchObject({ code: "notFound" });
    await expect(
      storeStrategy(ofCamat(), campaign, randomUUID(), strategy()),
    ).rejects.toMatchObject({ code: "notFound" });
    await storeStrategy(ofCamat(), campaign, randomUUID(), strategy({ place: "62.03.01" }));
    await storeStrategy(ofCamat(), campaign, randomUUID(), strategy({ place: unit, mode: "post" }));
    const read = grantOf(camat, "coverage:read");
    const seen = await sessionsBetween(read, campaign, november(1), november(30));
    expect(seen.map((row) => row.unit)).toEqual([unit]);
    expect(await isAnyPlan(read)).toBe(true);
  });
});

describe("strategies and teams", () => {
  it("has one strategy for a place and the same groups", async () => {
    const id = randomUUID();
    await storeStrategy(ofDinkes(), campaign, id, strategy());
    await expect(
      storeStrategy(ofDinkes(), campaign, randomUUID(), strategy({ mode: "post" })),
    ).rejects.toMatchObject({ code: "strategyTaken" });
    await storeStrategy(ofDinkes(), campaign, id, strategy({ version: 1, isWithdrawn: true }));
    // Every group named is everybody.
    await storeStrategy(
      ofDinkes(),
      campaign,
      randomUUID(),
      strategy({ targetGroups: ["anak"], mode: "post" }),
    );
    const rows = await listStrategies(ofDinkes(), campaign);
    expect(
      rows.map(({ mode, targetGroups, isWithdrawn }) => [mode, targetGroups.length, isWithdrawn]),
    ).toEqual([
      ["post", 0, false],
      ["outreach", 0, true],
    ]);
  });

  it("is a unit set of the campaign, or nothing", async () => {
    await expect(
      storeStrategy(ofDinkes(), campaign, randomUUID(), strategy({ place: "remote/hulu" })),
    ).rejects.toMatchObject({ code: "notFound" });
  });
});

describe("a proposal", () => {
  it("is stored once it is applied, once however often it is sent", async () => {
    await storeStrategy(ofDinkes(), campaign, randomUUID(), strategy());
    const units = await plannableUnits(
      { plan: ofDinkes(), read: grantOf(dinkes, "coverage:read") },
      campaign,
      november(9),
      november(9),
    );
    expect(units).toHaveLength(6);
    const sent = randomUUID();
    const one = {
      unit,
      day: november(10),
      mode: "outreach" as const,
      targetGroups: [],
      team: null,
      planned: 80,
    };
    expect(
      await applyProposal(ofDinkes(), campaign, sent, [one, { ...one, day: november(11) }]),
    ).toBe(2);
    expect(
      await applyProposal(ofDinkes(), campaign, sent, [one, { ...one, day: november(11) }]),
    ).toBe(0);
    expect(await week()).toHaveLength(2);
  });
});

describe("moving a team", () => {
  const move = (change: object) =>
    teamMoveInput.parse({
      ...{ sent: randomUUID(), name: "", to: "62.03.02", perDay: "60" },
      ...{ from: november(12), until: november(13), ...change },
    });

  it("moves its sessions of those days, and plans one where it has none", async () => {
    const id = randomUUID();
    await storeTeam(ofDinkes(), campaign, id, team());
    await storeStrategy(ofDinkes(), campaign, randomUUID(), strategy());
    await storeSession(ofDinkes(), campaign, randomUUID(), session({ team: id }));
    expect(await applyTeamMove(ofDinkes(), campaign, move({ team: id }), november(10))).toBe(2);
    const rows = await week();
    expect(rows.map(({ day, unit: at, planned, team: by }) => [day, at, planned, by])).toEqual([
      [november(12), basarang[0], 60, id],
      [november(13), basarang[1], 60, id],
    ]);
    // Its base stays: it is there for two days.
    expect((await listTeams(ofDinkes(), campaign))[0]?.base).toBe("62.03.01");
  });

  it("adds a team with its sessions", async () => {
    await storeStrategy(ofDinkes(), campaign, randomUUID(), strategy());
    await applyTeamMove(ofDinkes(), campaign, move({ team: "", name: "Tim baru" }), november(10));
    expect(await listTeams(ofDinkes(), campaign)).toMatchObject([
      { name: "Tim baru", base: "62.03.02" },
    ]);
    expect(await week()).toHaveLength(2);
  });

  it("is nothing where no strategy leads anywhere, and for a camat elsewhere", async () => {
    const id = randomUUID();
    await storeTeam(ofDinkes(), campaign, id, team());
    await expect(
      applyTeamMove(ofDinkes(), campaign, move({ team: id }), november(10)),
    ).rejects.toMatchObject({ code: "nothingProposed" });
    await storeStrategy(ofDinkes(), campaign, randomUUID(), strategy());
    await expect(
      applyTeamMove(ofCamat(), campaign, move({ team: id }), november(10)),
    ).rejects.toMatchObject({ code: "nothingProposed" });
    expect(await week()).toEqual([]);
  });
});

it("goes with its campaign", async () => {
  await storeSession(ofDinkes(), campaign, randomUUID(), session());
  await query("select delete_campaign($1, $2)", [campaign.districtCode, campaign.id]);
  expect(await query("select 1 from planned_session")).toEqual([]);
  expect(await findCampaign(dinkes, campaign.slug)).toBeNull();
});
