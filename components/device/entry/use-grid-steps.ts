"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";

import type { EntryStore } from "@/lib/device/entry/store";
import type { StepResult } from "@/lib/device/entry/steps";
import type { ToastText } from "@/lib/device/entry/use-zero-report";

/**
 * Ctrl+Z, Ctrl+Y and the toast after a paste. What was sent meanwhile becomes a correction, which
 * waits for Kirim; the toast says so.
 *
 * @param takeBackZero takes back a zero report that was sent.
 */
export function useGridSteps(store: EntryStore, takeBackZero: (unit: string) => Promise<void>) {
  const t = useTranslations("entry.steps");
  const [toast, setToast] = useState<ToastText | null>(null);

  const told = useCallback(
    (stepped: StepResult | null) => {
      if (!stepped) return;
      const { sent, kind, direction, count } = stepped;
      if (sent.length > 0) setToast({ text: t("sent", { count: sent.length }) });
      else if (kind === "pasted" && direction === "undone")
        setToast({ text: t("undone", { count }) });
      else setToast(null);
    },
    [t],
  );
  const undo = useCallback(() => {
    const zero = store.sentZero();
    if (zero === null) told(store.undo());
    else void takeBackZero(zero);
  }, [store, told, takeBackZero]);
  const redo = useCallback(() => told(store.redo()), [store, told]);
  const pasted = useCallback(
    ({ step, count }: { readonly step: number | null; readonly count: number }) => {
      if (step === null) return;
      setToast({
        text: t("pasted", { count }),
        action: { label: t("undoPaste"), run: () => told(store.undo(step)) },
      });
    },
    [store, t, told],
  );
  // Outside the fields too: after a paste the focus may be on a button.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target, key } = event;
      const isControl = (event.ctrlKey || event.metaKey) && !event.altKey;
      const isTyping = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
      // A dialog has its own.
      const isElsewhere = target instanceof Element && target.closest("[role=dialog]") !== null;
      if (!isControl || isTyping || isElsewhere || !/^[zy]$/i.test(key)) return;
      event.preventDefault();
      (key.toLowerCase() === "y" || event.shiftKey ? redo : undo)();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [undo, redo]);
  const dismiss = useCallback(() => setToast(null), []);

  return { undo, redo, pasted, toast, dismiss };
}
