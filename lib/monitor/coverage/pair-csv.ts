import { otherSource, type Campaign, type TargetSource } from "@/lib/campaign/campaign";
import { coverageDifference } from "@/lib/coverage/difference";
import { dropoutTenths } from "@/lib/coverage/dropout";
import { percentHundredths } from "@/lib/coverage/percent";

import { hasCoverage, type Assessment } from "@/lib/monitor/assessment";

import type { PairRow, PairStep, PairView } from "./pair";
import { pairName, type CoverageParams } from "./params";

/** Columns of the file, in order, by the words of the code. */
const pairCsvColumns = [
  "code",
  "name",
  "campaign",
  "targetGroup",
  "earlier",
  "later",
  "asOf",
  "firstDoses",
  "firstTarget",
  "firstCoverage",
  "lastDoses",
  "lastTarget",
  "lastCoverage",
  "notBack",
  "dropout",
  "needed",
  "remaining",
  "neededOfSum",
  "otherSource",
  "firstOtherTarget",
  "firstOtherCoverage",
  "firstDifference",
  "lastOtherTarget",
  "lastOtherCoverage",
  "lastDifference",
] as const;

type PairCsvTexts = {
  readonly column: (name: (typeof pairCsvColumns)[number]) => string;
  readonly step: (step: PairStep) => string;
  readonly source: (source: TargetSource) => string;
  readonly allGroups: string;
  readonly total: string;
  /** The line above everything when the figures are invented. */
  readonly sample: string;
};

type Line = (string | number | null)[];

/**
 * The table of a comparison as rows of a file, the largest drop-out first, and the total of the place.
 * Drop-out has one decimal, half away from 0, with a comma; below 0 where more came back than came.
 */
export function pairCsv(
  campaign: Campaign,
  params: CoverageParams,
  view: PairView,
  texts: PairCsvTexts,
): Line[] {
  return pairCsvOf(campaign, params, [view], texts);
}

/** The tables of several groups as one file, each with a total of its own and none of them all. */
export function pairCsvOf(
  campaign: Campaign,
  params: CoverageParams,
  views: readonly PairView[],
  texts: PairCsvTexts,
): Line[] {
  return [
    ...(campaign.isSample ? [[texts.sample]] : []),
    pairCsvColumns.map(texts.column),
    ...views.flatMap((view) => linesOf(campaign, params, view, texts)),
  ];
}

function linesOf(
  campaign: Campaign,
  params: CoverageParams,
  view: PairView,
  texts: PairCsvTexts,
): Line[] {
  const group = campaign.targetGroups.find(({ code }) => code === view.targetGroup);
  const line = (row: PairRow, name: string) => [
    row.code,
    name,
    campaign.name,
    group?.name ?? texts.allGroups,
    texts.step(view.earlier),
    texts.step(view.later),
    params.on,
    row.first,
    row.earlier.targetPopulation,
    hundredths(percentHundredths(row.earlier)),
    row.last,
    row.later.targetPopulation,
    hundredths(percentHundredths(row.later)),
    row.first - row.last,
    row.rate === null ? null : decimal(dropoutTenths(row), 1),
    row.later.needed,
    row.later.remaining,
    row.later.eachUnit?.neededOfSum ?? null,
    isByOther(row) ? texts.source(otherSource(params.source)) : null,
    ...byOther(row.earlier),
    ...byOther(row.later),
  ];
  return [
    ...view.rows.map((row) => line(row, row.name)),
    ...(view.root.kind === "unit" ? [] : [line(view.total, texts.total)]),
  ];
}

/** A name of letters, digits and hyphens, whatever the parts are called. */
export function pairFileName({ slug }: Pick<Campaign, "slug">, params: CoverageParams): string {
  const pair = params.pair ? pairName(params.pair) : "";
  return `putus-${slug}-${pair.toLowerCase().replace(/[^a-z0-9]+/g, "-")}-${params.on}.csv`;
}

function isByOther({ earlier, later }: PairRow): boolean {
  return [earlier, later].some((each) => differenceOf(each) !== null);
}

function differenceOf(assessment: Assessment) {
  return hasCoverage(assessment)
    ? coverageDifference({ ...assessment, otherTarget: assessment.otherTarget ?? null })
    : null;
}

/** The target population of the source that does not decide, the coverage by it, and the points between. */
function byOther(assessment: Assessment): (string | number | null)[] {
  const difference = differenceOf(assessment);
  if (difference === null) return [null, null, null];
  const people = assessment.otherTarget ?? null;
  return [
    people,
    hundredths(percentHundredths({ ...assessment, targetPopulation: people })),
    decimal(difference.tenths, 1),
  ];
}

function hundredths(value: number | null): string | null {
  return decimal(value, 2);
}

/** −125 with one decimal is "-12,5": as text, because 12,0 as a number would be written 12. */
function decimal(value: number | null, digits: number): string | null {
  return value === null ? null : (value / 10 ** digits).toFixed(digits).replace(".", ",");
}
