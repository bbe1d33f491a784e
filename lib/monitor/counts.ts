import type { Campaign } from "@/lib/campaign/campaign";

/** A row of a roll-up, or a place: the shape of `Fact`, which a query fills. */
type Counted = {
  readonly kind: "place" | "target" | "dose" | "report" | "notDue";
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
  readonly dosesAdministered: number;
  readonly nonResidentDoses: number;
  /** Of the doses administered: those in reports that nobody has verified yet. */
  readonly unverifiedDoses: number;
  /** Reports of service days, sweeping days not counted. */
  readonly reportsReceived: number;
  /** Reports of service days that units which joined midway do not owe. */
  readonly reportsNotDue: number;
};

export type CellFilter = {
  readonly intervention?: string | undefined;
  readonly targetGroup?: string | undefined;
  /** A row for each target group rather than their sum. */
  readonly isSplit?: boolean | undefined;
};

type Row = {
  readonly name: string;
  units: number;
  reports: number;
  notDue: number;
  readonly places: string[];
};

/**
 * Counts of each place and intervention, places in the order in which they come, interventions and
 * groups in the campaign's. A place with no report or no target population stays in the answer.
 */
export function countsOf(
  facts: readonly Counted[],
  campaign: Campaign,
  filter: CellFilter,
): PlaceCounts[] {
  const targets = byCell(facts, "target");
  const doses = byCell(facts, "dose");
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
        }
      }
      return {
        code,
        name: row.name,
        intervention,
        targetGroup,
        units: row.units,
        missingTargets: sum.missingTargets + row.units * groups.length,
        targetPopulation: sum.isKnown ? sum.people : null,
        dosesAdministered: sum.residents,
        nonResidentDoses: sum.nonResidents,
        unverifiedDoses: sum.unverified,
        reportsReceived: row.reports,
        reportsNotDue: row.notDue,
      };
    }),
  );
}

/**
 * Rows of the parts of a place, added up: a row for each column, also when there are no parts. The
 * target population is null only when that of every part is.
 */
export function totalCounts(
  parts: readonly PlaceCounts[],
  campaign: Campaign,
  filter: CellFilter,
  place: { readonly code: string; readonly name: string },
): PlaceCounts[] {
  return columnsOf(campaign, filter).map(({ intervention, targetGroup }) => {
    const own = parts.filter(
      (part) => part.intervention === intervention && part.targetGroup === targetGroup,
    );
    const sum = (count: (part: PlaceCounts) => number) =>
      own.reduce((total, part) => total + count(part), 0);

    return {
      ...place,
      intervention,
      targetGroup,
      units: sum(({ units }) => units),
      missingTargets: sum(({ missingTargets }) => missingTargets),
      targetPopulation: own.some(({ targetPopulation }) => targetPopulation !== null)
        ? sum(({ targetPopulation }) => targetPopulation ?? 0)
        : null,
      dosesAdministered: sum(({ dosesAdministered }) => dosesAdministered),
      nonResidentDoses: sum(({ nonResidentDoses }) => nonResidentDoses),
      unverifiedDoses: sum(({ unverifiedDoses }) => unverifiedDoses),
      reportsReceived: sum(({ reportsReceived }) => reportsReceived),
      reportsNotDue: sum(({ reportsNotDue }) => reportsNotDue),
    };
  });
}

export type Column = {
  readonly intervention: string;
  readonly targetGroup: string | null;
  /** The groups that it adds up. */
  readonly groups: readonly string[];
};

/** What an answer has a row for in each place: an intervention, or one of its groups when split. */
export function columnsOf(campaign: Campaign, filter: CellFilter): Column[] {
  return campaign.interventions
    .filter(({ code }) => filter.intervention === undefined || code === filter.intervention)
    .flatMap(({ code: intervention, targetGroups }): Column[] => {
      const groups = targetGroups.filter(
        (group) => filter.targetGroup === undefined || group === filter.targetGroup,
      );
      if (groups.length === 0) return [];
      return filter.isSplit
        ? groups.map((group) => ({ intervention, targetGroup: group, groups: [group] }))
        : [{ intervention, targetGroup: null, groups }];
    });
}

function rowsOf(facts: readonly Counted[]): Map<string, Row> {
  const amounts = (of: "report" | "notDue") =>
    new Map(facts.filter(({ kind }) => kind === of).map(({ place, amount }) => [place, amount]));
  const [reports, notDue] = [amounts("report"), amounts("notDue")];
  const rows = new Map<string, Row>();
  for (const { kind, place, code, name, amount } of facts) {
    if (kind !== "place" || code === null || name === null) continue;
    const row = rows.get(code) ?? { name, units: 0, reports: 0, notDue: 0, places: [] };
    row.units += amount;
    row.reports += reports.get(place) ?? 0;
    row.notDue += notDue.get(place) ?? 0;
    row.places.push(place);
    rows.set(code, row);
  }
  return rows;
}

function byCell(facts: readonly Counted[], kind: "target" | "dose"): Map<string, Counted> {
  const cells = new Map<string, Counted>();
  for (const fact of facts) {
    if (fact.kind === kind) {
      cells.set(`${fact.place}/${fact.code ?? ""}/${fact.name ?? ""}`, fact);
    }
  }
  return cells;
}
