import { columnKeyOf, placeColumnKeyOf } from "@/lib/campaign/column-key";
import type { UnitKind } from "@/lib/campaign/unit-kind";
import { groupBy } from "@/lib/base/group-by";

import { unitFinding, type Finding } from "./finding";
import { columnOf, totalOf, type Series } from "./series";

/**
 * `twoLevels`: a kecamatan that reports beside its own villages, with what each level says of a column
 * in which both gave doses. Set-up rejects such units; campaigns from before may have them, and their
 * totals add both.
 *
 * @param kindOf of the unit with a code.
 */
export function twoLevels(
  all: readonly Series[],
  kindOf: (unit: string) => UnitKind | undefined,
): Finding[] {
  const cellOf = ({ unit, round, ...column }: Series) =>
    placeColumnKeyOf(unit.subdistrict?.code ?? "", columnKeyOf(column), round);
  const villages = groupBy(
    all.filter(({ unit }) => kindOf(unit.code) === "village"),
    cellOf,
  );
  const both = all.flatMap((series) => {
    if (kindOf(series.unit.code) !== "subdistrict") return [];
    const doses = totalOf(series);
    const below = (villages.get(cellOf(series)) ?? []).reduce(
      (sum, each) => sum + totalOf(each),
      0,
    );
    return doses > 0 && below > 0 ? [{ series, doses, below }] : [];
  });
  return [...groupBy(both, ({ series }) => series.unit.code).values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const { unit } = first.series;
    return unitFinding(unit, {
      rule: "twoLevels",
      subject: unit.code,
      day: null,
      rows: of.map(({ series, doses, below }) => ({
        kind: "twoLevels",
        column: columnOf(series),
        values: {
          doses,
          villages: below,
          difference: Math.abs(doses - below),
          round: series.round,
        },
      })),
      remedy: { kind: "coverage", place: unit.code },
    });
  });
}
