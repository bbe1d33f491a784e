import { emptyDatabase, rewrite } from "@/tests/support/database";

import { NextIntlClientProvider } from "next-intl";
import { createElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it } from "vitest";

import { MatrixPanel } from "@/components/monitor/coverage/matrix-panel";
import { TilePanel } from "@/components/monitor/coverage/tile-panel";
import { PartTable } from "@/components/monitor/summary/part-table";
import { PrintTable } from "@/components/monitor/summary/print-table";
import { PrintVerdicts } from "@/components/monitor/summary/print-verdicts";
import { coverageOf } from "@/lib/server/api/coverage";
import type { Actor } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { catalogues } from "@/lib/base/i18n/messages";
import { coverageCsv, coverageCsvColumns } from "@/lib/monitor/coverage/csv";
import { coverageLinks } from "@/lib/monitor/coverage/links";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import { readCoverage } from "@/lib/monitor/coverage/server/read";
import { readSummary } from "@/lib/monitor/summary/server/queries";
import { tileLayout } from "@/lib/base/region/tile-layout";
import { importTargetPopulations } from "@/lib/campaign/target-population/server/commands";

import { basarang, grantOf, makeCampaign, november, report } from "./selat-basarang";

const today = november(1);
const basarangs = "62.03.02";
let dinkes: Actor;
let campaign: Campaign;

beforeEach(async () => {
  await emptyDatabase();
  ({ dinkes, campaign } = await makeCampaign());
});

/** One village has given doses to so many of its people; no other has a target population. */
async function given(doses: number, people: number) {
  const [unit = ""] = basarang;
  const row = { unit, intervention: "MR", targetGroup: "anak", people };
  await importTargetPopulations(
    grantOf(dinkes, "target:import"),
    campaign,
    { source: "local", asOf: today, decree: undefined, rows: [row] },
    { isDryRun: false, at: new Date(`${today}T00:00:00Z`) },
  );
  await report(campaign, [unit], [1, 1]);
  await rewrite("update tally set residents = $1", [doses]);
}

/** The words of a part of a page, without its marks. */
function wordsOf(children: ReactNode): string {
  const page = createElement(NextIntlClientProvider, {
    locale: "id",
    timeZone: campaign.timeZone,
    messages: catalogues.id,
    children,
  });
  return renderToStaticMarkup(page).replaceAll(/<[^>]*>/g, " ");
}

it.each([
  [19_999, 20_000, "99,9%", "99,99"],
  [2_999, 3_000, "99,9%", "99,97"],
  [20_000, 20_000, "100,0%", "100,00"],
  [20_001, 20_000, "100,0%", "100,01"],
])("%d of %d is %s at every door", async (doses, people, onScreen, inFile) => {
  await given(doses, people);
  const grant = grantOf(dinkes, "coverage:read");
  const params = parseCoverageParams({}, campaign, today);
  const [summary, reading, api] = await Promise.all([
    readSummary(grant, campaign, { today }),
    readCoverage(grant, campaign, params, undefined),
    coverageOf(grant, campaign, {}, new Date(`${today}T08:00:00Z`)),
  ]);
  if (!reading) throw new Error("no reading");
  const { view } = reading;
  const props = { campaign, params, view, links: coverageLinks(campaign, params, null) };
  const layout = tileLayout(
    campaign.districtCode,
    view.parts.map(({ code }, index) => ({ code, gridRow: 1, gridColumn: index + 1 })),
  );

  const pages = {
    table: wordsOf(createElement(PartTable, { summary, campaign })),
    printedVerdicts: wordsOf(createElement(PrintVerdicts, { summary, campaign })),
    printedTable: wordsOf(createElement(PrintTable, { summary, campaign })),
    matrix: wordsOf(createElement(MatrixPanel, props)),
    tiles: wordsOf(createElement(TilePanel, { ...props, layout })),
  };
  for (const [door, words] of Object.entries(pages)) {
    expect(words, door).toContain(onScreen);
    if (doses < people) expect(words, door).not.toMatch(/\b100(,0+)?\s*%/);
  }

  const [heads, ...lines] = coverageCsv(campaign, params, view, {
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
  expect(heads).toEqual([...coverageCsvColumns]);
  const at = (name: (typeof coverageCsvColumns)[number]) => coverageCsvColumns.indexOf(name);
  expect(lines.filter((line) => line[at("dosesAdministered")] === doses)).toHaveLength(2);
  for (const line of lines.filter((each) => each[at("dosesAdministered")] === doses)) {
    expect(line[at("coverage")]).toBe(inFile);
  }

  for (const row of [...api.rows.filter(({ code }) => code === basarangs), ...api.total]) {
    expect(row.coverage).toBe(doses / people);
    expect(JSON.parse(JSON.stringify(row.coverage)) < 1).toBe(doses < people);
  }
});
