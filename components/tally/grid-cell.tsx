"use client";

import clsx from "clsx";
import { Check, CircleX, GitCompareArrows, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

import type { EntryCell, EntryColumn } from "@/lib/tally/entry-row";

import { CountInput } from "./count-input";
import type { EntryWords } from "./use-entry-words";

export type CellLook = "still" | "unsent" | "sending" | "sent" | "warning" | "refused" | "conflict";

const icons = {
  sending: LoaderCircle,
  sent: Check,
  warning: TriangleAlert,
  refused: CircleX,
  conflict: GitCompareArrows,
} as const;

/** A number field of the grid and yesterday's number beside it. Its state is an icon and a word. */
export function GridCell(props: {
  readonly id: string;
  readonly label: string;
  readonly column: EntryColumn;
  readonly cell: EntryCell;
  readonly words: EntryWords;
  readonly value: string;
  readonly look: CellLook;
  readonly isUnsent: boolean;
  readonly isZero: boolean;
  /** Doses of the day that a cumulative figure comes to; undefined: daily figures are typed. */
  readonly difference: number | null | undefined;
  readonly startsIntervention: boolean;
  readonly rowIndex: number;
  readonly columnIndex: number;
  readonly onType: (text: string) => void;
}) {
  const t = useTranslations("entry");
  const { id, cell, look, words } = props;
  // A number is never cut off: the row says in words what the sign says.
  const { length } = props.value;
  const Icon = look === "still" || look === "unsent" || length > 5 ? null : icons[look];
  const count = words.format.count;

  return (
    <>
      <td
        className={clsx(
          "relative h-11 min-w-17 border-b border-b-line p-0",
          props.startsIntervention ? "border-l border-l-line-strong" : "border-l border-l-line",
          look === "warning" && "bg-warn-tint shadow-[inset_0_0_0_1.5px_var(--warn-line)]",
          look === "refused" && "bg-error-tint shadow-[inset_0_0_0_1.5px_var(--error-line)]",
          look === "conflict" && "shadow-[inset_0_0_0_1.5px_var(--ink)]",
          look !== "warning" &&
            look !== "refused" &&
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
              look === "refused" && "text-error",
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
          onType={props.onType}
          spellCheck={false}
          aria-label={props.label}
          aria-invalid={look === "refused" || undefined}
          aria-describedby={`${id}-facts`}
          className={clsx(
            "absolute inset-0 w-full bg-transparent text-right leading-5 focus:outline-3 focus:-outline-offset-2 focus:outline-focus",
            length > 5 ? "pl-1" : "pl-5",
            length > 4 ? "pr-1.5 text-dense" : "pr-2 text-body",
            props.isZero ? "text-ink3" : "font-semibold",
          )}
        />
      </td>
      <td
        id={`${id}-facts`}
        className="min-w-10 border-b border-line pr-2.5 pl-1.5 text-right text-note text-ink3"
      >
        <span className="sr-only">
          {props.difference === undefined
            ? t("grid.describe", { target: count(cell.target), already: count(cell.before) })
            : t("figures.describe", { target: count(cell.target) })}{" "}
        </span>
        {count(props.difference === undefined ? cell.yesterday : cell.before)}
        {props.difference === undefined || props.difference === null ? null : (
          <span
            className={clsx(
              "block leading-4 font-semibold",
              props.difference < 0 ? "text-error" : "text-ink2",
            )}
          >
            {words.format.signed(props.difference)}
            <span className="sr-only"> {t("figures.todayWord")}</span>
          </span>
        )}
        <span className="sr-only">
          {look === "still" ? "" : `, ${t(`cellState.${look}`)}`}
          {look !== "unsent" && props.isUnsent ? `, ${t("cellState.unsent")}` : ""}
        </span>
      </td>
    </>
  );
}
