import type { Campaign, Round } from "@/lib/campaign/campaign";
import type { OnDay } from "@/lib/coverage/base";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { columnsOf, type CellFilter } from "./columns";

/** What a fact is of; those of a day are of the day looked at, the untargeted are of cells without a target. */
export const factKinds = [
  "place",
  "target",
  "dose",
  "report",
  "notDue",
  "dayDose",
  "dayReport",
  "completeDays",
  "untargeted",
  "untargetedOnDay",
  "doubtful",
] as const;

/** A row of a roll-up, or a place: the shape of `Fact`, which a query fills. */
export type CountedFact = {
  readonly kind: (typeof factKinds)[number];
  readonly place: string;
  readonly code: string | null;
  readonly name: string | null;
  readonly amount: number;
  readonly beside: number;
  readonly unverified: number;
};

export type PlaceCounts = {
  readonly code: string;
  readonly name: string;
  readonly intervention: string;
  /** null: all groups of the intervention together. */
  readonly targetGroup: string | null;
  readonly units: number;
  /** Cells (unit × target group) without a target population. */
  readonly missingTargets: number;
  readonly targetPopulation: number | null;
  /** Residents' doses in cells with a target population; of all cells where none has one. */
  readonly dosesAdministered: number;
  /** Residents' doses in the other cells: beside the total, never divided by others' targets. */
  readonly dosesWithoutTarget: number;
  readonly nonResidentDoses: number;
  /** Residents' doses, those without a target too, in reports that nobody has verified yet. */
  readonly unverifiedDoses: number;
  /** Of the doses that the target population divides: those that an open finding covers. */
  readonly doubtfulDoses: number;
  /** Reports of service days, sweeping days not counted. */
  readonly reportsReceived: number;
  /** Reports of service days that units which joined midway do not owe. */
  readonly reportsNotDue: number;
  /** Of the counts above: those of the day looked at; null: it is no day of the round. */
  readonly onDay: OnDay | null;
  /** Service days that were complete, the day looked at among them. */
  readonly completeDays: number;
};

/** When counts are looked at. */
export type CountedOn = {
  readonly round: Round;
  /** The day looked at; null: no day of the round. */
  readonly on: DayAsked | null;
};

/** A day of a round that counts are looked at on. */
export type DayAsked = {
  readonly day: CalendarDay;
  /** Whether it is over: no reports of it are waited for. */
  readonly isPast: boolean;
};

type Row = {
  readonly name: string;
  units: number;
  reports: number;
  notDue: number;
  dayReports: number;
  dayNotDue: number;
  completeDays: number;
  readonly places: string[];
};

/**
 * Counts of each place and intervention, places in the order in which they come, interventions and
 * groups in the campaign's. A place with no report or no target population stays in the answer.
 */
export function countsOf(
  facts: readonly CountedFact[],
  campaign: Campaign,
  filter: CellFilter,
  { round, on }: CountedOn,
): PlaceCounts[] {
  const targets = byCell(facts, "target");
  const doses = byCell(facts, "dose");
  const dayDoses = byCell(facts, "dayDose");
  const untargeted = byCell(facts, "untargeted");
  const untargetedOnDay = byCell(facts, "untargetedOnDay");
  const doubtful = byCell(facts, "doubtful");
  const isService = on !== null && on.day <= round.endsOn;
  const columns = columnsOf(campaign, filter);

  return [...rowsOf(facts)].flatMap(([code, row]) =>
    columns.map(({ intervention, targetGroup, groups }) => {
      const sum = {
        missingTargets: 0,
        people: 0,
        isKnown: false,
        residents: 0,
        nonResidents: 0,
        unverified: 0,
        onDay: 0,
        without: 0,
        withoutOnDay: 0,
        doubtful: 0,
      };
      for (const place of row.places) {
        for (const group of groups) {
          const cell = `${place}/${intervention}/${group}`;
          const target = targets.get(cell);
          const dose = doses.get(cell);
          sum.isKnown ||= target !== undefined;
          sum.people += target?.amount ?? 0;
          sum.missingTargets -= target?.beside ?? 0;
          sum.residents += dose?.amount ?? 0;
          sum.nonResidents += dose?.beside ?? 0;
          sum.unverified += dose?.unverified ?? 0;
          sum.onDay += dayDoses.get(cell)?.amount ?? 0;
          sum.without += untargeted.get(cell)?.amount ?? 0;
          sum.withoutOnDay += untargetedOnDay.get(cell)?.amount ?? 0;
          sum.doubtful += doubtful.get(cell)?.amount ?? 0;
        }
      }
      // Without any target nothing is divided, and every dose is shown.
      const aside = sum.isKnown
        ? { doses: sum.without, onDay: sum.withoutOnDay }
        : { doses: 0, onDay: 0 };
      return {
        code,
        name: row.name,
        intervention,
        targetGroup,
        units: row.units,
        missingTargets: sum.missingTargets + row.units * groups.length,
        targetPopulation: sum.isKnown ? sum.people : null,
        dosesAdministered: sum.residents - aside.doses,
        dosesWithoutTarget: aside.doses,
        nonResidentDoses: sum.nonResidents,
        unverifiedDoses: sum.unverified,
        doubtfulDoses: sum.doubtful,
        reportsReceived: row.reports,
        reportsNotDue: row.notDue,
        onDay:
          on === null
            ? null
            : {
                doses: sum.onDay - aside.onDay,
                received: row.dayReports,
                expected: isService ? row.units - row.dayNotDue : 0,
                isService,
                isPast: on.isPast,
              },
        completeDays: row.completeDays,
      };
    }),
  );
}

