import { emptyDatabase, query } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { correctTarget } from "@/lib/campaign/target-population/server/correct-commands";
import { targetColumns } from "@/lib/campaign/target-population/column";
import { targetTemplateRows } from "@/lib/campaign/target-population/template";
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
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { coverageOf } from "@/lib/server/api/coverage";
import { readTrend } from "@/lib/server/api/trend";

import { each, linesBehind, loadTargets, wholeAtAllDoors } from "./own-figure-doors";
import { basarang, grantOf, makeCampaign, november, report, selat } from "./selat-basarang";

const at = new Date(`${november(12)}T08:00:00Z`);
let dinkes: Actor;
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  await report(campaign, [...selat, ...basarang], [1, 12]);
});

const target = (people: Readonly<Record<string, number>>, day?: number) =>
  loadTargets(dinkes, campaign, people, day);
const whole = (day?: number) => wholeAtAllDoors(dinkes, campaign, day);
const behind = (place: string, day?: number) => linesBehind(dinkes, campaign, place, day);

describe("a figure of the kabupaten itself", () => {
  it("divides all doses, and what its units add up to stands beside it", async () => {
    await target({ "62.03": 4_560 });
    expect(await whole()).toEqual([720, 4_560, 0, 0]);
    await target(each(selat, 700));
    expect(await whole()).toEqual([720, 4_560, 2_800, 0]);
    expect(await query("select * from roll_up_differences('62.03', $1)", [campaign.id])).toEqual(
      [],
    );
  });

  it("is enough to show coverage, in places without any too", async () => {
    const grant = grantOf(dinkes, "coverage:read");
    const params = parseCoverageParams({}, campaign, november(12));
    const screens = async () => {
      const found = [undefined, "62.03.01", selat[0]].map((place) =>
        readCoverage(grant, campaign, params, place),
      );
      return (await Promise.all(found)).map((reading) => reading?.view.isWithoutTargets);
    };
    expect(await screens()).toEqual([true, true, true]);
    await target({ "62.03": 4_560 });
    expect(await screens()).toEqual([false, false, false]);
  });

  it("makes no unit, and owes no report", async () => {
    await target({ "62.03": 4_560 });
    expect(await query("select count(*)::int from reporting_unit")).toEqual([{ count: 6 }]);
    const { total } = await coverageOf(grantOf(dinkes, "coverage:read"), campaign, {}, at);
    expect(total[0]).toMatchObject({ reportsExpected: 72, reportsReceived: 72 });
  });

  it("leaves units and kecamatan with their own", async () => {
    await target({ "62.03": 4_560, ...each(selat, 100) });
    const { rows } = await coverageOf(grantOf(dinkes, "coverage:read"), campaign, {}, at);
    expect(
      rows.map(({ code, dosesAdministered, targetPopulation, targetDetail }) => [
        code,
        dosesAdministered,
        targetPopulation,
        targetDetail,
      ]),
    ).toEqual([
      ["62.03.01", 480, 400, null],
      ["62.03.02", 240, null, null],
    ]);
  });

  it("decides by date as every other: trend and earlier days keep the former one", async () => {
    await target({ "62.03": 1_000 }, 1);
    await target({ "62.03": 2_000 }, 10);
    await target({ "62.03": 500 }, 1);
    expect([(await whole(9))?.[1], (await whole(10))?.[1]]).toEqual([500, 2_000]);
    const { days } = await readTrend(grantOf(dinkes, "coverage:read"), campaign, {}, at);
    const line = [9, 10].map((day) => days.find((told) => told.day === november(day)));
    // 95 % of 500 on day 9 of 30, of 2,000 on day 10.
    expect(line.map((told) => told?.runningTarget)).toEqual([143, 633]);
  });

  it("is in the table of targets with its versions, and no unit is missing one", async () => {
    await target({ "62.03": 4_560, ...each(selat, 700) });
    const grant = grantOf(dinkes, "target:import");
    const people = await peopleInForce(grant, campaign, { round: 1, subdistrict: null });
    expect(people.find(({ place }) => place === "")).toMatchObject({
      people: 4_560,
      detail: 2_800,
    });
    expect(await unitsWithoutTarget(grant, campaign, { source: "local", round: 1 })).toEqual([]);
    const cell = {
      source: "local",
      unit: "62.03",
      intervention: "MR",
      targetGroup: "anak",
    } as const;
    expect(await cellVersions(grant, campaign, cell)).toMatchObject([{ people: 4_560 }]);
    expect(await listTargetSets(grant, campaign)).toMatchObject([{ rows: 5, people: 7_360 }]);
  });
});

