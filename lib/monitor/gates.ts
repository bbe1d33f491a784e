import type { Campaign, Gate, GateTerm, Intervention } from "@/lib/campaign/campaign";
import type { CoverageCounts, Ratio } from "@/lib/coverage/coverage";
import { judgeGate } from "@/lib/coverage/gate";

import type { PlaceCounts } from "./counts";

/** A gate of a place: whether it is open, and each coverage that it asks for with its figures. */
export type GateState = Pick<Gate, "code" | "name"> & {
  readonly isOpen: boolean;
  readonly terms: readonly (GateTerm &
    CoverageCounts & {
      readonly coverage: Ratio | null;
      readonly isMet: boolean;
      readonly of: Intervention;
      readonly groupName: string | null;
    })[];
};

/** Whether any gate asks for one group of an intervention, whose counts totals do not have. */
export function asksForGroups({ gates }: Pick<Campaign, "gates">): boolean {
  return gates.some(({ terms }) => terms.some(({ targetGroup }) => targetGroup !== null));
}

/**
 * The gates of a campaign in one place.
 *
 * @param counts of the place: of each intervention, and of each group where a gate asks for one.
 */
export function gatesOf(campaign: Campaign, counts: readonly PlaceCounts[]): GateState[] {
  return campaign.gates.map(({ code, name, terms }) => {
    const asked = terms.flatMap((term) => {
      const of = campaign.interventions.find((each) => each.code === term.intervention);
      const counted = counts.find(
        ({ intervention, targetGroup }) =>
          intervention === term.intervention && targetGroup === term.targetGroup,
      );
      if (!of) return [];
      const group = campaign.targetGroups.find((each) => each.code === term.targetGroup);
      return [
        {
          ...term,
          of,
          groupName: group?.name ?? null,
          dosesAdministered: counted?.dosesAdministered ?? 0,
          targetPopulation: counted?.targetPopulation ?? null,
        },
      ];
    });
    return { code, name, ...judgeGate(asked) };
  });
}
