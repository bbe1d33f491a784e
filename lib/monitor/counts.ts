import type { Campaign, Round } from "@/lib/campaign/campaign";
import type { OnDay } from "@/lib/coverage/base";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { columnKeyOf, placeColumnKeyOf, type PlaceColumnKey } from "@/lib/campaign/column-key";

import { columnsOf, type CellFilter } from "./columns";

/** A place and a column that something is counted of. */
type CellOf = {
  readonly place: string;
  readonly intervention: string;
  readonly targetGroup: string;
};

/** A row of a roll-up, or a place that rows are shown for, with its own measures. */
export type CountedFact =
  | {
      readonly kind: "place";
      readonly place: string;
      /** Of the row that the place belongs to. */
      readonly code: string;
      readonly name: string;
      readonly units: number;
    }
  | (CellOf & {
      readonly kind: "target";
      readonly people: number;
      /** Units whose target population is known. */
      readonly units: number;
    })
  | (CellOf & {
      readonly kind: "dose";
      readonly residents: number;
      readonly nonResidents: number;
      /** Residents in reports that nobody has verified. */
      readonly unverified: number;
    })
  /** Doses of the day looked at; doses in cells without a target; doses under an open finding. */
  | (CellOf & {
      readonly kind: "dayDose" | "untargeted" | "untargetedOnDay" | "doubtful";
      readonly residents: number;
    })
  | {
      readonly kind: "report";
      readonly place: string;
      readonly reports: number;
      /** Where each report is one, a unit's; else 0. */
      readonly completeDays: number;
    }
  | {
      readonly kind: "notDue";
      readonly place: string;
      readonly reports: number;
      /** Those of the day looked at. */
      readonly ofDay: number;
    }
  | { readonly kind: "dayReport"; readonly place: string; readonly reports: number }
  | { readonly kind: "completeDays"; readonly place: string; readonly days: number };

type FactKind = CountedFact["kind"];
type FactOf<Kind extends FactKind> = CountedFact & { readonly kind: Kind };

/** The facts of a kind. */
export function factsOf<Kind extends FactKind>(
  facts: readonly CountedFact[],
  kind: Kind,
): FactOf<Kind>[] {
  return facts.filter((fact): fact is FactOf<Kind> => fact.kind === kind);
}

/** Names the place and column of a fact. */
export function cellOf(fact: CellOf): PlaceColumnKey {
  return placeColumnKeyOf(fact.place, columnKeyOf(fact));
}

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
  const dayDoses = residentsByCell(facts, "dayDose");
  const untargeted = residentsByCell(facts, "untargeted");
  const untargetedOnDay = residentsByCell(facts, "untargetedOnDay");
  const doubtful = residentsByCell(facts, "doubtful");
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
          const cell = cellOf({ place, intervention, targetGroup: group });
          const target = targets.get(cell);
          const dose = doses.get(cell);
          sum.isKnown ||= target !== undefined;
          sum.people += target?.people ?? 0;
          sum.missingTargets -= target?.units ?? 0;
          sum.residents += dose?.residents ?? 0;
          sum.nonResidents += dose?.nonResidents ?? 0;
          sum.unverified += dose?.unverified ?? 0;
          sum.onDay += dayDoses.get(cell) ?? 0;
          sum.without += untargeted.get(cell) ?? 0;
          sum.withoutOnDay += untargetedOnDay.get(cell) ?? 0;
          sum.doubtful += doubtful.get(cell) ?? 0;
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
export type WholePlace = {
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
  whole: WholePlace,
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
  const reports = byPlace(factsOf(facts, "report"));
  const notDue = byPlace(factsOf(facts, "notDue"));
  const dayReports = byPlace(factsOf(facts, "dayReport"));
  const completeDays = byPlace(factsOf(facts, "completeDays"));
  const rows = new Map<string, Row>();
  for (const { place, code, name, units } of factsOf(facts, "place")) {
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
    row.units += units;
    row.reports += reports.get(place)?.reports ?? 0;
    row.notDue += notDue.get(place)?.reports ?? 0;
    row.dayReports += dayReports.get(place)?.reports ?? 0;
    row.dayNotDue += notDue.get(place)?.ofDay ?? 0;
    row.completeDays +=
      (reports.get(place)?.completeDays ?? 0) + (completeDays.get(place)?.days ?? 0);
    row.places.push(place);
    rows.set(code, row);
  }
  return rows;
}

function byPlace<Fact extends CountedFact>(facts: readonly Fact[]): ReadonlyMap<string, Fact> {
  return new Map(facts.map((fact) => [fact.place, fact]));
}

function byCell<Kind extends "target" | "dose">(
  facts: readonly CountedFact[],
  kind: Kind,
): ReadonlyMap<PlaceColumnKey, FactOf<Kind>> {
  return new Map(factsOf(facts, kind).map((fact) => [cellOf(fact), fact]));
}

/** Of a larger place there is a doubtful fact of each unit. */
function residentsByCell(
  facts: readonly CountedFact[],
  kind: "dayDose" | "untargeted" | "untargetedOnDay" | "doubtful",
): ReadonlyMap<PlaceColumnKey, number> {
  const cells = new Map<PlaceColumnKey, number>();
  for (const fact of factsOf(facts, kind)) {
    const cell = cellOf(fact);
    cells.set(cell, (cells.get(cell) ?? 0) + fact.residents);
  }
  return cells;
}