describe("a figure of a kecamatan itself", () => {
  it("divides there, and is a part of the kabupaten's sum", async () => {
    await target({ "62.03.01": 900, ...each(selat.slice(0, 2), 100), ...each(basarang, 150) });
    const { rows } = await coverageOf(grantOf(dinkes, "coverage:read"), campaign, {}, at);
    expect(
      rows.map((row) => [row.dosesAdministered, row.targetPopulation, row.targetDetail]),
    ).toEqual([
      [480, 900, 200],
      [240, 300, null],
    ]);
    expect(await whole()).toEqual([720, 1_200, 500, 0]);

    const params = parseCoverageParams({}, campaign, november(12));
    const grant = grantOf(dinkes, "coverage:read");
    const screen = await readCoverage(grant, campaign, params, undefined);
    expect(screen?.view.parts.map((row) => [row.code, row.targetPopulation])).toEqual([
      ["62.03.01", 900],
      ["62.03.02", 300],
    ]);
    const own = await readCoverage(grant, campaign, params, "62.03.01");
    expect(own?.view.total).toMatchObject({ targetPopulation: 900, targetDetail: 200 });
  });
});

describe("the list behind a target number", () => {
  const units = (codes: readonly string[], people: number) =>
    codes.map((code) => [code, people, false]);

  it("has the kabupaten's own figure as its one line", async () => {
    await target({ "62.03": 32_415, "62.03.02": 300, ...each(selat, 700) });
    expect(await behind("62.03")).toEqual({
      people: 32_415,
      lines: [["62.03", 32_415, true]],
      subdistricts: ["Kabupaten Kapuas"],
    });
    expect((await behind("62.03.01")).lines).toEqual(units(selat, 700));
  });

  it("has a kecamatan's own beside the units of the others, and adds up to the number", async () => {
    await target({ "62.03.01": 900, ...each(selat.slice(0, 2), 100), ...each(basarang, 150) });
    expect(await behind("62.03")).toMatchObject({
      people: (await whole())?.[1],
      lines: [["62.03.01", 900, true], ...units(basarang, 150)],
    });
    expect(await behind("62.03.01")).toMatchObject({
      people: 900,
      lines: [["62.03.01", 900, true]],
    });
    expect((await behind("62.03.02")).people).toBe(300);
  });

  it("has the figure that decided on the day", async () => {
    await target({ "62.03": 1_000 }, 1);
    await target({ "62.03": 2_000 }, 10);
    expect([(await behind("62.03", 9)).people, (await behind("62.03", 10)).people]).toEqual([
      1_000, 2_000,
    ]);
  });
});

describe("a figure of a larger place is corrected in place", () => {
  const correction = {
    unit: "62.03",
    intervention: "MR",
    targetGroup: "anak",
    round: 1,
    source: "local",
    asOf: november(12),
    inForceFrom: undefined,
    decree: "SK 7/2026",
    reason: "Salah ketik",
  } as const;
  const correct = (change: { readonly unit?: string; people: number; seen: number | null }) =>
    correctTarget(grantOf(dinkes, "target:import"), campaign, { ...correction, ...change }, at);

  it("as a version with its day, decree and reason, from the day of the wrong one on", async () => {
    await target({ "62.03": 32_451 });
    const stored = await correct({ people: 32_415, seen: 32_451 });
    expect(stored.kind).toBe("stored");
    expect([(await whole(1))?.[1], (await whole())?.[1]]).toEqual([32_415, 32_415]);
    const versions = await cellVersions(grantOf(dinkes, "target:import"), campaign, correction);
    expect(versions).toMatchObject([
      { people: 32_415, asOf: november(12), decree: "SK 7/2026", reason: "Salah ketik" },
      { people: 32_451, asOf: november(1) },
    ]);
    expect(await correct({ people: 9, seen: 32_451 })).toEqual({ kind: "changed", now: 32_415 });
  });

  it("where its number is no sum of its units", async () => {
    await target({ "62.03.01": 900, ...each(basarang, 150) });
    const grant = grantOf(dinkes, "target:import");
    const people = await peopleInForce(grant, campaign, { round: 1, subdistrict: null });
    const own = people.filter(({ isOwn }) => isOwn).map(({ place }) => place);
    expect([people.length, own]).toEqual([3, ["62.03.01"]]);
    const units = await peopleInForce(grant, campaign, { round: 1, subdistrict: "62.03.02" });
    expect(units.filter(({ isOwn }) => isOwn).map(({ place }) => place)).toEqual([...basarang]);
  });
});

