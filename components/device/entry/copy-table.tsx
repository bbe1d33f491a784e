"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

import { Button } from "@/components/base/ui/button";
import { tableText } from "@/lib/report/table-text";

import type { EntryStore } from "@/lib/device/entry/store";
import { copiedText } from "@/lib/device/entry/row-counts";

/** Copies the whole table as it is on the screen, with its heads. */
export function CopyTable(props: { readonly store: EntryStore; readonly unitHead: string }) {
  const t = useTranslations("entry.grid");
  const { store } = props;
  const [outcome, setOutcome] = useState<"waiting" | "copied" | "failed">("waiting");

  async function copy() {
    const { columns } = store;
    const rows = store.order.map((unit) => {
      const state = store.stateOf(unit);
      return {
        unit: state.row.unit,
        texts: columns.map(({ key }) => copiedText(state, columns, key)),
      };
    });
    try {
      await navigator.clipboard.writeText(
        tableText(rows, columns, { unit: props.unitHead, code: t("code") }),
      );
      setOutcome("copied");
    } catch {
      setOutcome("failed");
    }
  }

  const Icon = outcome === "copied" ? Check : Copy;
  return (
    <>
      <Button onClick={() => void copy()}>
        <Icon aria-hidden className="size-4" />
        <span aria-live="polite">{t(outcome === "copied" ? "copied" : "copy")}</span>
      </Button>
      {outcome === "failed" ? (
        <p role="alert" className="basis-full text-right text-note text-error">
          {t("copyFailed")}
        </p>
      ) : null}
    </>
  );
}
