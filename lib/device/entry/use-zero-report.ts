"use client";

import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";

import type { StoredReport } from "@/lib/report/schema";

import type { EntryStore } from "./store";

export type UndoZero = (sent: {
  readonly slug: string;
  readonly unit: string;
  readonly day: string;
}) => Promise<boolean>;

export type ToastText = {
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
};

/**
 * Nihil and the toast that takes it back. What reported before is put back as a correction; what had
 * not reported has not reported again. `press` sends at once; a row that was only marked goes when
 * it is left. `callOff` takes back any report that waits and never went.
 */
export function useZeroReport(store: EntryStore, undoZero: UndoZero) {
  const t = useTranslations("entry");
  const [toast, setToast] = useState<ToastText | null>(null);
  /** What stood before a row became nihil. */
  const before = useRef(new Map<string, StoredReport | null>());

  const takeBack = useCallback(
    async (unit: string) => {
      const { row, status } = store.stateOf(unit);
      const told = (isUndone: boolean) =>
        setToast({ text: t(isUndone ? "undone" : "undoFailed", { unit: row.unit.name }) });
      setToast(null);
      if (status.kind === "kept") {
        told(await store.takeBack(unit));
        return;
      }
      const standing = before.current.get(unit) ?? null;
      if (standing) return store.putBack(unit, standing);
      const { slug, day } = store.context;
      const isUndone = await undoZero({ slug, unit, day }).catch(() => false);
      if (isUndone) await store.clear(unit);
      told(isUndone);
    },
    [store, t, undoZero],
  );
  const send = useCallback(
    async (unit: string, sending: () => Promise<void>) => {
      before.current.set(unit, store.stateOf(unit).standing);
      await sending();
      const { row, standing, status } = store.stateOf(unit);
      const isKept = status.kind === "kept";
      if (!isKept && !standing?.zero) return;
      setToast({
        text: isKept
          ? t("keptOf", { unit: row.unit.name, where: store.snapshot().where })
          : t("zeroSent", { unit: row.unit.name }),
        action: { label: t("undo"), run: () => void takeBack(unit) },
      });
    },
    [store, t, takeBack],
  );
  const press = useCallback((unit: string) => send(unit, () => store.zero(unit)), [store, send]);
  const leave = useCallback(
    (unit: string) =>
      store.stateOf(unit).isZero ? send(unit, () => store.leave(unit)) : store.leave(unit),
    [store, send],
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

  return { press, leave, takeBack, callOff, toast, dismiss };
}
