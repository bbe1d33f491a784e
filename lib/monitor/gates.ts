import type { Campaign, Gate, GateTerm, Intervention } from "@/lib/campaign/campaign";
import type { CoverageCounts, Ratio } from "@/lib/coverage/coverage";
import { judgeGate } from "@/lib/coverage/gate";

import type { UnitSetKey, UnitSetKind } from "@/lib/campaign/unit-set/unit-set";

import type { PlaceCounts } from "./counts";

/** Counts that gates ask for: of the units of a set, or of all (null). */
export type GateCounts = PlaceCounts & { readonly ofSet: UnitSetKey | null };

/** A gate of a place: whether it is open, and each coverage that it asks for with its figures. */
export type GateState = Pick<Gate, "code" | "name"> & {
  readonly isOpen: boolean;
  readonly terms: readonly (GateTerm &
    CoverageCounts & {
      readonly coverage: Ratio | null;
      readonly isMet: boolean;
      readonly of: Intervention;
      readonly groupName: string | null;
      readonly setName: string | null;
    })[];
};

/** What gates ask for, each once: sets of a kind or all units (null), in groups or all together. */
export function askedByGates({ gates }: Pick<Campaign, "gates">): {
  readonly kind: UnitSetKind | null;
  readonly isSplit: boolean;
}[] {
  const asked = gates
    .flatMap(({ terms }) => terms)
    .map(({ unitSet, targetGroup }) => ({
      kind: unitSet?.kind ?? null,
      isSplit: targetGroup !== null,
    }));
  return [...new Map(asked.map((each) => [JSON.stringify(each), each])).values()];
}

/**
 * The gates of a campaign in its kabupaten.
 *
 * @param counts of it and of its sets, as {@link askedByGates} asks for them; null: they are not known.
 */
export function gatesOf(campaign: Campaign, counts: readonly GateCounts[] | null): GateState[] {
  if (counts === null) return [];
  return campaign.gates.map(({ code, name, terms }) => {
    const asked = terms.flatMap((term) => {
      const of = campaign.interventions.find((each) => each.code === term.intervention);
      const counted = counts.find(
        ({ intervention, targetGroup, ofSet }) =>
          intervention === term.intervention &&
          targetGroup === term.targetGroup &&
          isSameSet(ofSet, term.unitSet),
      );
      if (!of) return [];
      const group = campaign.targetGroups.find((each) => each.code === term.targetGroup);
      return [
        {
          ...term,
          of,
          groupName: group?.name ?? null,
          setName: setNameOf(campaign, term.unitSet),
          dosesAdministered: counted?.dosesAdministered ?? 0,
          targetPopulation: counted?.targetPopulation ?? null,
        },
      ];
    });
    return { code, name, ...judgeGate(asked) };
  });
}

function isSameSet(one: UnitSetKey | null, other: UnitSetKey | null): boolean {
  return one?.kind === other?.kind && one?.code === other?.code;
}

function setNameOf({ unitSets }: Campaign, asked: UnitSetKey | null): string | null {
  return unitSets.find((set) => isSameSet(set, asked))?.name ?? asked?.code ?? null;
}