/** What rows that are added up do not say themselves. */
export type Whole = {
  readonly code: string;
  readonly name: string;
  /** Complete days of the whole, which may have some when none of its parts has. */
  readonly completeDays: number;
};

/**
 * Rows of the parts of a place, added up: a row for each column, also when there are no parts. The
 * target population is null only when that of every part is.
 */
export function totalCounts(
  parts: readonly PlaceCounts[],
  campaign: Campaign,
  filter: CellFilter,
  whole: Whole,
): PlaceCounts[] {
  return columnsOf(campaign, filter).map(({ intervention, targetGroup }) => {
    const own = parts.filter(
      (part) => part.intervention === intervention && part.targetGroup === targetGroup,
    );
    return { ...sumOfCounts(own), ...whole, intervention, targetGroup };
  });
}

/** The figures of several places as one, without what names it. */
export function sumOfCounts(
  rows: readonly Omit<PlaceCounts, "code" | "name">[],
): Omit<PlaceCounts, "code" | "name" | "intervention" | "targetGroup" | "completeDays"> {
  const isKnown = rows.some(({ targetPopulation }) => targetPopulation !== null);
  const sum = (count: (row: Omit<PlaceCounts, "code" | "name">) => number) =>
    rows.reduce((total, row) => total + count(row), 0);
  // A row without a target stands aside as soon as another has one.
  const divided = (count: (row: Omit<PlaceCounts, "code" | "name">) => number) =>
    sum((row) => (isKnown && row.targetPopulation === null ? 0 : count(row)));
  const onDay = rows.find((row) => row.onDay !== null)?.onDay;

  return {
    units: sum(({ units }) => units),
    missingTargets: sum(({ missingTargets }) => missingTargets),
    targetPopulation: isKnown ? sum(({ targetPopulation }) => targetPopulation ?? 0) : null,
    dosesAdministered: divided(({ dosesAdministered }) => dosesAdministered),
    dosesWithoutTarget: sum(
      ({ targetPopulation, dosesAdministered, dosesWithoutTarget }) =>
        dosesWithoutTarget + (isKnown && targetPopulation === null ? dosesAdministered : 0),
    ),
    nonResidentDoses: sum(({ nonResidentDoses }) => nonResidentDoses),
    unverifiedDoses: sum(({ unverifiedDoses }) => unverifiedDoses),
    doubtfulDoses: divided(({ doubtfulDoses }) => doubtfulDoses),
    reportsReceived: sum(({ reportsReceived }) => reportsReceived),
    reportsNotDue: sum(({ reportsNotDue }) => reportsNotDue),
    onDay: onDay
      ? {
          ...onDay,
          doses: divided((row) => row.onDay?.doses ?? 0),
          received: sum((row) => row.onDay?.received ?? 0),
          expected: sum((row) => row.onDay?.expected ?? 0),
        }
      : null,
  };
}

function rowsOf(facts: readonly CountedFact[]): Map<string, Row> {
  const ofPlaces = (of: CountedFact["kind"]) =>
    new Map(facts.filter(({ kind }) => kind === of).map((each) => [each.place, each]));
  const [reports, notDue] = [ofPlaces("report"), ofPlaces("notDue")];
  const [dayReports, completeDays] = [ofPlaces("dayReport"), ofPlaces("completeDays")];
  const rows = new Map<string, Row>();
  for (const { kind, place, code, name, amount } of facts) {
    if (kind !== "place" || code === null || name === null) continue;
    const row = rows.get(code) ?? {
      name,
      units: 0,
      reports: 0,
      notDue: 0,
      dayReports: 0,
      dayNotDue: 0,
      completeDays: 0,
      places: [],
    };
    row.units += amount;
    row.reports += reports.get(place)?.amount ?? 0;
    row.notDue += notDue.get(place)?.amount ?? 0;
    row.dayReports += dayReports.get(place)?.amount ?? 0;
    row.dayNotDue += notDue.get(place)?.beside ?? 0;
    row.completeDays += (reports.get(place)?.beside ?? 0) + (completeDays.get(place)?.amount ?? 0);
    row.places.push(place);
    rows.set(code, row);
  }
  return rows;
}

function byCell(
  facts: readonly CountedFact[],
  kind: "target" | "dose" | "dayDose" | "untargeted" | "untargetedOnDay" | "doubtful",
): Map<string, CountedFact> {
  const cells = new Map<string, CountedFact>();
  for (const fact of facts) {
    if (fact.kind === kind) {
      const cell = `${fact.place}/${fact.code ?? ""}/${fact.name ?? ""}`;
      const known = cells.get(cell);
      // Of a larger place there is a doubtful fact of each unit.
      cells.set(cell, known ? { ...fact, amount: known.amount + fact.amount } : fact);
    }
  }
  return cells;
}
