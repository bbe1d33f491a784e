"use client";

import { useCallback, useSyncExternalStore } from "react";

import type { Outbox, OutboxView } from "@/lib/device/outbox/open-outbox";
import { pageOutbox } from "@/lib/device/outbox/page-outbox";

type OpenOutbox = { readonly outbox: Outbox; readonly view: OutboxView };

/** One reading of a person's outbox for all that show it. */
type Shown = {
  readonly opening: Promise<Outbox>;
  open: OpenOutbox | null;
  readonly listeners: Set<() => void>;
};

const shown = new Map<string, Shown>();

/** A person's outbox and what is in it, as it changes; null until it is open. */
export function useOutbox(actorId: string): OpenOutbox | null {
  return useSyncExternalStore(
    useCallback((listener: () => void) => listen(actorId, listener), [actorId]),
    () => shown.get(actorId)?.open ?? null,
    () => null,
  );
}

function listen(actorId: string, listener: () => void): () => void {
  const opening = pageOutbox(actorId);
  const known = shown.get(actorId);
  // After signing out and in again it is another one.
  const one = known?.opening === opening ? known : follow(actorId, opening);
  one.listeners.add(listener);
  return () => void one.listeners.delete(listener);
}

/** Follows it for as long as the page is open. */
function follow(actorId: string, opening: Promise<Outbox>): Shown {
  const one: Shown = { opening, open: null, listeners: new Set() };
  shown.set(actorId, one);
  const look = async (outbox: Outbox) => {
    one.open = { outbox, view: await outbox.view() };
    for (const listener of one.listeners) listener();
  };
  opening
    .then((outbox) => {
      outbox.subscribe(() => void look(outbox).catch(() => undefined));
      return look(outbox);
    })
    // Asked again by the next part of the page that shows it.
    .catch(() => shown.delete(actorId));
  return one;
}
