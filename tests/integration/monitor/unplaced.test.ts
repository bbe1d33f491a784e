import { emptyDatabase } from "@/tests/support/database";

import { beforeAll, describe, expect, it } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { unplacedCode } from "@/lib/campaign/unplaced";
import { changeCampaign } from "@/lib/campaign/server/change-commands";
import { campaignChange } from "@/lib/campaign/schema";
import { findCampaign } from "@/lib/campaign/server/queries";
import { listNamedUnits } from "@/lib/campaign/target-population/server/queries";
import { readEntryKit } from "@/lib/device/offline/kit/server/queries";
import { parseCompletenessParams } from "@/lib/monitor/completeness/params";
import { readCompleteness } from "@/lib/monitor/completeness/server/read";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { ranked } from "@/lib/monitor/coverage/rows";
import { readCoverage, subdistrictsOf } from "@/lib/monitor/coverage/server/read";
import { isGivenOnly } from "@/lib/monitor/summary/part";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { entryPlaces } from "@/lib/report/server/queries";
import { filtered, readQualityParams } from "@/lib/monitor/quality/params";
import { currentFindings } from "@/lib/monitor/quality/server/kept-queries";
import { readUnplaced } from "@/lib/monitor/quality/server/queries";
import { askReopening } from "@/lib/report/verification/server/reopening-commands";
import { dayAccess, openQuestions } from "@/lib/report/verification/server/reopening-queries";
import { placeProgress, queueReports } from "@/lib/report/verification/server/queue-queries";
import { coverageOf } from "@/lib/server/api/coverage";
import { sourcesOf } from "@/lib/server/api/sources";

import { basarang, grantOf, makeCampaign, mrBody, november, report, selat } from "./selat-basarang";

const at = new Date(`${november(12)}T08:00:00Z`);
const today = november(12);
const opd = ["opd-kesehatan", "opd-pendidikan"];
const unplaced = { code: unplacedCode, name: "Di luar kecamatan" };

let dinkes: Actor;
let campaign: Campaign;

/** Offices of the kabupaten beside villages of two kecamatan: they reported most of all. */
beforeAll(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
  await changeCampaign(
    grantOf(dinkes, "campaign:manage"),
    campaign,
    campaignChange.parse({
      ...mrBody,
      removedUnits: [],
      reportingUnits: opd.map((code) => ({
        code,
        name: code,
        kind: "office",
        regionCode: "62.03",
      })),
    }),
    { today },
  );
  const changed = await findCampaign(dinkes, campaign.slug);
  if (!changed) throw new Error("the campaign is not there");
  campaign = changed;
  await report(campaign, selat, [10, 12]);
  await report(campaign, basarang, [11, 12]);
  await report(campaign, opd, [1, 12]);
});

/** The places that a list names, in its order. */
const named = (places: readonly { readonly code: string; readonly name: string }[]) =>
  places.map(({ code, name }) => ({ code, name }));

const kecamatan = [
  { code: "62.03.01", name: "Selat" },
  { code: "62.03.02", name: "Basarang" },
];

