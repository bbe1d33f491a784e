"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { hasRowSum } from "@/lib/report/entry-row";
import type { EntryNotice } from "@/lib/device/entry/notice";
import type { EntryStore } from "@/lib/device/entry/store";
import { countIn, fallenAt, warningAt } from "@/lib/device/entry/row-counts";
import { useSnapshot } from "@/lib/device/entry/use-entry-store";
import type { EntryWords } from "./use-entry-words";

/**
 * What a screen reader is told: politely what was sent, the sum, and warnings, at most one a
 * second; at once only what was rejected and a session that ended.
 */
export function LiveRegions(props: {
  readonly store: EntryStore;
  readonly words: EntryWords;
  readonly chosen: { readonly unit: string; readonly key: string } | null;
}) {
  const t = useTranslations("entry");
  const { store, words, chosen } = props;
  const { rows, notice, where } = useSnapshot(store);
  const nameOf = (unit: string | undefined) => rows.get(unit ?? "")?.row.unit.name ?? "";

  function said(of: EntryNotice): string {
    const unit = nameOf(of.units[0]);
    switch (of.kind) {
      case "sent":
        return [
          t("live.sent", { unit, count: of.count }),
          ...(hasRowSum(store.columns)
            ? [t("live.sum", { day: words.dayWord, count: sumOf() })]
            : []),
        ].join(" ");
      case "filled":
      case "undone":
      case "redone":
        return t(`live.${of.kind}`, { count: of.count });
      case "recounted":
        return t("figures.liveRecounted", { unit });
      case "kept":
        return t("live.kept", { unit, count: of.count, where });
      case "failed":
        return t("live.failed", { unit });
      case "otherPerson":
        return t("otherPersonText");
      case "conflict":
        return t("live.conflict", { unit });
      case "rejected": {
        const state = rows.get(of.units[0] ?? "");
        return t("live.rejected", { unit, reason: (state && words.whyRejected(state)) ?? "" });
      }
      case "signedOut":
        return `${t("signedOut")} ${t("signedOutText", { where })}`;
    }
  }
  function sumOf(): number {
    return [...rows.values()].reduce(
      (sum, state) =>
        store.columns.reduce(
          (total, { key }) => total + (countIn(state, store.columns, key) ?? 0),
          sum,
        ),
      0,
    );
  }
  function warned(): string {
    const state = chosen && rows.get(chosen.unit);
    const column = store.columns.find(({ key }) => key === chosen?.key);
    if (!state || !column) return "";
    const of = { unit: state.row.unit.name, column: words.columnName(column) };
    const fallen = fallenAt(state, store.columns, column.key);
    if (fallen) return t("live.warning", { ...of, text: t("figures.fell", fallen) });
    const warning = warningAt(state, store.columns, column.key);
    return warning ? t("live.warning", { ...of, text: words.warning(warning) }) : "";
  }

  const isUrgent = notice !== null && urgent.includes(notice.kind);
  const polite = useUnhurried(warned() || (notice && !isUrgent ? said(notice) : ""));
  return (
    <>
      <p aria-live="polite" className="sr-only">
        {polite}
      </p>
      <p aria-live="assertive" className="sr-only">
        {notice && isUrgent ? said(notice) : ""}
      </p>
    </>
  );
}

const urgent: readonly EntryNotice["kind"][] = ["rejected", "signedOut", "otherPerson", "failed"];

/** The text as it was a second ago, unless it has changed since. */
function useUnhurried(text: string): string {
  const [said, setSaid] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), 1_000);
    return () => clearTimeout(timer);
  }, [text]);
  return said;
}
