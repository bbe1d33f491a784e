import { otherSource, type Campaign, type UnitEnd } from "@/lib/campaign/campaign";
import type { Figure } from "@/lib/campaign/figure";
import { eachOtherDose } from "@/lib/campaign/measures";
import { unplacedLast } from "@/lib/campaign/unplaced";
import type { GoalScope } from "@/lib/coverage/dated-goal";
import { coverageDifference } from "@/lib/coverage/difference";
import { goalPercent } from "@/lib/coverage/goal";
import { percentHundredths } from "@/lib/coverage/percent";

import { lastCountedDay, type CoverageView } from "./view";
import type { CoverageParams } from "./params";
import type { PlaceRow } from "./rows";
import type { TwoLevels } from "@/lib/monitor/two-levels";
import { tableRows } from "./table";
import { baseDayOf, hasCoverage, statusWord, type StatusWord } from "@/lib/monitor/assessment";

/** Columns of the file, in order, by the words of the code. */
export const coverageCsvColumns = [
  "code",
  "name",
  "subdistrict",
  "campaign",
  "round",
  "intervention",
  "targetGroup",
  "asOf",
  "targetSource",
  "targetAsOf",
  "targetPopulation",
  "dosesAdministered",
  "unverifiedDoses",
  ...Object.values(eachOtherDose((name) => name)),
  "coverage",
  "coverageGoal",
  "status",
  "needed",
  "requiredPerDay",
  "unitsBelowGoal",
  "units",
  "reportsReceived",
  "reportsExpected",
  "dosesWithoutTarget",
  "remaining",
  "baseDay",
  "dosesOnDay",
  "neededAtBase",
  "recentPace",
  "forecastLow",
  "forecastHigh",
  "doubtfulDoses",
  "goalScope",
  "neededOfSum",
  "unitsReached",
  "targetDetail",
  "otherSource",
  "otherTarget",
  "otherCoverage",
  "difference",
  "announcedDoses",
  "announcedOn",
  "announcedBy",
  "ended",
] as const;

export type CoverageCsvColumn = (typeof coverageCsvColumns)[number];

/** The words of the reader's language. */
type CoverageCsvTexts = {
  readonly column: (name: CoverageCsvColumn) => string;
  readonly status: (status: StatusWord) => string;
  readonly scope: (scope: GoalScope) => string;
  readonly source: (source: CoverageParams["source"]) => string;
  readonly allGroups: string;
  readonly total: string;
  /** The line above everything when the figures are invented. */
  readonly sample: string;
  /** Before the name of the publication, when the figures were published elsewhere. */
  readonly published: string;
  /** That a unit had ended. */
  readonly ended: (end: UnitEnd) => string;
  /** That the total holds a kecamatan beside its villages. */
  readonly twoLevels: (levels: TwoLevels, figure: Figure) => string;
};

/** What one part of a file is made from: a screen, as it was asked for and read. */
export type CsvPart = { readonly params: CoverageParams; readonly view: CoverageView };

type Line = (string | number | null)[];

/**
 * The table of a screen as rows of a file: a warning first when the figures are invented, then the
 * heads, the rows in the screen's order of children needed, and the total of the whole place unless
 * rows were filtered out. Coverage has two decimals, half up from the counts, with a comma.
 */
export function coverageCsv(
  campaign: Campaign,
  params: CoverageParams,
  view: CoverageView,
  texts: CoverageCsvTexts,
): Line[] {
  return coverageCsvOf(campaign, [{ params, view }], texts);
}

/**
 * The tables of several screens as one file, as of groups that do not add: each with the rows and the total
 * of its own, told apart by the columns of intervention and group, and no total of them.
 */
export function coverageCsvOf(
  campaign: Campaign,
  parts: readonly CsvPart[],
  texts: CoverageCsvTexts,
): Line[] {
  const levels = parts.flatMap(({ params, view }) =>
    view.twoLevels.map((each) => [texts.twoLevels(each, params.intervention)]),
  );
  return [
    ...(campaign.isSample ? [[texts.sample]] : []),
    ...(campaign.sourceName ? [[texts.published, campaign.sourceName]] : []),
    ...levels,
    coverageCsvColumns.map(texts.column),
    ...parts.flatMap((part) => linesOf(campaign, part, texts)),
  ];
}

