"use client";

import { useEffect, useState, useSyncExternalStore } from "react";

import type { Snapshot, WhereKept } from "./board";
import { openEntryStore, type EntryStore } from "./store";
import type { RowState } from "./row-state";

/** The rows of a day for as long as the page shows that day. Leaving with something unsent asks first. */
export function useEntryStore(options: Parameters<typeof openEntryStore>[0]): EntryStore {
  const [store] = useState(() => openEntryStore(options));

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (store.unsent().length > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [store]);

  return store;
}

export function useSnapshot(store: EntryStore): Snapshot {
  return useSyncExternalStore(store.subscribe, store.snapshot, store.serverSnapshot);
}

export function useRow(store: EntryStore, unit: string): RowState {
  const row = useSyncExternalStore(
    store.subscribe,
    () => store.snapshot().rows.get(unit),
    () => store.serverSnapshot().rows.get(unit),
  );
  if (!row) throw new RangeError(`no row of ${unit}`);
  return row;
}

export function useWhereKept(store: EntryStore): WhereKept {
  return useSyncExternalStore(
    store.subscribe,
    () => store.snapshot().where,
    () => store.serverSnapshot().where,
  );
}
