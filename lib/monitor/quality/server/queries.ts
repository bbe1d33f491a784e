import "server-only";

import { z } from "zod";

import { readRows } from "@/lib/server/db/read";
import type { Grant } from "@/lib/account/auth/grant";
import { roundOn } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import { withinRegion } from "@/lib/account/region/server/scope-queries";
import { unplacedCode } from "@/lib/campaign/unplaced";
import { setPlaceCode } from "@/lib/campaign/unit-set/unit-set";
import type { SetOfUnits } from "@/lib/monitor/quality/params";
import { closedDaysOf } from "@/lib/campaign/closed-days";
import { isWithin, regionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import {
  aboveTarget,
  laterRoundAbove,
  moreThanRemaining,
  type PeopleOf,
} from "@/lib/monitor/quality/coverage-rules";
import { identicalDays, negativeDay, unusualDay, zeroDay } from "@/lib/monitor/quality/day-rules";
import { digitPreference } from "@/lib/monitor/quality/digit-rules";
import { doubtfulCells, type DoubtfulCell } from "@/lib/monitor/quality/doubt";
import type { Finding, NamedPlace } from "@/lib/monitor/quality/finding";
import { importFindings } from "@/lib/monitor/quality/import-rules";
import { twoLevels } from "@/lib/monitor/quality/level-rules";
import { readImportRejections, readPlaceDays, readReporterDigits } from "./report-queries";
import { reviewed, type ReviewedFinding } from "./review";
import type { Series } from "@/lib/monitor/quality/series";
import { readTargetPeople, readUnitSeries, readUnits, readUnitTargets } from "./series-queries";
import { readStatedTotals } from "./stated-queries";
import { figuresOf, whyNoSum } from "@/lib/campaign/figure";
import { targetFindings } from "@/lib/monitor/quality/target-rules";
import { statedTotalFindings } from "@/lib/monitor/quality/total-rules";

export type Reviewer = Grant<"quality:review">;

/**
 * Every finding of a campaign in the grant's region, with what people have said about it. They are
 * computed from the data as it stands, so what was corrected is gone. Eight statements whose
 * answers grow with units × columns, not with days.
 *
 * @param today the campaign's local day: today itself is not yet complete, so rules about whole days
 * look at the days before.
 */
export async function readFindings(
  grant: Reviewer,
  campaign: Campaign,
  today: CalendarDay,
): Promise<ReviewedFinding[]> {
  const round = roundOn(campaign.rounds, today).number;
  const units = await readUnits(grant, campaign);
  const isWhole = isWithin(campaign.districtCode, grant.region);
  const [series, targets, placeDays, digits, totals, rejections, notes] = await Promise.all([
    readUnitSeries(campaign, units, isWhole),
    readUnitTargets(campaign, units),
    readPlaceDays(campaign, today, isWhole ? null : grant.region),
    readReporterDigits(campaign, isWhole ? null : grant.region),
    isWhole ? readStatedTotals(grant, campaign) : [],
    readImportRejections(campaign, units, isWhole),
    readNotes(campaign),
  ]);
  const findings: Finding[] = [
    ...negativeDay(series),
    ...importFindings(rejections),
    ...twoLevels(series, (code) => units.get(code)?.kind),
    ...highCountFindings(series, targets.peopleOf, campaign, today),
    ...laterRoundAbove(series, campaign),
    ...statedTotalFindings(totals.filter(({ intervention }) => isSummed(campaign, intervention))),
    ...targetFindings(targets.ofRound(round), campaign.mostTargetShare, figuresOf(campaign)),
    ...identicalDays(series),
    // Figures that were published elsewhere come as totals: most of their days have no report.
    ...(campaign.sourceName === null ? zeroDay(placeDays) : []),
    ...digitPreference(digits),
  ];
  return reviewed(findings, notes);
}

/** Counts that are too high to be believed at once (`doubtRules`), by the rules of `/mutu`. */
function highCountFindings(
  series: readonly Series[],
  peopleOf: PeopleOf,
  campaign: Campaign,
  today: CalendarDay,
): Finding[] {
  const closedOf = (subdistrict: string | undefined) =>
    closedDaysOf(campaign, regionCode.safeParse(subdistrict).data ?? campaign.districtCode);
  return [
    ...moreThanRemaining(series, peopleOf),
    ...unusualDay(series, campaign.usualDeviations, {
      peopleOf,
      isFullDay: ({ round, unit }, day) =>
        day < today &&
        campaign.rounds.some(({ number, endsOn }) => number === round && day <= endsOn) &&
        !closedOf(unit.subdistrict?.code).includes(day),
    }),
    ...aboveTarget(series, peopleOf),
  ];
}

/**
 * The columns of the grant's region with doses under an open finding, as of now: what a verdict has to
 * be told of. Whoever may read coverage may know it; the findings themselves are `/mutu`'s.
 */
export async function readDoubtfulCells(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  today: CalendarDay,
): Promise<DoubtfulCell[]> {
  const units = await readUnits(grant, campaign);
  const isWhole = grant.region !== null && isWithin(campaign.districtCode, grant.region);
  const [series, peopleOf, notes] = await Promise.all([
    readUnitSeries(campaign, units, isWhole),
    readTargetPeople(campaign),
    readNotes(campaign),
  ]);
  const findings = reviewed(
    [
      ...twoLevels(series, (code) => units.get(code)?.kind),
      ...highCountFindings(series, peopleOf, campaign, today),
    ],
    notes,
  );
  return doubtfulCells(series, findings, peopleOf);
}

const findingNote = z.object({
  rule: z.string(),
  subject: z.string(),
  facts: z.string(),
  note: z.string(),
  notedBy: z.string().nullable(),
  notedAt: z.date(),
});

async function readNotes({ districtCode, id }: Campaign) {
  return readRows(findingNote)`
    SELECT rule, subject, facts, note, app_user.display_name AS "notedBy", noted_at AS "notedAt"
    FROM finding_note
    LEFT JOIN app_user ON app_user.id = noted_by
    WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid
  `;
}

/** The subdistricts of the campaign's units in the grant's region, in the order of their codes. */
export async function readSubdistricts(grant: Reviewer, campaign: Campaign): Promise<NamedPlace[]> {
  const units = await readUnits(grant, campaign);
  const places = [...units.values()].flatMap(({ subdistrict }) => subdistrict ?? []);
  return [...new Map(places.map((place) => [place.code, place])).values()];
}

/** The units of the grant's region that lie in no kecamatan, as one place; empty: there are none. */
export async function readUnplaced(
  grant: Reviewer,
  campaign: Campaign,
): Promise<(NamedPlace & Pick<SetOfUnits, "units">)[]> {
  const units = [...(await readUnits(grant, campaign)).values()];
  const unplaced = units.filter(({ subdistrict }) => subdistrict === null);
  return unplaced.length === 0
    ? []
    : [
        {
          code: unplacedCode,
          name: campaign.unplacedName,
          units: new Set(unplaced.map(({ code }) => code)),
        },
      ];
}

/** The sets of the campaign with their units in the grant's region, those that have none here left out. */
export async function readSetsOfUnits(grant: Reviewer, campaign: Campaign): Promise<SetOfUnits[]> {
  const rows = await readRows(memberRow)`
    SELECT member.kind, member.set_code AS code, array_agg(unit.code) AS units
    FROM unit_set_member AS member
    JOIN reporting_unit AS unit
      ON unit.district_code = member.district_code AND unit.campaign_id = member.campaign_id
     AND unit.code = member.unit_code
    WHERE member.district_code = ${campaign.districtCode}
      AND member.campaign_id = ${campaign.id}::uuid AND ${withinRegion(grant)}
    GROUP BY 1, 2
  `;
  return campaign.unitSets.flatMap(({ kind, code, name }) => {
    const units = rows.find((row) => row.kind === kind && row.code === code)?.units;
    return units ? [{ kind, code: setPlaceCode(kind, code), name, units: new Set(units) }] : [];
  });
}

const memberRow = z.object({ kind: z.string(), code: z.string(), units: z.array(z.string()) });

/** An announced total of groups that do not add has nothing to be held against. */
function isSummed(campaign: Campaign, intervention: string): boolean {
  return whyNoSum(campaign, { intervention }) === null;
}
