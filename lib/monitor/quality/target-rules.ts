import { columnKeyOf } from "@/lib/campaign/column-key";
import { isOfFigure, type Figure } from "@/lib/campaign/figure";

import {
  unitFinding,
  type Finding,
  type FindingRow,
  type NamedPlace,
  type UnitPlace,
} from "./finding";

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

/** Up to so many units of a subdistrict without a target population are named; more are one thing to load. */
const maxNamed = 3;

/** Above this share of a change a slip is likelier than growth (as the import preview asks). */
const largeChange = 0.2;

/**
 * `target`: a target population that is missing, 0, changed by more than 20 % since the last report
 * before the change, or larger than a share of the unit's inhabitants. One finding for each of the four in a
 * unit, because each is explained for itself; where many units of a subdistrict lack one, a single one with
 * their number.
 *
 * The share is that of the figure that reaches most people: interventions are given to the same ones, and
 * so are groups that do not add. Families are no share of the people at all.
 *
 * @param maxShare the campaign's setting, above 0 and at most 1.
 */
export function targetFindings(
  units: readonly UnitTargets[],
  maxShare: number,
  figures: readonly Figure[],
): Finding[] {
  const many = manyLacking(units);
  const found = units.flatMap((targets) => {
    const { unit } = targets;
    const parts: readonly (readonly [string, readonly FindingRow[]])[] = [
      [
        "missing",
        many.some(({ lacking }) => lacking.includes(targets)) ? [] : missingRows(targets),
      ],
      ["zero", zeroRows(targets)],
      ["changed", changedRows(targets)],
      ["share", shareRows(targets, maxShare, figures)],
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
  return [...many.map(missingInMany), ...found];
}

type Lacking = {
  readonly subdistrict: NamedPlace;
  /** How many units it has. */
  readonly all: number;
  readonly lacking: readonly UnitTargets[];
};

/** Subdistricts with more units without a target population than are named one by one. */
function manyLacking(units: readonly UnitTargets[]): readonly Lacking[] {
  const codes = new Set(units.flatMap(({ unit }) => unit.subdistrict?.code ?? []));
  return [...codes].flatMap((code) => {
    const of = units.filter(({ unit }) => unit.subdistrict?.code === code);
    const lacking = of.filter(({ cells }) => cells.some(({ people }) => people === null));
    const subdistrict = of[0]?.unit.subdistrict;
    return subdistrict && lacking.length > maxNamed
      ? [{ subdistrict, all: of.length, lacking }]
      : [];
  });
}

/** A row for each column, with how many units lack it. */
function missingInMany({ subdistrict, all, lacking }: Lacking): Finding {
  const counts = new Map<string, FindingRow>();
  for (const cell of lacking.flatMap(({ cells }) => cells)) {
    if (cell.people !== null) continue;
    const key = columnKeyOf(cell);
    const units = Number(counts.get(key)?.values["units"] ?? 0) + 1;
    counts.set(key, { kind: "targetMissingIn", column: columnOf(cell), values: { units, all } });
  }
  return {
    rule: "target",
    subject: `${subdistrict.code}/missing`,
    place: subdistrict,
    subdistrict,
    day: null,
    resolver: "healthOffice",
    rows: [...counts.values()],
    remedy: { kind: "targets", subdistrict: subdistrict.code, unit: null },
  };
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

function shareRows(
  { cells, inhabitants }: UnitTargets,
  mostShare: number,
  figures: readonly Figure[],
): FindingRow[] {
  if (inhabitants === null) return [];
  const [largest] = figures
    .filter(({ wording }) => !wording.nouns.includes("family"))
    .map((figure) => ({
      figure,
      people: cells
        .filter((cell) => isOfFigure(figure, cell))
        .reduce((sum, { people }) => sum + (people ?? 0), 0),
    }))
    .sort((a, b) => b.people - a.people);
  if (!largest || largest.people <= mostShare * inhabitants) return [];
  const { figure, people } = largest;
  return [
    {
      kind: "targetShare",
      column: { intervention: figure.code, targetGroup: figure.targetGroup },
      values: { people, inhabitants, most: mostShare },
    },
  ];
}

function columnOf({ intervention, targetGroup }: ComparedTarget) {
  return { intervention, targetGroup };
}
