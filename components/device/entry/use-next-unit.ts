import { useOutbox } from "@/components/device/outbox/use-outbox";
import { isLive } from "@/lib/device/outbox/mutation";

import { arrivalsSince } from "@/lib/device/entry/arrivals";
import type { NextUnit } from "./card-dock";
import type { EntryContext } from "@/lib/device/entry/entry-context";

export type Candidate = NextUnit & { readonly code: string };

/**
 * The first of the units without a report that has none in this device's outbox either, on its way or
 * arrived since: the server that drew the card may not have heard of it, on a line that comes and goes.
 *
 * @param drawnAt ISO, by the server's clock: of when the candidates are.
 */
export function useNextUnit(
  candidates: readonly Candidate[],
  context: EntryContext,
  drawnAt: string,
): NextUnit | null {
  const mutations = useOutbox(context.actorId)?.view.mutations ?? [];
  const arrived = arrivalsSince(mutations, { ...context, drawnAt });
  const isTyped = ({ code }: Candidate) =>
    mutations.some(
      (each) =>
        isLive(each) &&
        each.slug === context.slug &&
        each.day === context.day &&
        each.unit === code,
    );
  return candidates.find((each) => !arrived.has(each.code) && !isTyped(each)) ?? null;
}
