import { addDays, daysBetween, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { Campaign } from "./campaign";
import { without, type CampaignDefinition } from "./definition";

/** What of a campaign another one may begin with. Its terms (zone, hours, words, rhythm) always come along. */
export const copyParts = [
  "units",
  "unitSets",
  "interventions",
  "goals",
  "rounds",
  "targets",
] as const;

export type CopyPart = (typeof copyParts)[number];

/** What comes along with a new campaign beside what is sent of it. */
export type CampaignCopy = {
  readonly from: Campaign;
  /** Its target populations, as a draft that divides nothing before it is confirmed. */
  readonly targets: boolean;
};

/** What a part is about, which comes along: sets of units that are not there would be none. */
const needs: Readonly<Partial<Record<CopyPart, readonly CopyPart[]>>> = {
  unitSets: ["units"],
  goals: ["interventions"],
  targets: ["units", "interventions"],
};

/** Parts that are of one kabupaten: another has other units. */
const ofDistrict: readonly CopyPart[] = ["units", "unitSets", "targets"];

/** The parts that are wanted, with those that they are about. */
export function wholeParts(wanted: readonly CopyPart[]): ReadonlySet<CopyPart> {
  return new Set(wanted.flatMap((part) => [part, ...(needs[part] ?? [])]));
}

/** The parts that a campaign of another kabupaten may begin with. */
export const partsElsewhere = copyParts.filter((part) => !ofDistrict.includes(part));

/** The units of a campaign that a copy may name: those that have ended, and who goes on with whose people. */
function unitsOfCopy({ unitEnds }: CampaignDefinition) {
  const ended = new Map(
    unitEnds.map(({ unit, successors }) => [unit, successors.map((each) => each.unit)]),
  );
  // A successor ends after the unit before it, so that none goes on with its own people.
  const goingOn = (code: string): string[] => ended.get(code)?.flatMap(goingOn) ?? [code];
  return {
    inForce: (units: readonly string[]) => units.filter((code) => !ended.has(code)),
    /** null: nobody is left of them. */
    heldIn: (units: readonly string[]) => {
      const held = [...new Set(units.flatMap(goingOn))];
      return held.length > 0 ? held : null;
    },
  };
}

/** Rounds that a copy holds in every unit, because none goes on of those that it was held in. */
export function heldEverywhereOf(
  source: CampaignDefinition,
  wanted: readonly CopyPart[],
): { readonly heldEverywhere?: readonly number[] } {
  const parts = wholeParts(wanted);
  if (!parts.has("rounds") || !parts.has("units")) return {};
  const { heldIn } = unitsOfCopy(source);
  const rounds = source.rounds.filter(({ units }) => units && heldIn(units) === null);
  return rounds.length === 0 ? {} : { heldEverywhere: rounds.map(({ number }) => number) };
}

/**
 * What a new campaign begins with, in the shape that `POST` takes: parts of another one, moved to its
 * own first day. What is of the earlier campaign alone does not come along: its decrees, why a round
 * kept a smaller gap, and units that ended in it. A round is held in those who go on with their people,
 * and in every unit where nobody does (`heldEverywhereOf`).
 *
 * @param startsOn first day of the new campaign: every other day moves by as much.
 */
export function copiedBody(
  source: CampaignDefinition,
  wanted: readonly CopyPart[],
  startsOn: CalendarDay,
) {
  const parts = wholeParts(wanted);
  const days = daysBetween(source.startsOn, startsOn);
  const moved = (day: CalendarDay) => addDays(day, days);
  const { rounds, interventions, targetGroups, gates, reportingUnits, unitSets } = source;
  const { inForce, heldIn } = unitsOfCopy(source);
  const sets = unitSets.filter(({ units }) => inForce(units).length > 0);
  const hasSet = (asked: { readonly kind: string; readonly code: string } | undefined) =>
    asked === undefined ||
    (parts.has("unitSets") &&
      sets.some(({ kind, code }) => kind === asked.kind && code === asked.code));
  return {
    ...without(source, notTerms),
    name: movedName(source.name, source.startsOn, startsOn),
    startsOn,
    endsOn: moved(source.endsOn),
    ...(parts.has("rounds") && {
      rounds: rounds.map((round) => ({
        ...round,
        startsOn: moved(round.startsOn),
        endsOn: moved(round.endsOn),
        sweepingEndsOn: round.sweepingEndsOn ? moved(round.sweepingEndsOn) : null,
        gapReason: undefined,
        units: parts.has("units") && round.units ? (heldIn(round.units) ?? undefined) : undefined,
      })),
    }),
    ...(parts.has("interventions") && {
      targetGroups,
      interventions: interventions.map((each) => ({
        ...each,
        goalFrom: undefined,
        goalDecree: undefined,
        goalReason: undefined,
        ...(!parts.has("goals") && { coverageGoal: null, goalScope: undefined }),
      })),
    }),
    ...(parts.has("goals") && {
      gates: gates.filter(({ terms }) => terms.every(({ unitSet }) => hasSet(unitSet))),
    }),
    ...(parts.has("units") && {
      reportingUnits: reportingUnits.filter(({ code }) => inForce([code]).length > 0),
    }),
    ...(parts.has("unitSets") && {
      unitSets: sets.map((set) => ({
        ...set,
        units: inForce(set.units),
        opensOn: set.opensOn && moved(set.opensOn),
        closesOn: set.closesOn && moved(set.closesOn),
      })),
    }),
  };
}

/** What is no term of a campaign, or of the earlier one alone. */
const notTerms = [
  "formatVersion",
  "slug",
  "legalBasis",
  "rounds",
  "interventions",
  "targetGroups",
  "gates",
  "reportingUnits",
  "unitSets",
  "unitEnds",
] as const;

/** "BIAN Kapuas 2022" becomes "BIAN Kapuas 2027"; a name without its year stays. */
function movedName(name: string, from: CalendarDay, to: CalendarDay): string {
  return name.replaceAll(from.slice(0, 4), to.slice(0, 4));
}

/** The same day of a year that is still to come: what is proposed as a first day. */
export function proposedStart(
  { startsOn }: { readonly startsOn: CalendarDay },
  today: CalendarDay,
): CalendarDay {
  const inYear = (year: number) =>
    addDays(`${String(year)}-${startsOn.slice(5, 7)}-01`, Number(startsOn.slice(8)) - 1);
  const next = Number(startsOn.slice(0, 4)) + 1;
  const years = [next, Number(today.slice(0, 4)), Number(today.slice(0, 4)) + 1];
  return years.map(inYear).find((day) => day > today) ?? inYear(next);
}
