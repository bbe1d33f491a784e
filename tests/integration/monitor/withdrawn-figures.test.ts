import { beforeEach, describe, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { campaignChange } from "@/lib/campaign/schema";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { findCampaign } from "@/lib/campaign/server/queries";
import { targetColumns } from "@/lib/campaign/target-population/column";
import {
  correctTarget,
  withdrawTarget,
} from "@/lib/campaign/target-population/server/correct-commands";
import {
  cellVersions,
  listNamedUnits,
  listRegions,
  listTargetSets,
  peopleInForce,
  standingCells,
  unitsWithoutTarget,
} from "@/lib/campaign/target-population/server/queries";
import { readTargets } from "@/lib/campaign/target-population/server/read-targets";
import { targetTemplateRows } from "@/lib/campaign/target-population/template";
import { coverageOf } from "@/lib/server/api/coverage";
import { readTrend } from "@/lib/server/api/trend";
import { emptyDatabase, query } from "@/tests/support/database";

import { each, linesBehind, loadTargets, wholeAtAllDoors } from "./own-figure-doors";
import { basarang, grantOf, makeCampaign, mrBody, november, report, selat } from "./selat-basarang";

const at = new Date(`${november(12)}T08:00:00Z`);
let dinkes: Actor;
let campaign: Campaign;

/** Six villages that gave ten doses a day on the first twelve days. */
beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  await report(campaign, [...selat, ...basarang], [1, 12]);
});

const importer = () => grantOf(dinkes, "target:import");
const target = (people: Readonly<Record<string, number>>, day?: number) =>
  loadTargets(dinkes, campaign, people, day);
const whole = (day?: number) => wholeAtAllDoors(dinkes, campaign, day);
const behind = (place: string, day?: number) => linesBehind(dinkes, campaign, place, day);

const box = { intervention: "MR", targetGroup: "anak", round: 1, source: "local" } as const;
const withdraw = (unit: string, seen: number | null, day: number) =>
  withdrawTarget(
    importer(),
    campaign,
    { ...box, unit, seen, inForceFrom: november(day), decree: "SK 9/2026", reason: "Dicabut SK" },
    at,
  );

async function isSound(): Promise<void> {
  expect(await query("select * from roll_up_differences('62.03', $1)", [campaign.id])).toEqual([]);
}

describe("a figure of the kabupaten that is withdrawn from a day on", () => {
  it("gives way to the sum of the units from that day, and keeps the days before", async () => {
    await target({ "62.03": 4_560, ...each([...selat, ...basarang], 700) });
    expect((await withdraw("62.03", 4_560, 10)).kind).toBe("stored");
    expect([await whole(9), await whole(10), await whole()]).toEqual([
      [540, 4_560, 4_200, 0],
      [600, 4_200, null, 0],
      [720, 4_200, null, 0],
    ]);
    await isSound();
    const { days } = await readTrend(grantOf(dinkes, "coverage:read"), campaign, {}, at);
    const line = [9, 10].map((day) => days.find((told) => told.day === november(day)));
    // 95 % of 4,560 on day 9 of 30, of 4,200 on day 10.
    expect(line.map((told) => told?.runningTarget)).toEqual([1_300, 1_330]);
    expect([(await behind("62.03", 9)).lines.length, (await behind("62.03")).people]).toEqual([
      1, 4_200,
    ]);
  });

  it("leaves doses beside again where units have no number", async () => {
    await target({ "62.03": 4_560, ...each(selat, 700) });
    expect(await unitsWithoutTarget(importer(), campaign, box)).toEqual([]);
    await withdraw("62.03", 4_560, 10);
    expect([await whole(9), await whole()]).toEqual([
      [540, 4_560, 2_800, 0],
      [480, 2_800, null, 240],
    ]);
    const missing = await unitsWithoutTarget(importer(), campaign, box);
    // The day of now is long after.
    expect(missing.map(({ code }) => code)).toEqual(basarang);
  });

  it("leaves none where no unit has a number", async () => {
    await target({ "62.03": 4_560 });
    await withdraw("62.03", 4_560, 1);
    const { total } = await coverageOf(grantOf(dinkes, "coverage:read"), campaign, {}, at);
    expect(total).toMatchObject([{ dosesAdministered: 720, targetPopulation: null }]);
    await isSound();
  });

  it("may be given anew, and decides from its new day", async () => {
    await target({ "62.03": 4_560, ...each(selat, 700), ...each(basarang, 100) });
    await withdraw("62.03", 4_560, 5);
    const again = { ...box, unit: "62.03", asOf: november(11), inForceFrom: november(11) };
    const stored = await correctTarget(
      importer(),
      campaign,
      { ...again, people: 5_000, seen: null, decree: undefined, reason: "SK baru" },
      at,
    );
    expect(stored.kind).toBe("stored");
    const people = [await whole(4), await whole(5), await whole(10), await whole(11)];
    expect(people.map((door) => door?.[1])).toEqual([4_560, 3_000, 3_000, 5_000]);
    await isSound();
  });

  it("is a version with its day, decree and reason, in the list, the trail and the table", async () => {
    await target({ "62.03": 4_560, ...each([...selat, ...basarang], 700) });
    await withdraw("62.03", 4_560, 10);
    expect(await cellVersions(importer(), campaign, { ...box, unit: "62.03" })).toMatchObject([
      { people: null, inForceFrom: november(10), decree: "SK 9/2026", reason: "Dicabut SK" },
      { people: 4_560 },
    ]);
    expect(await listTargetSets(importer(), campaign)).toMatchObject([
      { rows: 1, people: 0, isWithdrawal: true },
      { rows: 7, isWithdrawal: false },
    ]);
    const people = await peopleInForce(importer(), campaign, { round: 1, subdistrict: null });
    expect(people.find(({ place }) => place === "")).toMatchObject({
      people: 4_200,
      isOwn: false,
      isWithdrawn: true,
    });
    expect(
      await query(
        "select subject, before, after from audit_entry where action = 'target.withdrawn'",
      ),
    ).toMatchObject([
      {
        subject: "mr-kapuas/62.03",
        before: { people: 4_560 },
        after: { people: null, inForceFrom: november(10), reason: "Dicabut SK" },
      },
    ]);
  });
});

