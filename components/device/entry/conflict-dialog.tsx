"use client";

import { ConflictChoice } from "@/components/device/outbox/conflict-choice";

import type { EntryStore } from "@/lib/device/entry/store";
import { typedAs } from "@/lib/device/entry/row-state";
import { useRow } from "@/lib/device/entry/use-entry-store";
import type { EntryWords } from "./use-entry-words";

/** The choice of a row in conflict. */
export function ConflictDialog(props: {
  readonly store: EntryStore;
  readonly words: EntryWords;
  readonly unit: string;
  readonly dayName: string;
  readonly onClose: () => void;
}) {
  const { store, unit } = props;
  const state = useRow(store, unit);
  if (state.status.kind !== "conflict" || state.queued === null) return null;
  // What is in conflict is what was sent; what was typed since waits as it is.
  const { content } = state.queued;

  return (
    <ConflictChoice
      unit={state.row.unit.name}
      dayName={props.dayName}
      columns={store.columns}
      words={props.words}
      mine={{
        ...typedAs({ row: state.row, figures: "daily" }, content, store.columns),
        isZero: content.zero,
        parts: content.parts,
      }}
      standing={state.status.standing}
      onChoose={(keeps) => {
        props.onClose();
        void store.resolve(unit, keeps);
      }}
      onClose={props.onClose}
    />
  );
}
