import { expect } from "vitest";

import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { parseSourceParams } from "@/lib/monitor/source/params";
import { readSource } from "@/lib/monitor/source/server/read";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { coverageOf } from "@/lib/server/api/coverage";

import { grantOf, november } from "./selat-basarang";

const at = new Date(`${november(12)}T08:00:00Z`);

/** Loads target populations of MR by the codes of their places, as a set of a day of November. */
export function loadTargets(
  dinkes: Actor,
  campaign: Campaign,
  people: Readonly<Record<string, number>>,
  day = 1,
) {
  return importTargetPopulations(
    grantOf(dinkes, "target:import"),
    campaign,
    {
      source: "local",
      asOf: november(day),
      decree: undefined,
      rows: Object.entries(people).map(([unit, number]) => ({
        unit,
        intervention: "MR",
        targetGroup: "anak",
        people: number,
      })),
    },
    { isDryRun: false, at },
  );
}

export const each = (units: readonly string[], people: number) =>
  Object.fromEntries(units.map((unit) => [unit, people]));

/** Doses, target population, what units add up to, doses beside: at four doors, which agree. */
export async function wholeAtAllDoors(dinkes: Actor, campaign: Campaign, day = 12) {
  const grant = grantOf(dinkes, "coverage:read");
  const { total } = await coverageOf(grant, campaign, { asOf: november(day) }, at);
  const byUnit = await coverageOf(grant, campaign, { asOf: november(day), by: "unit" }, at);
  const summary = await readSummary(grant, campaign, { today: november(12), on: november(day) });
  const params = parseCoverageParams({ sampai: november(day) }, campaign, november(12));
  const screen = await readCoverage(grant, campaign, params, undefined);
  const doors = [
    total[0],
    byUnit.total[0],
    summary.interventions[0]?.assessment,
    screen?.view.total,
  ].map((row) => [
    row?.dosesAdministered,
    row?.targetPopulation,
    row?.targetDetail,
    row?.dosesWithoutTarget,
  ]);
  expect(new Set(doors.map(String)).size).toBe(1);
  return doors[0];
}

/** The list behind a target number: its sum, and place, people and kind of each line. */
export async function linesBehind(dinkes: Actor, campaign: Campaign, place: string, day = 12) {
  const address = { wilayah: place, angka: "sasaran", intervensi: "MR", sampai: november(day) };
  const params = parseSourceParams(address, campaign, november(12));
  const page = { limit: 50, offset: 0, sets: null };
  const found = await readSource(grantOf(dinkes, "coverage:read"), campaign, params, page);
  if (found?.kind !== "people") throw new Error("no list of a target population");
  expect(found.sums.lines).toBe(found.lines.length);
  return {
    people: found.sums.people,
    lines: found.lines.map((line) => [line.unit, line.linePeople, line.isOwn]),
    subdistricts: [...new Set(found.lines.map((line) => line.subdistrictName))],
  };
}
