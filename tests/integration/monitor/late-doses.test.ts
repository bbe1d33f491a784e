import { emptyDatabase, query, rewrite } from "@/tests/support/database";

import { NextIntlClientProvider } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it } from "vitest";

import { PrintedChanges } from "@/components/monitor/summary/print-notes";
import { LateDoses } from "@/components/monitor/summary/since-yesterday";
import { readTrend } from "@/lib/server/api/trend";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { catalogues } from "@/lib/base/i18n/messages";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";

import { basarang, grantOf, makeCampaign, november, report, selat } from "./selat-basarang";

let dinkes: Actor;
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
});

function summaryOn(day: number, on?: number) {
  return readSummary(grantOf(dinkes, "coverage:read"), campaign, {
    today: november(day),
    on: on === undefined ? undefined : november(on),
  });
}

/** Says that the reports so far came before 6 November began, and the next ones on it. */
async function night() {
  await rewrite(
    `update daily_report set first_received_at = day + time '05:00', received_at = day + time '05:00'`,
  );
  await query(`update tally_history set recorded_at = timestamptz '2026-11-05 05:00Z'`);
}

it("tells what today brought from what came late", async () => {
  await report(campaign, basarang, [1, 5]);
  await report(campaign, selat, [1, 3]);
  await night();
  await report(campaign, selat, [4, 5]);
  await report(campaign, basarang, [6, 6]);
  await rewrite(
    `update daily_report set first_received_at = '2026-11-06 05:00Z', received_at = '2026-11-06 05:00Z'
     where day = '2026-11-06' or (unit_code = any($1) and day in ('2026-11-04', '2026-11-05'))`,
    [selat],
  );

  // Two villages today, and four villages' two days, ten doses each.
  const [mr] = (await summaryOn(6)).interventions;
  expect(mr).toMatchObject({ today: 20, late: 80 });
  expect(mr?.assessment.dosesAdministered).toBe(100 + 120 + 80 + 20);
});

it("adds up to what the total gained since midnight, on the page, the print and in the API", async () => {
  // One village of Selat has no target population: its late doses are in no total that is divided.
  const [untargeted = "", ...others] = selat;
  await importTargetPopulations(
    grantOf(dinkes, "target:import"),
    campaign,
    {
      source: "local",
      asOf: november(1),
      decree: undefined,
      rows: [...others, ...basarang].map((unit) => ({
        unit,
        intervention: "MR",
        targetGroup: "anak",
        people: 300,
      })),
    },
    { isDryRun: false, at: new Date("2026-11-01T00:00:00Z") },
  );
  await report(campaign, basarang, [1, 5]);
  await report(campaign, others, [1, 3]);
  await night();
  const yesterday = (await summaryOn(5)).interventions[0]?.assessment.dosesAdministered ?? 0;

  await report(campaign, others, [5, 5]);
  await report(campaign, [untargeted], [4, 4]);
  await report(campaign, basarang, [6, 6]);
  await rewrite(
    `update daily_report set first_received_at = '2026-11-06 05:00Z', received_at = '2026-11-06 05:00Z'
     where received_at > '2026-11-06'`,
  );
  const corrected = [basarang[0], "2026-11-02"];
  await rewrite(`update tally set residents = 4 where unit_code = $1 and day = $2`, corrected);
  await rewrite(
    `update daily_report set received_at = '2026-11-06 05:00Z' where unit_code = $1 and day = $2`,
    corrected,
  );
  await query(
    `update tally_history set recorded_at = '2026-11-06 05:00Z' where recorded_at > '2026-11-06'`,
  );

  const summary = await summaryOn(6);
  const [mr] = summary.interventions;
  // Two villages today; three villages' day 5, less six of a correction.
  expect(mr).toMatchObject({ today: 20, late: 30 - 6 });
  expect((mr?.assessment.dosesAdministered ?? 0) - yesterday).toBe(20 + 24);

  const trend = (query: Parameters<typeof readTrend>[2], now = "2026-11-06T08:00:00Z") =>
    readTrend(grantOf(dinkes, "coverage:read"), campaign, query, new Date(now));
  const told = [{ intervention: "MR", targetGroup: null, change: 44, today: 20, late: 24 }];
  expect((await trend({})).sinceYesterday).toEqual(told);
  expect((await trend({ targetGroup: "anak" })).sinceYesterday).toEqual(told);
  expect((await trend({ asOf: november(5) })).sinceYesterday).toBeNull();
  expect((await trend({}, "2026-12-02T08:00:00Z")).sinceYesterday).toBeNull();

  for (const Part of [LateDoses, PrintedChanges]) {
    const page = createElement(NextIntlClientProvider, {
      locale: "id",
      timeZone: campaign.timeZone,
      messages: catalogues.id,
      children: createElement(Part, { summary, campaign }),
    });
    expect(renderToStaticMarkup(page).replaceAll(/<[^>]*>/g, "")).toContain(
      "Campak-rubela (MR) +44 sejak kemarin: hari ini +20, susulan +24.",
    );
  }
});

it("counts a correction by what it changed, and nothing where nothing came", async () => {
  await report(campaign, basarang, [1, 5]);
  await night();
  expect((await summaryOn(6)).interventions[0]).toMatchObject({ today: 0, late: 0 });

  await rewrite(`update tally set residents = 4 where unit_code = $1 and day = '2026-11-02'`, [
    basarang[0],
  ]);
  await rewrite(
    `update daily_report set received_at = '2026-11-06 05:00Z' where unit_code = $1 and day = '2026-11-02'`,
    [basarang[0]],
  );
  await query(`update tally_history set recorded_at = '2026-11-06 05:00Z'`);
  expect((await summaryOn(6)).interventions[0]).toMatchObject({ today: 0, late: -6 });
});

it("stands on a day in the past, judged by that day", async () => {
  await report(campaign, [...basarang, ...selat], [1, 9]);

  const past = await summaryOn(9, 4);
  expect(past).toMatchObject({ today: november(4), isPast: true, base: { day: 4 } });
  expect(past.interventions[0]).toMatchObject({ today: 60, yesterday: 60, late: 0 });
  expect(past.interventions[0]?.assessment.dosesAdministered).toBe(240);
  // A day that has not come is today.
  expect(await summaryOn(9, 12)).toMatchObject({ today: november(9), isPast: false });
});
