import "server-only";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { groupBy } from "@/lib/base/group-by";
import { isWithin, type RegionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { dayOfRound, roundOn } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import { listReportingUnits } from "@/lib/campaign/server/queries";
import { completeDayShare } from "@/lib/coverage/completeness";
import { goalOn } from "@/lib/coverage/dated-goal";
import { parseGoal } from "@/lib/coverage/goal";
import {
  measureKey,
  type OrderMeasure,
  type Measured,
  type MeasuredPlace,
} from "@/lib/directive/measure";
import type { PlaceCounts } from "@/lib/monitor/counts";
import { isWithinReach, placeKindOf } from "@/lib/monitor/place";
import { placeCountsBy } from "@/lib/monitor/server/queries";
import { sessionsHeld, type HeldSessions } from "@/lib/plan/server/held-queries";
import { readRows } from "@/lib/server/db/read";
import { readStoresUsed, type StoreUsed } from "@/lib/stock/server/used-queries";
import { storeKey } from "@/lib/stock/store";

/** What is measured where; null: nothing can be said. */
type Measures = (measure: OrderMeasure, place: MeasuredPlace) => Measured | null;

const all = parseGoal("1");
/** Of reports what makes a day complete: 18 of 18 days is what no village that does its work has. */
const enough = parseGoal(String(completeDayShare));

type Unit = {
  readonly code: string;
  readonly regionCode: string;
  readonly office: string | null;
  readonly counts: readonly PlaceCounts[];
};

/**
 * Measures orders by the campaign's own figures of now, in the round of the day.
 *
 * Roll-ups of the kabupaten, its kecamatan and villages where coverage and reports are asked for, and a row for
 * each unit where target populations, sets or offices are.
 *
 * @param asked what will be asked: nothing else is read.
 */
export async function readMeasures(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  today: CalendarDay,
  asked: readonly { readonly measure: OrderMeasure; readonly place: MeasuredPlace }[],
): Promise<Measures> {
  const round = roundOn(campaign.rounds, today);
  const query = {
    round,
    source: campaign.decidingTargetSource,
    asOf: null,
    on: dayOfRound(round, today, today),
    today,
  };
  const levels = new Set(
    asked.flatMap(({ measure, place }) =>
      isOfUnits(measure) || measure.kind === "stock"
        ? []
        : [placeKindOf(place.region ?? campaign.districtCode)],
    ),
  );
  const reachable = [...levels].filter((by) => isWithinReach(by, grant.region));
  const hasUnits = asked.some(({ measure, place }) => isOfUnits(measure) || place.office !== null);
  const hasSessions = asked.some(({ measure }) => measure.kind === "sessions");
  const hasSets = asked.some(({ measure }) => measure.kind === "set");
  const readsAll = grant.region !== null && isWithin(campaign.districtCode, grant.region);
  const hasStock = asked.some(({ measure }) => measure.kind === "stock");
  const [levelRows, unitRows, units, members, sessions, stores] = await Promise.all([
    Promise.all(reachable.map((by) => placeCountsBy(grant, campaign, { ...query, by }))),
    hasUnits ? placeCountsBy(grant, campaign, { ...query, by: "unit" }) : [],
    hasUnits ? listReportingUnits(grant, campaign) : [],
    hasSets ? membersOfSets(campaign) : [],
    hasSessions ? sessionsHeld(grant, campaign, today) : [],
    hasStock ? readStoresUsed(grant, campaign, today) : [],
  ]);
  const rowsOf = groupBy(levelRows.flat(), ({ code }) => code);
  const countsOfUnit = groupBy(unitRows, ({ code }) => code);
  const ofUnits = units.map(({ code, regionCode, office = null }): Unit => ({
    code,
    regionCode,
    office,
    counts: countsOfUnit.get(code) ?? [],
  }));
  const isIn = new Set(members.map(({ kind, unit }) => `${kind}/${unit}`));
  const kept = new Map<string, Measured | null>();

  return (measure, place) => {
    const key = `${measureKey(measure)} ${place.region ?? ""} ${place.office ?? ""}`;
    const found = kept.get(key);
    if (found !== undefined) return found;
    const ofOffice =
      place.office === null ? [] : ofUnits.filter((unit) => unit.office === place.office);
    const ofPlace = ofOffice.length > 0 ? ofOffice : ofUnits.filter((unit) => liesIn(unit, place));
    const rows =
      ofOffice.length > 0
        ? ofOffice.flatMap(({ counts }) => counts)
        : (rowsOf.get(place.region ?? campaign.districtCode) ?? []);
    const measured = measuredOf();
    kept.set(key, measured);
    return measured;

    function measuredOf(): Measured | null {
      switch (measure.kind) {
        case "coverage":
          return coverageOf(campaign, rows, measure.intervention, today);
        case "completeness":
          return completenessOf(rows);
        case "stock":
          return usedIn(stores, place, campaign.districtCode, readsAll);
        case "sessions":
          return heldIn(ofPlace, sessions);
        case "targets":
          return share(ofPlace, ({ counts }) =>
            counts.every(({ missingTargets }) => missingTargets === 0),
          );
        case "set":
          return share(
            ofPlace.filter(({ code }) => isIn.has(`${measure.set}/${code}`)),
            ({ counts }) => counts.some(isServed),
          );
      }
    }
  };
}

const member = z.object({ kind: z.string(), unit: z.string() });

async function membersOfSets({ districtCode, id }: Campaign) {
  return readRows(member)`
    SELECT kind, unit_code AS unit FROM unit_set_member
    WHERE district_code = ${districtCode} AND campaign_id = ${id}::uuid
  `;
}

function isOfUnits({ kind }: OrderMeasure): boolean {
  return kind === "targets" || kind === "set" || kind === "sessions";
}

function liesIn({ regionCode }: Unit, { region }: MeasuredPlace): boolean {
  return region === null || regionCode === region || regionCode.startsWith(`${region}.`);
}

function isServed({ dosesAdministered, dosesWithoutTarget }: PlaceCounts): boolean {
  return dosesAdministered + dosesWithoutTarget > 0;
}

/** Null where nothing came, or where that is not the reader's. An office without a store has the kabupaten's. */
function usedIn(
  stores: readonly StoreUsed[],
  { region, office }: MeasuredPlace,
  district: RegionCode,
  readsAll: boolean,
): Measured | null {
  const ofOffice = stores.filter(
    ({ store }) =>
      office !== null && store === storeKey({ kind: "office", code: office }, district),
  );
  const isWhole = region === null || region === district;
  if (isWhole && ofOffice.length === 0 && !readsAll) return null;
  const own =
    ofOffice.length > 0 ? ofOffice : stores.filter(({ store }) => isWhole || store === region);
  const came = own.reduce((sum, each) => sum + each.came, 0);
  const used = own.reduce((sum, each) => sum + each.used, 0);
  return came <= 0 ? null : { done: Math.max(0, Math.min(used, came)), of: came, goal: all };
}

/** Null where none was planned there. */
function heldIn(units: readonly Unit[], sessions: readonly HeldSessions[]): Measured | null {
  const codes = new Set(units.map(({ code }) => code));
  const own = sessions.filter(({ unit }) => codes.has(unit));
  const planned = own.reduce((sum, each) => sum + each.planned, 0);
  const held = own.reduce((sum, each) => sum + each.held, 0);
  return planned === 0 ? null : { done: held, of: planned, goal: enough };
}

/** Units without any column are asked of nothing. */
function share(units: readonly Unit[], isDone: (unit: Unit) => boolean): Measured | null {
  const counted = units.filter(({ counts }) => counts.length > 0);
  return counted.length === 0
    ? null
    : { done: counted.filter(isDone).length, of: counted.length, goal: all };
}

/** The sum of rows; null where groups do not add, or none has a target population. */
function coverageOf(
  { interventions }: Campaign,
  rows: readonly PlaceCounts[],
  code: string,
  today: CalendarDay,
): Measured | null {
  const intervention = interventions.find((each) => each.code === code);
  const counted = rows.filter(
    (row) => row.intervention === code && row.targetGroup === null && row.targetPopulation !== null,
  );
  if (!intervention || counted.length === 0) return null;
  return {
    done: counted.reduce((sum, { dosesAdministered }) => sum + dosesAdministered, 0),
    of: counted.reduce((sum, { targetPopulation }) => sum + (targetPopulation ?? 0), 0),
    goal: goalOn(intervention.goals, today)?.share ?? null,
  };
}

/** Reports are the same in each figure of a place, so each place is counted once. */
function completenessOf(rows: readonly PlaceCounts[]): Measured | null {
  const places = new Map(rows.map((row) => [row.code, row]));
  const due = [...places.values()].reduce((sum, { reportsDue }) => sum + reportsDue, 0);
  const received = [...places.values()].reduce((sum, row) => sum + row.reportsReceived, 0);
  return due === 0 ? null : { done: Math.min(received, due), of: due, goal: enough };
}
