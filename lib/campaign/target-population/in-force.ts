import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { CoverageCounts } from "@/lib/coverage/coverage";

import type { TargetCell } from "./rejection";
import { cellKey } from "./row-check";
import type { NamedUnit } from "./unit-lookup";

/** A number of one box, and from when it decides. */
type DatedNumber = {
  readonly set: number;
  /** 0: every round. */
  readonly round: number;
  readonly inForceFrom: CalendarDay;
};

/**
 * The number that decides on a day, among those of one box for one round or for every: the latest that
 * has come into force, of one day the newest; before the first day, the first. A number for the round
 * goes before one for every round.
 */
export function decidingNumber<Number extends DatedNumber>(
  numbers: readonly Number[],
  on: CalendarDay,
): Number | null {
  const first = numbers.map(({ inForceFrom }) => inForceFrom).sort()[0] ?? on;
  const until = first > on ? first : on;
  const come = numbers.filter(({ inForceFrom }) => inForceFrom <= until);
  const ofRound = come.filter(({ round }) => round > 0);
  return (ofRound.length > 0 ? ofRound : come).reduce<Number | null>(
    (best, each) =>
      best === null ||
      each.inForceFrom > best.inForceFrom ||
      (each.inForceFrom === best.inForceFrom && each.set > best.set)
        ? each
        : best,
    null,
  );
}

/** A number that decides; null: of a larger place whose own figure is withdrawn. */
export type DecidingCell = Omit<TargetCell, "people"> & { readonly people: number | null };

/** A number that stands, and from when. */
export type StandingCell = DecidingCell & { readonly inForceFrom: CalendarDay };

/**
 * The cells that decide after a set is stored: it supersedes the boxes that it names and leaves the
 * others, and those whose number came into force later than its own.
 */
export function superseded(
  standing: readonly StandingCell[],
  arriving: readonly TargetCell[],
  inForceFrom: CalendarDay,
): DecidingCell[] {
  const cells = new Map<string, DecidingCell>(standing.map((cell) => [cellKey(cell), cell]));
  for (const cell of decidingOf(standing, arriving, inForceFrom)) cells.set(cellKey(cell), cell);
  return [...cells.values()];
}

/** The arriving cells that no number of a later day goes before. */
export function decidingOf(
  standing: readonly StandingCell[],
  arriving: readonly TargetCell[],
  inForceFrom: CalendarDay,
): TargetCell[] {
  const since = new Map(standing.map((cell) => [cellKey(cell), cell.inForceFrom]));
  return arriving.filter((cell) => (since.get(cellKey(cell)) ?? inForceFrom) <= inForceFrom);
}

/** The people of each box in one round: what is for the round goes before what is for every round. */
export function cellsOfRound(cells: readonly DecidingCell[], round: number): TargetCell[] {
  const ofRound = new Map<string, DecidingCell>();
  for (const wanted of [0, round]) {
    for (const cell of cells) {
      if (cell.round === wanted) ofRound.set(cellKey({ ...cell, round }), { ...cell, round });
    }
  }
  return [...ofRound.values()].flatMap(({ people, ...cell }) =>
    people === null ? [] : [{ ...cell, people }],
  );
}

/** What an import would change in one subdistrict, for one intervention. */
export type TargetChange = {
  readonly subdistrict: string;
  readonly name: string;
  /** People in force; null: none yet. */
  readonly before: number | null;
  readonly after: number;
  readonly dosesAdministered: number;
};

/** Above this share of a change, a slip is likelier than growth: people are asked to make sure. */
const largeChange = 0.2;

export function isLargeChange({ before, after }: TargetChange): boolean {
  return before !== null && Math.abs(after - before) > largeChange * before;
}

/** The two counts of the coverage before and after. */
export function coverageCounts(change: TargetChange): {
  before: CoverageCounts;
  after: CoverageCounts;
} {
  const { dosesAdministered } = change;
  return {
    before: { dosesAdministered, targetPopulation: change.before ?? 0 },
    after: { dosesAdministered, targetPopulation: change.after },
  };
}

/**
 * What changes in each subdistrict that the arriving cells touch, in the order of the units.
 *
 * @param doses residents' doses of the intervention in the round, by subdistrict.
 */
export function targetChanges(
  standing: readonly StandingCell[],
  arriving: readonly TargetCell[],
  of: {
    readonly intervention: string;
    readonly inForceFrom: CalendarDay;
    readonly round: number;
    readonly districtName: string;
    readonly units: readonly NamedUnit[];
    readonly doses: ReadonlyMap<string, number>;
  },
): TargetChange[] {
  const places = new Map(of.units.map((unit) => [unit.code, unit.subdistrictCode]));
  const sums = (cells: readonly DecidingCell[]) => {
    const people = new Map<string, number>();
    for (const cell of cellsOfRound(cells, of.round)) {
      const place = places.get(cell.unit);
      if (cell.intervention !== of.intervention || place === undefined) continue;
      people.set(place, (people.get(place) ?? 0) + cell.people);
    }
    return people;
  };
  const before = sums(standing);
  const after = sums(superseded(standing, arriving, of.inForceFrom));
  const touched = new Set(
    arriving
      .filter((cell) => cell.intervention === of.intervention)
      .map((cell) => places.get(cell.unit)),
  );
  const names = new Map(of.units.map((unit) => [unit.subdistrictCode, unit.subdistrictName]));
  const ofUnits = [...names]
    .filter(([subdistrict]) => touched.has(subdistrict))
    .map(([subdistrict, name]) => ({
      subdistrict,
      name,
      before: before.get(subdistrict) ?? null,
      after: after.get(subdistrict) ?? 0,
      dosesAdministered: of.doses.get(subdistrict) ?? 0,
    }));
  return [...ofUnits, ...ownChanges(standing, arriving, { ...of, places, names })];
}

/** The same of kecamatan and the kabupaten whose own figures arrive. */
function ownChanges(
  standing: readonly StandingCell[],
  arriving: readonly TargetCell[],
  of: Omit<Parameters<typeof targetChanges>[2], "units"> & {
    readonly places: ReadonlyMap<string, string>;
    readonly names: ReadonlyMap<string, string>;
  },
): TargetChange[] {
  const peopleOf = (cells: readonly DecidingCell[], place: string): number | null => {
    const own = cellsOfRound(cells, of.round).filter(
      ({ unit, intervention }) => unit === place && intervention === of.intervention,
    );
    return own.length === 0 ? null : own.reduce((sum, { people }) => sum + people, 0);
  };
  const after = superseded(standing, arriving, of.inForceFrom);
  const codes = arriving
    .filter((cell) => cell.intervention === of.intervention && !of.places.has(cell.unit))
    .map(({ unit }) => unit);
  return [...new Set(codes)].map((code) => ({
    subdistrict: code,
    name: of.names.get(code) ?? of.districtName,
    before: peopleOf(standing, code),
    after: peopleOf(after, code) ?? 0,
    dosesAdministered:
      of.doses.get(code) ?? [...of.doses.values()].reduce((sum, doses) => sum + doses, 0),
  }));
}
