"use client";

import clsx from "clsx";
import { Check, CircleX, GitCompareArrows, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";

import type { EntryCell, EntryColumn } from "@/lib/report/entry-row";

import { CountInput } from "./count-input";
import type { EntryStore } from "@/lib/device/entry/store";
import type { EntryWords } from "./use-entry-words";

export type CellLook =
  "still" | "unsent" | "sending" | "sent" | "warning" | "rejected" | "conflict";

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
  /** Yesterday has a column of its own; else it is only described. */
  readonly hasEve: boolean;
  readonly startsIntervention: boolean;
  readonly rowIndex: number;
  readonly columnIndex: number;
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
  const Icon = look === "still" || look === "unsent" || length > 5 ? null : icons[look];
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
          data-column={props.columnIndex}
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
            length > 5 ? "pl-1" : "pl-5",
            length > 4 ? "pr-1.5 text-dense" : "pr-2 text-body",
            isReadOnly && "text-ink2",
          )}
        />
        {props.hasEve ? null : (
          <span id={`${id}-facts`} className="sr-only">
            {facts}
          </span>
        )}
      </td>
      {props.hasEve ? (
        <td
          id={`${id}-facts`}
          className="border-b border-line pr-2.5 pl-1.5 text-right text-note text-ink3"
        >
          {facts}
        </td>
      ) : null}
    </>
  );
});

/** What is known of a cell, and how it stands in words. */
function Facts({ cell, difference, hasEve, isUnsent, look, words }: CellProps) {
  const t = useTranslations("entry");
  const { count, signed } = words.format;
  return (
    <>
      <span className="sr-only">
        {difference === undefined
          ? t("grid.describe", { target: count(cell.target), already: count(cell.before) })
          : t("figures.describe", { target: count(cell.target) })}{" "}
      </span>
      <span className={hasEve ? undefined : "sr-only"}>
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