describe("units that lie in no kecamatan", () => {
  it("are a group of their own, last and never ranked, on the coverage screens", async () => {
    const grant = grantOf(dinkes, "coverage:read");
    const params = parseCoverageParams({}, campaign, today);
    const screen = await readCoverage(grant, campaign, params, undefined);
    if (!screen) throw new Error("the kabupaten is not there");
    expect(named(screen.view.parts)).toEqual([...kecamatan, unplaced]);
    expect(screen.view.rankedParts).toBe(2);
    expect(named(ranked(screen.view.parts, "coverage")).at(-1)).toEqual(unplaced);
    expect(screen.view.matrix.at(-1)).toMatchObject(unplaced);
    expect(named(subdistrictsOf(screen.readable))).toEqual([
      { code: "62.03.02", name: "Basarang" },
      { code: "62.03.01", name: "Selat" },
      unplaced,
    ]);
    // Its own page, and the kabupaten's code is the kabupaten.
    const own = await readCoverage(grant, campaign, params, unplacedCode);
    expect(own?.view.root).toMatchObject({ ...unplaced, kind: "subdistrict" });
    expect(own?.view.total.dosesAdministered).toBe(240);
    const whole = await readCoverage(grant, campaign, params, "62.03");
    expect(whole?.view.root.kind).toBe("district");
  });

  it("stand beside the summary's places, in none of its counts and sentences", async () => {
    const summary = await readSummary(grantOf(dinkes, "coverage:read"), campaign, { today });
    // Nobody has a target population, so they are compared by what was given, most first.
    expect(isGivenOnly(summary.parts)).toBe(true);
    expect(summary.parts.map(({ name }) => name)).toEqual(["Selat", "Basarang"]);
    expect(summary.unplaced).toMatchObject(unplaced);
    expect(summary.interventions[0]?.assessment.dosesAdministered).toBe(400);
    expect(summary.reports?.completeParts).toBe(2);
  });

  it("are the last row of the API, and its code leads to their reports", async () => {
    const grant = grantOf(dinkes, "coverage:read");
    const { rows } = await coverageOf(grant, campaign, {}, at);
    expect(named(rows)).toEqual([...kecamatan, unplaced]);
    const { reports } = await sourcesOf(
      grant,
      campaign,
      { by: "subdistrict", code: unplacedCode },
      at,
    );
    expect(reports).toBe(24);
  });

  it("are a row of the calendar that no count of kecamatan holds", async () => {
    const grant = grantOf(dinkes, "completeness:read");
    const moment = { today, now: at };
    const view = await readCompleteness(
      grant,
      campaign,
      parseCompletenessParams({}, campaign, today),
      moment,
    );
    expect(view?.rows.map(({ code, received }) => [code, received])).toEqual([
      ["62.03.01", 12],
      ["62.03.02", 4],
      [unplacedCode, 24],
    ]);
    expect([view?.countedRows, view?.completeRows]).toEqual([2, 2]);
    const own = await readCompleteness(
      grant,
      campaign,
      parseCompletenessParams({ kecamatan: unplacedCode }, campaign, today),
      moment,
    );
    expect(own?.root).toMatchObject(unplaced);
    expect(own?.rows).toHaveLength(2);
  });

  it("are the last choice where reports are typed, on the server and on a device", async () => {
    const grant = grantOf(dinkes, "tally:submit");
    const [round] = campaign.rounds;
    if (!round) throw new Error("no round");
    const places = await entryPlaces(grant, campaign, { round, day: today });
    expect(named(places)).toEqual([...kecamatan, unplaced]);
    const kit = await readEntryKit(grant, campaign, at);
    expect(kit.units.at(-1)).toMatchObject({
      subdistrictCode: unplacedCode,
      subdistrictName: unplaced.name,
    });
  });

  it("have their own reports in the queue, and days that are opened for them alone", async () => {
    const grant = grantOf(dinkes, "report:verify");
    expect(named(await placeProgress(grant, campaign))).toEqual([...kecamatan, unplaced]);
    const filter = { place: unplacedCode, day: today, status: null };
    const { reports } = await queueReports(grant, campaign, filter);
    expect(reports.map(({ placeName }) => placeName)).toEqual([unplaced.name, unplaced.name]);

    const submit = grantOf(dinkes, "tally:submit");
    const wish = { place: unplacedCode, day: november(3), reason: "Rapat" };
    expect(await askReopening(submit, campaign, wish, { at })).toBe("asked");
    const [question] = await openQuestions(grant, campaign);
    expect(question).toMatchObject({ place: unplacedCode, placeName: unplaced.name });
    const opening = { ...wish, at };
    expect((await dayAccess(submit, campaign, opening)).latest).not.toBeNull();
    const elsewhere = await dayAccess(submit, campaign, { ...opening, place: "62.03.01" });
    expect(elsewhere.latest).toBeNull();
  });

  it("have their own findings where data quality is looked through, and no others there", async () => {
    const grant = grantOf(dinkes, "quality:review");
    const findings = await currentFindings(grant, campaign, { today, at });
    const groups = await readUnplaced(grant, campaign);
    expect(named(groups)).toEqual([unplaced]);
    const params = readQualityParams({ kecamatan: unplacedCode, keadaan: "semua" }, groups);
    expect(params.subdistrict).toBe(unplacedCode);
    const shown = filtered(findings, params, groups);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every(({ place }) => opd.includes(place?.code ?? ""))).toBe(true);
    expect(
      findings.filter((each) => !shown.includes(each)).map(({ place }) => place?.code),
    ).not.toContain(opd[0]);
    expect(await readUnplaced(grantOf(dinkes, "quality:review", "62.03.01"), campaign)).toEqual([]);
  });

  it("are named so where target populations are listed", async () => {
    const units = await listNamedUnits(grantOf(dinkes, "target:import"), campaign);
    expect(units.at(-1)).toMatchObject({
      subdistrictCode: unplacedCode,
      subdistrictName: unplaced.name,
    });
  });
});
