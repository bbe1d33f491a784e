import { emptyDatabase, rewrite } from "@/tests/support/database";

import { beforeEach, describe, expect, it } from "vitest";

import { coverageOf } from "@/lib/server/api/coverage";
import type { Actor } from "@/lib/account/auth/policy";
import { findCampaign } from "@/lib/campaign/server/queries";
import { coverageCsv, coverageCsvColumns } from "@/lib/monitor/coverage/csv";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { statusWord } from "@/lib/monitor/assessment";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { explainFinding } from "@/lib/monitor/quality/server/commands";
import { readFindings } from "@/lib/monitor/quality/server/queries";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";

import { basarang, grantOf, makeCampaign, november, report, selat } from "./selat-basarang";

let dinkes: Actor;

const [spiked = ""] = selat;

beforeEach(async () => {
  await emptyDatabase();
  const { dinkes: officer, campaign } = await makeCampaign();
  dinkes = officer;
  await importTargetPopulations(
    grantOf(dinkes, "target:import"),
    campaign,
    {
      source: "local",
      asOf: november(1),
      decree: undefined,
      rows: [...selat, ...basarang].map((unit) => ({
        unit,
        intervention: "MR",
        targetGroup: "anak",
        people: 200,
      })),
    },
    { isDryRun: false, at: new Date("2026-11-01T00:00:00Z") },
  );
  await report(campaign, [...selat, ...basarang], [1, 9]);
  // A total typed for a day: 587,903 where ten are usual.
  await rewrite("update tally set residents = 587903 where unit_code = $1 and day = $2", [
    spiked,
    november(9),
  ]);
});

async function campaignNow() {
  const found = await findCampaign(dinkes, "mr-kapuas");
  if (!found) throw new Error("no campaign");
  return found;
}

/** What each door says of the whole, and which findings it names. */
async function doors(day = 9) {
  const campaign = await campaignNow();
  const grant = grantOf(dinkes, "coverage:read");
  const address = day === 9 ? {} : { sampai: november(day) };
  const params = parseCoverageParams(address, campaign, november(9));
  const at = new Date(`${november(9)}T08:00:00Z`);
  const asOf = day === 9 ? {} : { asOf: november(day) };
  const [summary, reading, byVillage, api] = await Promise.all([
    readSummary(grant, campaign, { today: november(9), on: november(day) }),
    readCoverage(grant, campaign, params, undefined),
    coverageOf(grant, campaign, { by: "unit", ...asOf }, at),
    coverageOf(grant, campaign, asOf, at),
  ]);
  if (!reading) throw new Error("no reading");
  const csv = coverageCsv(campaign, params, reading.view, {
    column: (name) => name,
    status: (status) => status,
    scope: (scope) => scope,
    source: (source) => source,
    allGroups: "",
    total: "",
    sample: "",
    published: "",
    ended: ({ unit }) => `ended ${unit}`,
    twoLevels: ({ name }) => name,
  });
  return { summary, view: reading.view, byVillage, api, csv };
}

describe("a spike under an open finding", () => {
  it("is marked at every door where the goal is reached with it", async () => {
    const { summary, view, byVillage, api, csv } = await doors();

    const [mr] = summary.interventions;
    expect(mr && statusWord(mr.assessment)).toBe("doubtful");
    expect(mr?.sentence).toEqual({ kind: "doubtful", doses: 587_903 });
    expect(summary.below).toBeNull();
    expect(summary.doubts).toMatchObject([
      { rule: "moreThanRemaining", unit: { code: spiked }, day: november(9), doses: 587_903 },
    ]);
    expect(summary.reached).toMatchObject({ reached: 0, newly: 0 });

    expect(statusWord(view.total)).toBe("doubtful");
    expect(view.parts.map(statusWord)).toEqual(["doubtful", "onTrack"]);
    expect(view.statuses).toMatchObject({ reached: 0, doubtful: 1, onTrack: 1 });
    expect(view.doubts).toHaveLength(1);

    expect(api.total).toMatchObject([
      { status: "reached", isDoubtful: true, doubtfulDoses: 587_903 },
    ]);
    expect(api.doubts).toMatchObject([{ unit: spiked, rule: "moreThanRemaining", doses: 587_903 }]);
    expect(byVillage.rows.filter(({ isDoubtful }) => isDoubtful).map(({ code }) => code)).toEqual([
      spiked,
    ]);

    const line = csv.find(([code]) => code === "62.03.01");
    expect(line?.[coverageCsvColumns.indexOf("status")]).toBe("doubtful");
    expect(line?.[coverageCsvColumns.indexOf("doubtfulDoses")]).toBe(587_903);
  });

  it("is no matter on a day before it", async () => {
    const { summary, view, api } = await doors(8);
    expect(summary.interventions[0]?.assessment).toMatchObject({
      doubtfulDoses: 0,
      isDoubtful: false,
    });
    expect(view.total).toMatchObject({ doubtfulDoses: 0, isDoubtful: false });
    expect(api.doubts).toEqual([]);
  });

  it("stops to be in doubt once every finding of it is explained, and is again when one is not", async () => {
    const at = new Date(`${november(9)}T09:00:00Z`);
    const grant = grantOf(dinkes, "quality:review");
    const campaign = await campaignNow();
    const findings = await readFindings(grant, campaign, november(9));
    for (const { rule, subject, facts } of findings) {
      const note = "Kampanye massal di lapangan kabupaten";
      await explainFinding(
        grant,
        campaign,
        { rule, subject, facts, note },
        { at, today: november(9) },
      );
    }
    const { summary, view, api } = await doors();
    expect(summary.interventions[0]?.sentence).toMatchObject({ kind: "reached" });
    expect(statusWord(view.total)).toBe("reached");
    expect(api.total).toMatchObject([{ isDoubtful: false, doubtfulDoses: 0 }]);

    // One dose more is another fact: the explanation holds for what it was written on.
    await rewrite("update tally set residents = 587904 where unit_code = $1 and day = $2", [
      spiked,
      november(9),
    ]);
    expect(statusWord((await doors()).view.total)).toBe("doubtful");
  });
});
