import type { Campaign } from "@/lib/campaign/campaign";
import { whyNotAdded } from "@/lib/campaign/figure";
import type { CoverageCounts } from "@/lib/coverage/coverage";
import type { GoalScope } from "@/lib/coverage/dated-goal";
import type { Goal } from "@/lib/coverage/goal";
import { needed, neededEach } from "@/lib/coverage/needed";

import type { PlaceCounts } from "./counts";

/** What a goal of an intervention is held against while it is chosen. */
export type GoalBase = {
  readonly whole: CoverageCounts;
  /** People and doses of each unit with a target population, one after the other: a form carries them all. */
  readonly units: readonly number[];
};

/** By the code of the intervention. */
export type GoalBases = Readonly<Record<string, GoalBase>>;

/**
 * The bases of the interventions that have one number: those whose groups do not add have none, and
 * neither has one without a target population.
 */
export function goalBasesOf(
  { interventions }: Pick<Campaign, "interventions">,
  {
    wholes,
    units,
  }: { readonly wholes: readonly PlaceCounts[]; readonly units: readonly PlaceCounts[] },
): GoalBases {
  return Object.fromEntries(
    interventions.flatMap((intervention) => {
      const isIts = (counts: PlaceCounts) => counts.intervention === intervention.code;
      const whole = wholes.find(isIts);
      if (whole?.targetPopulation == null || whyNotAdded(intervention) !== null) return [];
      const { dosesAdministered, targetPopulation } = whole;
      return [
        [
          intervention.code,
          {
            whole: { dosesAdministered, targetPopulation },
            units: units
              .filter(isIts)
              .flatMap((unit) =>
                unit.targetPopulation === null
                  ? []
                  : [unit.targetPopulation, unit.dosesAdministered],
              ),
          },
        ] as const,
      ];
    }),
  );
}

/** What each scope of a goal would lack; null: nothing can be said of it. */
export function goalNeeds(
  { whole, units }: GoalBase,
  goal: Goal,
): Readonly<Record<GoalScope, number | null>> {
  const counts: CoverageCounts[] = [];
  for (let at = 0; at + 1 < units.length; at += 2) {
    const [targetPopulation = 0, dosesAdministered = 0] = units.slice(at, at + 2);
    counts.push({ targetPopulation, dosesAdministered });
  }
  return { whole: needed({ ...whole, goal }), each: neededEach(counts, goal) };
}
