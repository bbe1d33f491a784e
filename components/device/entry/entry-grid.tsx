"use client";

import { useTranslations } from "next-intl";
import { useCallback, type HTMLAttributes } from "react";
import { flushSync } from "react-dom";

import { ScrollRegion } from "@/components/base/ui/scroll-region";
import type { EntryStore } from "@/lib/device/entry/store";
import type { EntryRow } from "@/lib/report/entry-row";
import type { EntryFigures } from "@/lib/report/schema";

import { gridWidths, type GridColumns } from "./grid-columns";
import { GridFoot } from "./grid-foot";
import { GridHead } from "./grid-head";
import { GridRow } from "./grid-row";
import type { EntryWords } from "./use-entry-words";

/** The fields of a day, a row a unit, which scroll in what height is left. */
export function EntryGrid(props: {
  readonly store: EntryStore;
  readonly rows: readonly EntryRow[];
  readonly grid: GridColumns;
  readonly words: EntryWords;
  readonly unitKind: "village" | "unit";
  readonly figures: EntryFigures;
  readonly dayName: string;
  readonly cardHrefs: Readonly<Record<string, string>>;
  /** Of the keys, the focus and the chosen block. */
  readonly handlers: HTMLAttributes<HTMLTableElement>;
  readonly fold: (intervention: string) => void;
  readonly unfold: (intervention: string) => void;
  readonly onLeave: (unit: string) => Promise<void>;
}) {
  const t = useTranslations("entry");
  const { figures, grid, store, unfold, unitKind, words } = props;
  const hasSubdistricts = new Set(props.rows.map(({ unit }) => unit.subdistrictName)).size > 1;
  const { columns, last, least } = gridWidths(grid);
  /** Opens what is folded at the field that somebody has to look at. */
  const openAt = useCallback(
    (intervention: string, fieldId: string) => {
      flushSync(() => unfold(intervention));
      document.getElementById(fieldId)?.focus();
    },
    [unfold],
  );
  return (
    <div role="region" aria-label={t("grid.label")} className="flex min-h-0 flex-col">
      <ScrollRegion
        isFilling
        className="min-h-0 scroll-pt-14 scroll-pr-56 scroll-pl-48 overflow-y-auto print:overflow-visible"
      >
        <table
          {...props.handlers}
          style={{ minWidth: `${String(least)}rem` }}
          className="w-full table-fixed border-separate border-spacing-0"
        >
          <caption className="sr-only">{t("grid.caption", { day: props.dayName })}</caption>
          <colgroup>
            {columns.map((width, index) => (
              <col key={index} style={{ width: `${String(width)}rem` }} />
            ))}
            <col {...(last !== null && { style: { width: `${String(last)}rem` } })} />
          </colgroup>
          <GridHead {...{ store, grid, unitKind, figures, unfold }} fold={props.fold} />
          <tbody>
            {store.order.map((unit, index) => (
              <GridRow
                key={unit}
                store={store}
                unit={unit}
                index={index}
                grid={grid}
                words={words}
                cardHref={props.cardHrefs[unit] ?? ""}
                hasSubdistrict={hasSubdistricts}
                onUnfold={openAt}
                onLeave={props.onLeave}
              />
            ))}
          </tbody>
          <GridFoot store={store} grid={grid} words={words} />
        </table>
      </ScrollRegion>
    </div>
  );
}
