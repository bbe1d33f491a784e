"use client";

import { columnGroups, type ColumnGroup } from "@/lib/report/column-groups";
import type { EntryColumn } from "@/lib/report/entry-row";

import { useFolded } from "./use-folded";

/** Up to so many columns a card is short enough to be seen whole. */
const maxUnfoldable = 6;

/** Up to so many it begins with all of them open; of more with the first intervention alone. */
const maxOpen = 12;

type CardGroup = ColumnGroup & { readonly isFoldable: boolean; readonly isOpen: boolean };

/**
 * The interventions of a card, with those that are folded away. What a person folded or opened goes
 * along from one unit to the next while the tab is open.
 */
export function useCardFolds(
  slug: string,
  columns: readonly EntryColumn[],
): {
  readonly groups: readonly CardGroup[];
  readonly turn: (intervention: string, isOpen: boolean) => void;
} {
  // What was turned from how a card begins: fields that nobody touched stand as the server drew them.
  const turned = useFolded(`${slug}/kartu`);
  const groups = columnGroups(columns).map((group, index) => {
    const isFoldable = columns.length > maxUnfoldable && group.columns.length > 1;
    const begins = index === 0 || columns.length <= maxOpen;
    const isOpen = !isFoldable || begins !== turned.folded.has(group.intervention);
    return { ...group, isFoldable, isOpen };
  });
  return {
    groups,
    turn: (intervention, isOpen) => {
      const group = groups.find((each) => each.intervention === intervention);
      if (!group || group.isOpen === isOpen) return;
      if (turned.folded.has(intervention)) turned.unfold(intervention);
      else turned.fold(intervention);
    },
  };
}
