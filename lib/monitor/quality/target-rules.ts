import { unitFinding, type Finding, type FindingRow, type UnitPlace } from "./finding";

/** The target population of one column of a unit in the round in question. */
export type ComparedTarget = {
  readonly intervention: string;
  readonly targetGroup: string;
  /** In force; null: not loaded. */
  readonly people: number | null;
  /** What it is compared with (`peopleBefore`); null: nothing. */
  readonly before: number | null;
};

export type UnitTargets = {
  readonly unit: UnitPlace;
  /** null: not known. */
  readonly inhabitants: number | null;
  readonly cells: readonly ComparedTarget[];
};

/** Above this share of a change a slip is likelier than growth (as the import preview asks). */
const largeChange = 0.2;

/**
 * `target`: a target population that is missing, 0, changed by more than 20 % since the last report
 * before the change, or larger than a share of the unit's inhabitants. One finding for each of the four in a
 * unit, because each is explained for itself.
 *
 * The share is that of the intervention that reaches most people: groups of one intervention are
 * different people, interventions are given to the same ones.
 *
 * @param maxShare the campaign's setting, above 0 and at most 1.
 */
export function targetFindings(units: readonly UnitTargets[], maxShare: number): Finding[] {
  return units.flatMap((targets) => {
    const { unit } = targets;
    const parts: readonly (readonly [string, readonly FindingRow[]])[] = [
      ["missing", missingRows(targets)],
      ["zero", zeroRows(targets)],
      ["changed", changedRows(targets)],
      ["share", shareRows(targets, maxShare)],
    ];
    return parts
      .filter(([, rows]) => rows.length > 0)
      .map(([part, rows]) =>
        unitFinding(unit, {
          rule: "target",
          subject: `${unit.code}/${part}`,
          day: null,
          resolver: "healthOffice",
          rows,
          remedy: {
            kind: "targets",
            subdistrict: unit.subdistrict?.code ?? null,
            unit: unit.code,
          },
        }),
      );
  });
}

function missingRows({ cells }: UnitTargets): FindingRow[] {
  return cells
    .filter(({ people }) => people === null)
    .map((cell) => ({ kind: "targetMissing", column: columnOf(cell), values: {} }));
}

function zeroRows({ cells }: UnitTargets): FindingRow[] {
  return cells
    .filter(({ people }) => people === 0)
    .map((cell) => ({ kind: "targetZero", column: columnOf(cell), values: {} }));
}

function changedRows({ cells }: UnitTargets): FindingRow[] {
  return cells.flatMap((cell) => {
    const { people: after, before } = cell;
    if (after === null || before === null) return [];
    return Math.abs(after - before) > largeChange * before
      ? [{ kind: "targetChanged", column: columnOf(cell), values: { before, after } }]
      : [];
  });
}

function shareRows({ cells, inhabitants }: UnitTargets, mostShare: number): FindingRow[] {
  if (inhabitants === null) return [];
  const sums = new Map<string, number>();
  for (const { intervention, people } of cells) {
    sums.set(intervention, (sums.get(intervention) ?? 0) + (people ?? 0));
  }
  const [largest] = [...sums].sort(([, a], [, b]) => b - a);
  if (!largest || largest[1] <= mostShare * inhabitants) return [];
  const [intervention, people] = largest;
  return [
    {
      kind: "targetShare",
      column: { intervention, targetGroup: null },
      values: { people, inhabitants, most: mostShare },
    },
  ];
}

function columnOf({ intervention, targetGroup }: ComparedTarget) {
  return { intervention, targetGroup };
}
