"use client";

import dynamic from "next/dynamic";

import type { EntryStore } from "@/lib/device/entry/store";
import { fallenAt } from "@/lib/device/entry/row-counts";
import { useSnapshot } from "@/lib/device/entry/use-entry-store";
import { useReturnFocus } from "./use-return-focus";

const ReasonDialog = dynamic(
  () => import("@/components/device/outbox/reason-dialog").then((module) => module.ReasonDialog),
  { ssr: false },
);

/** Asks for the reason of changes that cannot be sent without one. Nothing while none is asked for. */
export function AskedReason(props: { readonly store: EntryStore }) {
  const { store } = props;
  const { asked, rows } = useSnapshot(store);
  useReturnFocus(asked.length > 0);
  if (asked.length === 0) return null;
  const isFallen = asked.some((unit) => {
    const state = rows.get(unit);
    return state && store.columns.some(({ key }) => fallenAt(state, store.columns, key));
  });

  return (
    <ReasonDialog
      unit={asked.map((unit) => rows.get(unit)?.row.unit.name ?? unit).join(", ")}
      suggested={isFallen ? "cumulativeFell" : null}
      onGive={(reason) => void store.giveReason(reason)}
      onClose={store.dropReason}
    />
  );
}
