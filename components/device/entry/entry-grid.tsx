"use client";

import { useTranslations } from "next-intl";
import type { HTMLAttributes } from "react";

import { ScrollRegion } from "@/components/base/ui/scroll-region";
import type { EntryStore } from "@/lib/device/entry/store";
import { hasRowSum, type EntryColumn, type EntryRow } from "@/lib/report/entry-row";
import type { EntryFigures } from "@/lib/report/schema";

import { GridFoot } from "./grid-foot";
import { GridHead } from "./grid-head";
import { GridRow } from "./grid-row";
import type { EntryWords } from "./use-entry-words";

/** Up to so many columns have yesterday's number beside them; of more, too few would be seen at once. */
const maxWithEve = 12;

/** In rem. Fixed, so that no column moves while words beside it change. */
const width = { name: 11.5, field: 4.5, eve: 3.875, sum: 4.5, state: 12.5 } as const;

/** The fields of a day, a row a unit, which scroll in what height is left. */
export function EntryGrid(props: {
  readonly store: EntryStore;
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  readonly unitKind: "village" | "unit";
  readonly figures: EntryFigures;
  readonly dayName: string;
  readonly cardHrefs: Readonly<Record<string, string>>;
  /** Of the keys, the focus and the chosen block. */
  readonly handlers: HTMLAttributes<HTMLTableElement>;
  readonly onLeave: (unit: string) => Promise<void>;
}) {
  const t = useTranslations("entry");
  const { columns, figures, store, unitKind, words } = props;
  const hasSubdistricts = new Set(props.rows.map(({ unit }) => unit.subdistrictName)).size > 1;
  const hasEve = columns.length <= maxWithEve;
  return (
    <div role="region" aria-label={t("grid.label")} className="flex min-h-0 flex-col">
      <ScrollRegion
        isFilling
        className="min-h-0 scroll-pt-14 scroll-pr-56 scroll-pl-48 overflow-y-auto print:overflow-visible"
      >
        <table
          {...props.handlers}
          style={{ minWidth: `${String(widthOf(columns, hasEve))}rem` }}
          className="w-full table-fixed border-separate border-spacing-0"
        >
          <caption className="sr-only">{t("grid.caption", { day: props.dayName })}</caption>
          <colgroup>
            <col style={{ width: `${String(width.name)}rem` }} />
            {columns.map(({ key }) => (
              <GridColumn key={key} hasEve={hasEve} />
            ))}
            {hasRowSum(columns) ? <col style={{ width: `${String(width.sum)}rem` }} /> : null}
            <col />
          </colgroup>
          <GridHead columns={columns} unitKind={unitKind} figures={figures} hasEve={hasEve} />
          <tbody>
            {store.order.map((unit, index) => (
              <GridRow
                key={unit}
                store={store}
                unit={unit}
                index={index}
                columns={columns}
                words={words}
                cardHref={props.cardHrefs[unit] ?? ""}
                hasSubdistrict={hasSubdistricts}
                hasEve={hasEve}
                onLeave={props.onLeave}
              />
            ))}
          </tbody>
          <GridFoot store={store} columns={columns} words={words} hasEve={hasEve} />
        </table>
      </ScrollRegion>
    </div>
  );
}

function widthOf(columns: readonly EntryColumn[], hasEve: boolean): number {
  const fields = columns.length * (width.field + (hasEve ? width.eve : 0));
  return width.name + fields + (hasRowSum(columns) ? width.sum : 0) + width.state;
}

function GridColumn({ hasEve }: { readonly hasEve: boolean }) {
  return (
    <>
      <col style={{ width: `${String(width.field)}rem` }} />
      {hasEve ? <col style={{ width: `${String(width.eve)}rem` }} /> : null}
    </>
  );
}