function linesOf(campaign: Campaign, { params, view }: CsvPart, texts: CoverageCsvTexts): Line[] {
  const { rows, all } = tableRows(view, params);
  const group = campaign.targetGroups.find(({ code }) => code === params.targetGroup);
  const chosen = view.sources.find(({ isChosen }) => isChosen);
  const common = {
    campaign: campaign.name,
    round: params.round.number,
    intervention: params.intervention.code,
    targetGroup: group?.name ?? texts.allGroups,
    asOf: lastCountedDay(params),
    targetSource: texts.source(params.source),
    targetAsOf: chosen?.asOf ?? null,
  };
  const endOf = ({ code }: PlaceRow) => {
    const end = view.ended.get(code);
    return end ? texts.ended(end) : null;
  };
  const line = (row: PlaceRow, name: string, subdistrict: string | null) => {
    const { required } = row.verdict;
    const byOther = hasCoverage(row) ? (row.otherTarget ?? null) : null;
    const difference = coverageDifference({ ...row, otherTarget: byOther });
    const values: Readonly<Record<CoverageCsvColumn, string | number | null>> = {
      ...common,
      code: row.code,
      name,
      subdistrict,
      targetPopulation: row.targetPopulation,
      dosesAdministered: row.hasReported ? row.dosesAdministered : null,
      dosesWithoutTarget: row.hasReported ? row.dosesWithoutTarget : null,
      unverifiedDoses: row.hasReported ? row.unverifiedDoses : null,
      ...eachOtherDose((name) => (row.hasReported ? row[name] : null)),
      coverage: hasCoverage(row) ? twoDecimals(percentHundredths(row)) : null,
      coverageGoal: row.coverageGoal === null ? null : goalPercent(row.coverageGoal),
      goalScope: row.coverageGoal === null ? null : texts.scope(row.goalScope),
      status: texts.status(statusWord(row)),
      needed: row.needed,
      remaining: row.remaining,
      baseDay: baseDayOf(row, params),
      dosesOnDay: row.onDay?.doses ?? null,
      neededAtBase: row.isOver ? null : row.neededAtBase,
      recentPace: row.verdict.recentPace === null ? null : oneDecimal(row.verdict.recentPace),
      forecastLow: row.verdict.forecast?.low ?? null,
      forecastHigh: row.verdict.forecast?.high ?? null,
      doubtfulDoses: row.hasReported ? row.doubtfulDoses : null,
      neededOfSum: row.eachUnit?.neededOfSum ?? null,
      unitsReached: row.eachUnit?.reached ?? null,
      targetDetail: row.targetDetail,
      otherSource: byOther === null ? null : texts.source(otherSource(params.source)),
      otherTarget: byOther,
      otherCoverage: twoDecimals(
        byOther === null ? null : percentHundredths({ ...row, targetPopulation: byOther }),
      ),
      announcedDoses: row.announced?.doses ?? null,
      announcedOn: row.announced?.day ?? null,
      announcedBy: row.announced?.source ?? null,
      ended: endOf(row),
      difference: difference && oneDecimal(difference.tenths / 10),
      requiredPerDay: required.kind === "perDay" ? required.perDay : null,
      unitsBelowGoal: row.unitsBelowGoal,
      units: row.units,
      reportsReceived: row.reportsReceived,
      reportsExpected: row.reportsExpected,
    };
    return coverageCsvColumns.map((column) => values[column]);
  };
  const isPart = view.root.kind !== "unit";

  return [
    ...unplacedLast([...rows].sort((a, b) => (b.needed ?? -1) - (a.needed ?? -1))).map((row) =>
      line(row, row.name, row.subdistrictName),
    ),
    ...(isPart && rows.length === all ? [line(view.total, texts.total, null)] : []),
  ];
}

/** A name of letters, digits and hyphens, whatever the intervention is called. */
export function csvFileName(campaign: Pick<Campaign, "slug">, params: CoverageParams): string {
  const { code, targetGroup } = params.intervention;
  // Where groups do not add, a file is of one of them.
  const figure = [code, ...(targetGroup === null || params.isEveryGroup ? [] : [targetGroup])]
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return `cakupan-${campaign.slug}-${figure}-${lastCountedDay(params) ?? params.on}.csv`;
}

/** 17.3333 → "17,3"; a mean of whole doses. */
function oneDecimal(value: number): string {
  return (Math.round(value * 10) / 10).toFixed(1).replace(".", ",");
}

/** 4901 → "49,01": as text, because 49,00 as a number would be written 49. */
function twoDecimals(hundredths: number | null): string | null {
  if (hundredths === null) return null;
  return `${String(Math.floor(hundredths / 100))},${String(hundredths % 100).padStart(2, "0")}`;
}
