"use client";

import clsx from "clsx";
import { Check, CircleX, GitCompareArrows, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";

import type { EntryCell, EntryColumn } from "@/lib/report/entry-row";

import type { CellLook } from "./cell-looks";
import { CountInput } from "./count-input";
import type { EntryStore } from "@/lib/device/entry/store";
import type { EntryWords } from "./use-entry-words";

const icons = {
  sending: LoaderCircle,
  sent: Check,
  warning: TriangleAlert,
  rejected: CircleX,
  conflict: GitCompareArrows,
} as const;

type CellProps = {
  readonly store: EntryStore;
  readonly unit: string;
  readonly unitName: string;
  readonly column: EntryColumn;
  readonly cell: EntryCell;
  readonly words: EntryWords;
  readonly value: string;
  readonly look: CellLook;
  readonly isUnsent: boolean;
  readonly isZero: boolean;
  /** Of a verified report. */
  readonly isReadOnly: boolean;
  /** Doses of the day that a cumulative figure comes to; undefined: daily figures are typed. */
  readonly difference: number | null | undefined;
  /** Narrow, and yesterday is only described; else it has a column of its own. */
  readonly isDense: boolean;
  readonly startsIntervention: boolean;
  readonly rowIndex: number;
  readonly columnIndex: number;
  /** Among the fields that are drawn. */
  readonly place: number;
};

/**
 * A number field of the grid and yesterday's number beside it. Its state is an icon and a word. What
 * it is given stays the same while another cell is typed in, so that only one is drawn for a digit.
 */
export const GridCell = memo(function GridCell(props: CellProps) {
  const t = useTranslations("entry");
  const { store, unit, column, look, words, isReadOnly } = props;
  const id = `c-${unit}-${String(props.columnIndex)}`;
  // A number is never cut off: the row says in words what the sign says.
  const { length } = props.value;
  const hasSign = length <= (props.isDense ? 2 : 5);
  const Icon = look === "still" || look === "unsent" || !hasSign ? null : icons[look];
  const facts = <Facts {...props} />;

  return (
    <>
      <td
        className={clsx(
          "relative h-11 border-b border-b-line p-0",
          props.startsIntervention ? "border-l border-l-line-strong" : "border-l border-l-line",
          isReadOnly && "bg-sunken",
          look === "warning" && "bg-warn-tint shadow-[inset_0_0_0_1.5px_var(--warn-line)]",
          look === "rejected" && "bg-error-tint shadow-[inset_0_0_0_1.5px_var(--error-line)]",
          look === "conflict" && "shadow-[inset_0_0_0_1.5px_var(--ink)]",
          look !== "warning" &&
            look !== "rejected" &&
            props.isUnsent &&
            "shadow-[inset_0_-2px_0_var(--ink3)]",
        )}
      >
        {Icon ? (
          <Icon
            aria-hidden
            className={clsx(
              "pointer-events-none absolute top-1/2 left-1 size-4 -translate-y-1/2",
              look === "warning" && "text-warn",
              look === "rejected" && "text-error",
              look === "sent" && "text-reached",
              look === "sending" && "animate-spin text-ink2",
            )}
          />
        ) : null}
        <CountInput
          id={id}
          data-row={props.rowIndex}
          data-column={props.place}
          value={props.value}
          onType={(text) => store.type(unit, "residents", column.key, text)}
          spellCheck={false}
          readOnly={isReadOnly}
          placeholder={props.isZero ? "0" : undefined}
          aria-label={t(props.difference === undefined ? "grid.cell" : "figures.cell", {
            unit: props.unitName,
            column: words.columnName(column),
          })}
          aria-invalid={look === "rejected" || undefined}
          aria-describedby={`${id}-facts`}
          className={clsx(
            "absolute inset-0 w-full bg-transparent text-right leading-5 font-semibold placeholder:font-normal placeholder:text-ink3 placeholder:opacity-100 focus:outline-3 focus:-outline-offset-2 focus:outline-focus data-block:bg-focus/20 forced-colors:data-block:outline-2",
            hasSign ? "pl-5" : "pl-1",
            length > 4 ? "pr-1.5 text-dense" : "pr-2 text-body",
            isReadOnly && "text-ink2",
          )}
        />
        {props.isDense ? (
          <span id={`${id}-facts`} className="sr-only">
            {facts}
          </span>
        ) : null}
      </td>
      {props.isDense ? null : (
        <td
          id={`${id}-facts`}
          className="border-b border-line pr-2.5 pl-1.5 text-right text-note text-ink3"
        >
          {facts}
        </td>
      )}
    </>
  );
});

/** What is known of a cell, and how it stands in words. */
function Facts({ cell, difference, isDense, isUnsent, look, words }: CellProps) {
  const t = useTranslations("entry");
  const { count, signed } = words.format;
  return (
    <>
      <span className="sr-only">
        {difference === undefined
          ? t("grid.describe", { target: count(cell.target), already: count(cell.before) })
          : t("figures.describe", { target: count(cell.target) })}{" "}
      </span>
      <span className={isDense ? "sr-only" : undefined}>
        {count(difference === undefined ? cell.yesterday : cell.before)}
        {difference === undefined || difference === null ? null : (
          <span
            className={clsx(
              "block leading-4 font-semibold",
              difference < 0 ? "text-error" : "text-ink2",
            )}
          >
            {signed(difference)}
            <span className="sr-only"> {words.dayWord}</span>
          </span>
        )}
      </span>
      <span className="sr-only">
        {look === "still" ? "" : `, ${t(`cellState.${look}`)}`}
        {look !== "unsent" && isUnsent ? `, ${t("cellState.unsent")}` : ""}
      </span>
    </>
  );
}
