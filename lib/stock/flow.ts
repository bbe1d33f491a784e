import type { MoveKind, StockMove, StoreKey } from "./stock";

/** What the moves of a batch in one store and day come to, in doses. */
export type DayFlow = {
  /** From outside, less what was put right of it. */
  readonly received: number;
  /** From other stores of the kabupaten, less what went to them. */
  readonly moved: number;
  /** To the outside. */
  readonly returned: number;
  readonly discarded: number;
  /** What count sheets found above (or below 0: below) what was written down. */
  readonly adjusted: number;
};

export const noFlow: DayFlow = { received: 0, moved: 0, returned: 0, discarded: 0, adjusted: 0 };

/** By how much a flow changes what lies in the store. */
export function netOf({ received, moved, returned, discarded, adjusted }: DayFlow): number {
  return received + moved - returned - discarded + adjusted;
}

export function addFlows(a: DayFlow, b: DayFlow): DayFlow {
  return {
    received: a.received + b.received,
    moved: a.moved + b.moved,
    returned: a.returned + b.returned,
    discarded: a.discarded + b.discarded,
    adjusted: a.adjusted + b.adjusted,
  };
}

type Moved = Pick<StockMove, "kind" | "from" | "to" | "doses">;

/**
 * What a move does to each store that it touches. One that puts another right runs the other way, so it
 * takes back what that did: a receipt out of a store is so much less received.
 */
export function flowsOf(
  move: Moved,
): readonly { readonly store: StoreKey; readonly flow: DayFlow }[] {
  const { from, to, doses } = move;
  if (from !== null && to !== null) {
    return [
      { store: from, flow: { ...noFlow, moved: -doses } },
      { store: to, flow: { ...noFlow, moved: doses } },
    ];
  }
  if (to !== null) return [{ store: to, flow: edgeFlow(move.kind, doses) }];
  return from === null ? [] : [{ store: from, flow: edgeFlow(move.kind, -doses) }];
}

/** Doses that come from nowhere that is written down, or below 0 go there. */
function edgeFlow(kind: MoveKind, doses: number): DayFlow {
  switch (kind) {
    case "receipt":
    case "issue":
      return { ...noFlow, received: doses };
    case "return":
      return { ...noFlow, returned: -doses };
    case "discard":
      return { ...noFlow, discarded: -doses };
    case "count":
      return { ...noFlow, adjusted: doses };
  }
}
