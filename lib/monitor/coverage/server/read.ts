import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { isHeldIn } from "@/lib/campaign/predecessor";
import { unitsToCome } from "@/lib/campaign/unit-end";

import {
  coverageView,
  lastCountedDay,
  type CoverageView,
  type LargerFacts,
} from "@/lib/monitor/coverage/view";
import type { CoverageParams } from "@/lib/monitor/coverage/params";
import { findRoot, placeWithin, type PlacedUnit, type Root } from "@/lib/monitor/coverage/place";
import { setPlaceCode, type SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import {
  latestReports,
  listPlacedUnits,
  sourceTargets,
  unitReports,
  type SourceTarget,
  type UnitReport,
} from "./queries";
import { announcedTotals } from "@/lib/monitor/server/announced-queries";
import { roundDoubts } from "@/lib/monitor/server/doubtful-queries";
import { placeFacts } from "@/lib/monitor/server/fact-queries";
import { dayCountsBy } from "@/lib/monitor/server/day-queries";
import { lastReceivedAt } from "@/lib/monitor/server/queries";
import { unplacedLast } from "@/lib/campaign/unplaced";
import { overlappingUnit } from "@/lib/campaign/unit-levels";
import { twoLevelPlaces } from "@/lib/monitor/server/two-level-queries";
import { targetSteps } from "@/lib/monitor/server/target-step-queries";

type CoverageReading = {
  readonly view: CoverageView;
  /** Every unit that may be read, for the choice of kecamatan. */
  readonly readable: readonly PlacedUnit[];
  /** The reports behind a single unit's numbers; empty for a larger place. */
  readonly reports: readonly UnitReport[];
};

/**
 * Reads a coverage screen, in at most six statements whatever was ever entered: places, counts by
 * unit, days by part, sources, and as needed latest reports, last receipt, one unit's reports.
 *
 * @param named the place of the address; undefined for all that may be read.
 * @param sets how rows are grouped; null: by kecamatan.
 * @returns null when the place is not there for this person.
 */
export async function readCoverage(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  params: CoverageParams,
  named: string | undefined,
  sets: SetGrouping | null = null,
): Promise<CoverageReading | null> {
  const readable = await listPlacedUnits(grant, campaign, sets);
  const place = findRoot(readable, {
    region: grant.region,
    officeName: grant.actor.office?.name,
    named,
    district: campaign,
    sets,
  });
  if (!place) return null;

  const { round, source, intervention } = params;
  const toCome = unitsToCome(campaign, round, params.on);
  const units = place.units.filter(({ code }) => isHeldIn(round, code) && !toCome.has(code));
  const root = { ...place, units };
  const until = lastCountedDay(params);
  const within = placeWithin(root);
  const targetGroup = params.targetGroup ?? undefined;
  const isUnitShown = root.parts === "unit" || params.level === "units";

  const [facts, dayRows, sources, latest, wholeReceivedAt, reports] = await Promise.all([
    placeFacts(grant, campaign, {
      by: "unit",
      round,
      source,
      asOf: params.isToday ? null : params.on,
      on: params.day,
      today: params.today,
      within,
    }),
    until === null
      ? []
      : dayCountsBy(grant, campaign, {
          by: root.parts,
          sets: root.sets ?? undefined,
          round,
          source,
          within,
          intervention: intervention.code,
          targetGroup,
          from: round.startsOn,
          to: until,
        }),
    sourceTargets(grant, campaign, {
      root,
      round,
      on: params.on,
      intervention: intervention.code,
      targetGroup: params.targetGroup,
    }),
    isUnitShown && until !== null ? latestReports(grant, campaign, { root, round, until }) : [],
    isUnitShown && root.parts === "unit" ? null : lastReceivedAt(grant, campaign, round),
    root.kind === "unit" && until !== null
      ? unitReports(grant, campaign, { unit: root.code, round, until })
      : [],
  ]);
  const days = dayRows.map((each) =>
    root.parts === "set" && sets ? { ...each, place: setPlaceCode(sets.kind, each.place) } : each,
  );
  const receivedAt =
    wholeReceivedAt ??
    latest.reduce<Date | null>(
      (newest, { receivedAt: at }) => (newest === null || at > newest ? at : newest),
      null,
    );
  const isDated =
    campaign.unitEnds.length > 0 || sources.some((each) => each.source === source && each.sets > 1);
  const steps = isDated
    ? await targetSteps(grant, campaign, {
        ...{ round, source, within, targetGroup },
        intervention: intervention.code,
      })
    : [];
  const larger = await largerFacts(grant, campaign, params, { root, sources, until });
  const twoLevels =
    root.kind !== "unit" && root.kind !== "set" && overlappingUnit(root.units) !== null
      ? await twoLevelPlaces(grant, campaign, {
          round,
          source,
          asOf: params.isToday ? null : params.on,
          within,
          intervention: intervention.code,
          targetGroup,
        })
      : [];
  const doubts = facts.some(({ kind }) => kind === "doubtful")
    ? await roundDoubts(grant, campaign, {
        round,
        today: params.today,
        asOf: params.isToday ? null : params.on,
        intervention: intervention.code,
        targetGroup,
      })
    : [];
  return {
    view: coverageView(campaign, params, {
      root,
      facts,
      larger,
      days,
      sources,
      latest,
      receivedAt,
      doubts,
      steps,
      announced: await announcedTotals(grant, campaign, { round, on: params.on }),
      twoLevels,
    }),
    readable,
    reports,
  };
}

/**
 * The counts of larger places themselves, where one has a figure of its own and is more than the sum of
 * its units; null: none has.
 */
async function largerFacts(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  params: CoverageParams,
  {
    root,
    sources,
    until,
  }: {
    readonly root: Root;
    readonly sources: readonly SourceTarget[];
    readonly until: CalendarDay | null;
  },
): Promise<LargerFacts | null> {
  const { round, source, intervention } = params;
  const { kind } = root;
  if (kind !== "district" && kind !== "subdistrict") return null;
  if (!sources.some((each) => each.source === source && each.hasOwn)) return null;
  const within = kind === "district" ? undefined : root.code;
  const asked = {
    round,
    source,
    within,
    asOf: params.isToday ? null : params.on,
    on: params.day,
    today: params.today,
  };
  const [whole, parts, days] = await Promise.all([
    placeFacts(grant, campaign, { ...asked, by: kind }),
    root.parts === "subdistrict" ? placeFacts(grant, campaign, { ...asked, by: root.parts }) : [],
    until === null
      ? []
      : dayCountsBy(grant, campaign, {
          by: kind,
          round,
          source,
          within,
          intervention: intervention.code,
          targetGroup: params.targetGroup ?? undefined,
          from: round.startsOn,
          to: until,
        }),
  ]);
  return { whole, parts, days };
}

/** The kecamatan that someone may choose between, by name; the units outside them last. */
export function subdistrictsOf(
  units: readonly PlacedUnit[],
): { readonly code: string; readonly name: string }[] {
  const names = new Map(
    units.map(({ subdistrictCode, subdistrictName }) => [subdistrictCode, subdistrictName]),
  );
  return unplacedLast(
    [...names]
      .map(([code, name]) => ({ code, name }))
      .sort((a, b) => a.name.localeCompare(b.name, "id")),
  );
}
