"use client";

import { History } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";

import type { HistoryOf } from "./history-dialog";
import { useReturnFocus } from "./use-return-focus";

const HistoryDialog = dynamic(
  () => import("./history-dialog").then((module) => module.HistoryDialog),
  { ssr: false },
);

/** Id of the button for the chosen cell of the grid. */
export const cellHistoryId = "cell-history";

const box =
  "grid size-11 shrink-0 place-items-center rounded-control text-ink hover:bg-sunken focus-visible:-outline-offset-2";

/** The clock: what the cells of a unit's day were before. Without scripts a link to the same. */
export function HistoryButton(props: {
  readonly of: HistoryOf;
  /** Key of the column that is shown first. */
  readonly first: string;
  /** The page that shows it without scripts; null: this part of the page needs them anyway. */
  readonly href: string | null;
}) {
  const t = useTranslations("entry.history");
  const [isOpen, setOpen] = useState(false);
  useReturnFocus(isOpen);
  const label = t("open", { unit: props.of.unit.name });

  return (
    <>
      <button
        id={props.href === null ? cellHistoryId : undefined}
        type="button"
        aria-haspopup="dialog"
        aria-label={label}
        title={label}
        onClick={() => setOpen(true)}
        className={`${box} noscript:hidden`}
      >
        <History aria-hidden className="size-5" />
      </button>
      {props.href === null ? null : (
        <a href={props.href} aria-label={label} className={`${box} hidden noscript:grid!`}>
          <History aria-hidden className="size-5" />
        </a>
      )}
      {isOpen ? (
        <HistoryDialog of={props.of} first={props.first} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
