"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState } from "react";

import type { EntryStore } from "./entry-store";

export type UndoZero = (sent: {
  readonly slug: string;
  readonly unit: string;
  readonly day: string;
}) => Promise<boolean>;

export type ZeroToast = {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
};

/**
 * Nihil in one press, and the toast that takes it back. What reported before is put back as a
 * correction; what had not reported has not reported again. `callOff` takes back any report that
 * waits and never went.
 */
export function useZeroReport(store: EntryStore, undoZero: UndoZero) {
  const t = useTranslations("entry");
  const [toast, setToast] = useState<ZeroToast | null>(null);

  const press = useCallback(
    async (unit: string) => {
      const before = store.stateOf(unit).standing;
      const { name } = store.stateOf(unit).row.unit;
      await store.zero(unit);
      const { standing, status } = store.stateOf(unit);
      if (status.kind === "kept") {
        const takeBack = async () => {
          const isUndone = await store.takeBack(unit);
          setToast({ text: t(isUndone ? "undone" : "undoFailed", { unit: name }) });
        };
        setToast({
          text: t("keptOf", { unit: name, where: store.snapshot().where }),
          action: { label: t("undo"), run: () => void takeBack() },
        });
        return;
      }
      if (!standing?.zero) return;

      const undo = async () => {
        setToast(null);
        if (before) return store.putBack(unit, before);
        const { slug, day } = store.place;
        const isUndone = await undoZero({ slug, unit, day }).catch(() => false);
        if (isUndone) await store.clear(unit);
        setToast({ text: t(isUndone ? "undone" : "undoFailed", { unit: name }) });
      };
      setToast({
        text: t("zeroSent", { unit: name }),
        action: { label: t("undo"), run: () => void undo() },
      });
    },
    [store, t, undoZero],
  );
  const dismiss = useCallback(() => setToast(null), []);
  const callOff = useCallback(
    async (unit: string) => {
      const { name } = store.stateOf(unit).row.unit;
      const isOff = await store.takeBack(unit);
      setToast({ text: t(isOff ? "cleared.calledOff" : "cleared.tooLate", { unit: name }) });
    },
    [store, t],
  );

  return { press, callOff, toast, dismiss };
}