describe("a figure of a kecamatan that is withdrawn", () => {
  it("is a sum in the kabupaten's from that day", async () => {
    await target({ "62.03.01": 900, ...each(selat, 200), ...each(basarang, 150) });
    await withdraw("62.03.01", 900, 10);
    expect([await whole(9), await whole()]).toEqual([
      [540, 1_200, 1_100, 0],
      [720, 1_100, null, 0],
    ]);
    const { rows } = await coverageOf(grantOf(dinkes, "coverage:read"), campaign, {}, at);
    expect(rows.map((row) => [row.code, row.targetPopulation, row.targetDetail])).toEqual([
      ["62.03.01", 800, null],
      ["62.03.02", 300, null],
    ]);
    await isSound();
  });

  it("is withdrawn for the round alone that it was given for", async () => {
    const rounds = [1, 2].map((number) => ({
      number,
      startsOn: november(number === 1 ? 1 : 21),
      endsOn: november(number === 1 ? 20 : 30),
    }));
    const input = campaignChange.parse({ ...mrBody, rounds, removedUnits: [] });
    await changeCampaign(grantOf(dinkes, "campaign:manage"), campaign, input, {
      today: november(1),
      reason: "Uji",
    });
    campaign = (await findCampaign(dinkes, mrBody.slug)) ?? campaign;
    await target({ "62.03.01": 900, ...each(selat, 200) });
    await query(
      `insert into target_set (district_code, campaign_id, source, as_of, in_force_from)
       select district_code, id, 'local', '2026-11-02', '2026-11-02' from campaign`,
    );
    await query(
      `insert into region_target
       select district_code, campaign_id, max(id), '62.03.01', 'MR', 'anak', 1, 950 from target_set
       group by 1, 2`,
    );
    await query("select refresh_place_target(district_code, id) from campaign");
    await withdraw("62.03.01", 950, 10);
    const of = async (round: number) =>
      (await peopleInForce(importer(), campaign, { round, subdistrict: null })).find(
        ({ place }) => place === "62.03.01",
      );
    expect([await of(1), await of(2)]).toMatchObject([
      { people: 800, isOwn: false },
      { people: 900, isOwn: true },
    ]);
    const cells = await standingCells(importer(), campaign, { source: "local", on: november(12) });
    const places = {
      units: await listNamedUnits(importer(), campaign),
      largerPlaces: await listRegions(importer(), campaign),
      ownMark: "angka sendiri",
    };
    const columns = targetColumns(campaign, "putaran");
    const own = targetTemplateRows(places, columns, cells).at(-1);
    expect(own).toEqual(["62.03.01", "Selat", "angka sendiri", null, 900]);

    // The filled template is read as it stands: an empty cell there says nothing, and withdraws nothing.
    const head = ["kode", "nama", "kecamatan", ...columns.map(({ label }) => label)].join(";");
    const file = Buffer.from([head, own?.map((cell) => cell ?? "").join(";")].join("\n"));
    const read = await readTargets(importer(), campaign, file, {
      asOf: november(12),
      answers: new Map([["emptyColumns.0.3", "leave"]]),
    });
    if (!("check" in read) || read.check === null) throw new Error("the file was not read");
    expect(read.check.rejected).toEqual([]);
    expect(read.check.cells).toMatchObject([{ unit: "62.03.01", round: 2, people: 900 }]);
  });
});

describe("a withdrawal", () => {
  it("is refused before the day from which the figure holds", async () => {
    await target({ "62.03": 4_560 }, 5);
    await expect(withdraw("62.03", 4_560, 4)).rejects.toMatchObject({
      code: "ownFigureLater",
      field: "inForceFrom",
    });
  });

  it("tells what somebody else did meanwhile, and stores nothing", async () => {
    await target({ "62.03": 4_560 });
    expect(await withdraw("62.03", 4_000, 10)).toEqual({ kind: "changed", now: 4_560 });
    await withdraw("62.03", 4_560, 10);
    expect(await withdraw("62.03", 4_560, 10)).toEqual({ kind: "changed", now: null });
    expect(await query("select count(*)::int from target_set")).toEqual([{ count: 2 }]);
  });

  it("is no unit's: its number is corrected, and never empty", async () => {
    const [unit = ""] = selat;
    await target({ [unit]: 700 });
    await expect(withdraw(unit, 700, 10)).rejects.toMatchObject({ code: "notFound" });
    const { rejected } = await target({ "62.03": Number.NaN });
    expect(rejected).toMatchObject([{ field: "people" }]);
  });
});