describe("a file", () => {
  const file = (lines: readonly string[]) =>
    Buffer.from(["kode;nama;MR 9–59 bulan", ...lines].join("\n"));
  async function read(lines: readonly string[]) {
    const grant = grantOf(dinkes, "target:import");
    const found = await readTargets(grant, campaign, file(lines), {
      asOf: november(1),
      answers: new Map(),
    });
    if (!("check" in found) || found.check === null) throw new Error("the file was not read");
    return found.check;
  }

  it("gives a figure of a larger place by its code", async () => {
    const { cells, rejected } = await read(["62.03;Kabupaten Kapuas;4560", "62.03.01;Selat;900"]);
    expect(rejected).toEqual([]);
    expect(cells.map(({ unit, people }) => [unit, people])).toEqual([
      ["62.03", 4_560],
      ["62.03.01", 900],
    ]);
  });

  it("gives a sum, and no figure of its own, above the lines of its units", async () => {
    const { cells, rejected } = await read([
      "62.03.01;Selat;900",
      `${String(selat[0])};Desa 1;900`,
    ]);
    expect(cells.map(({ unit }) => unit)).toEqual([selat[0]]);
    expect(rejected).toMatchObject([{ code: "isSubdistrict" }]);
  });

  it("has in the template the figures of larger places, and reads them as they were", async () => {
    await target({ "62.03": 4_560, "62.03.01": 900, ...each(selat, 100) });
    const grant = grantOf(dinkes, "target:import");
    const cells = await standingCells(grant, campaign, { source: "local", on: november(12) });
    for (const ownMark of ["angka sendiri", "own figure"]) {
      const places = {
        units: await listNamedUnits(grant, campaign),
        largerPlaces: await listRegions(grant, campaign),
        ownMark,
      };
      const rows = targetTemplateRows(places, targetColumns(campaign, "putaran"), cells);
      expect(rows.slice(-2)).toEqual([
        ["62.03", "Kabupaten Kapuas", ownMark, 4_560],
        ["62.03.01", "Selat", ownMark, 900],
      ]);
      const lines = ["kode;nama;kecamatan;MR 9–59 bulan", ...rows.map((row) => row.join(";"))];
      const found = await readTargets(grant, campaign, Buffer.from(lines.join("\n")), {
        asOf: november(1),
        answers: new Map(),
      });
      if (!("check" in found) || found.check === null) throw new Error("the file was not read");
      expect([found.check.rejected, found.check.rowsSkipped]).toEqual([[], basarang.length]);
      expect(found.check.cells.map(({ unit, people }) => [unit, people])).toEqual([
        ...selat.map((code) => [code, 100]),
        ["62.03", 4_560],
        ["62.03.01", 900],
      ]);
    }
  });
});

it("says of a village that reports nothing here that it is no unit, not that it is unknown", async () => {
  await query(
    "delete from reporting_unit where code = $1 and not exists (select from daily_report where unit_code = $1)",
    ["62.03.01.1007"],
  );
  const { rejected } = await target({ "62.03.01.1007": 10 });
  expect(rejected).toMatchObject([{ field: "unit", code: "isRegion" }]);
});
