import { figureKeyOf } from "@/lib/campaign/figure";
import type { CoverageCounts } from "@/lib/coverage/coverage";

/**
 * A kecamatan that is counted beside its own villages, in one intervention: what a total of both holds of
 * the kecamatan. The two are never to be added; a campaign from before set-up rejected it may have them.
 */
export type TwoLevels = {
  /** Code of the kecamatan, and its name. */
  readonly place: string;
  readonly name: string;
  readonly intervention: string;
  /** null: the groups together; never of groups that do not add. */
  readonly targetGroup: string | null;
  /** The kecamatan's own doses and target population in the total. */
  readonly doses: number;
  readonly people: number;
};

/** A total of one figure. */
export type Whole = CoverageCounts & Pick<TwoLevels, "intervention" | "targetGroup">;

/** The totals that hold a kecamatan beside its villages, without what the kecamatan gave. */
export function withoutSubdistricts(
  levels: readonly TwoLevels[],
  wholes: readonly Whole[],
): readonly Whole[] {
  return wholes.flatMap((whole) => {
    const { intervention, targetGroup, dosesAdministered, targetPopulation } = whole;
    const of = levels.filter((each) => figureKeyOf(each) === figureKeyOf(whole));
    if (of.length === 0 || targetPopulation === null) return [];
    const sum = (key: "doses" | "people") => of.reduce((total, each) => total + each[key], 0);
    return [
      {
        intervention,
        targetGroup,
        dosesAdministered: dosesAdministered - sum("doses"),
        targetPopulation: targetPopulation - sum("people"),
      },
    ];
  });
}
