"use client";

import { ChevronsLeftRight, ChevronsRightLeft, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

import { withSoftHyphens } from "@/lib/base/i18n/soft-hyphens";
import type { EntryStore } from "@/lib/device/entry/store";
import { useSnapshot } from "@/lib/device/entry/use-entry-store";
import type { ColumnGroup } from "@/lib/report/column-groups";
import type { EntryColumn } from "@/lib/report/entry-row";

import { cellLooks, isTrouble } from "./cell-looks";

const press =
  "flex w-full cursor-pointer gap-1 px-2 py-1 text-left leading-4 font-semibold focus-visible:outline-3 focus-visible:-outline-offset-2 focus-visible:outline-focus";

/** The head of an intervention, which folds its columns into one. */
export function FoldButton(props: { readonly name: string; readonly onFold: () => void }) {
  const t = useTranslations("entry.fold");
  return (
    <button
      type="button"
      aria-expanded
      title={t("fold", { name: props.name })}
      onClick={props.onFold}
      className={`${press} h-11 items-end justify-between`}
    >
      <span className="line-clamp-2 wrap-anywhere">{withSoftHyphens(props.name)}</span>
      <ChevronsRightLeft aria-hidden className="size-4 shrink-0 text-ink3 print:hidden" />
    </button>
  );
}

/** The head of an intervention that is folded: how many columns it has, and in how many rows something is wrong. */
export function UnfoldButton(props: {
  readonly store: EntryStore;
  readonly columns: readonly EntryColumn[];
  readonly group: ColumnGroup;
  readonly onUnfold: () => void;
}) {
  const t = useTranslations("entry.fold");
  const { columns, group } = props;
  const { rows } = useSnapshot(props.store);
  const places = group.columns.map((column) => columns.indexOf(column));
  const troubled = [...rows.values()].filter((state) => {
    const looks = cellLooks(state, columns);
    return places.some((index) => isTrouble(looks[index]));
  }).length;
  const name = group.columns[0].interventionName;
  return (
    <button
      type="button"
      aria-expanded={false}
      title={t("unfold", { name })}
      onClick={props.onUnfold}
      className={`${press} flex-col items-start justify-end gap-0!`}
    >
      <span className="line-clamp-2 wrap-anywhere">
        {withSoftHyphens(group.columns[0].shortName)}
      </span>
      <span className="font-normal whitespace-nowrap text-ink2">
        {t("columns", { count: places.length })}
      </span>
      <span className="flex w-full items-center gap-1 text-error">
        {troubled > 0 ? (
          <>
            <TriangleAlert aria-hidden className="size-4 shrink-0" />
            {troubled}
            <span className="sr-only"> {t("troubledRows", { count: troubled })}</span>
          </>
        ) : null}
        <ChevronsLeftRight aria-hidden className="ml-auto size-4 shrink-0 text-ink3 print:hidden" />
      </span>
    </button>
  );
}
