"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";

import { readRow, type EntryColumn } from "@/lib/tally/entry-row";

import { readDraft } from "./draft-memory";

/** A unit that has not been sent: with a pencil when something is typed on this device already. */
export function DraftLine(props: {
  readonly name: string;
  readonly unit: string;
  readonly columns: readonly EntryColumn[];
  readonly otherwise: string;
}) {
  const t = useTranslations("entry");
  const filled = useSyncExternalStore(
    listen,
    () => {
      const draft = readDraft(props.name);
      return draft ? readRow(draft.typed, props.columns).filled : 0;
    },
    () => 0,
  );
  return (
    <>
      <span
        aria-hidden
        className={`grid size-7 shrink-0 place-items-center rounded-control border border-line-strong ${filled > 0 ? "border-dashed" : ""}`}
      >
        {filled > 0 ? <Pencil className="size-3.5 text-ink2" /> : null}
      </span>
      <span className="min-w-0 grow">
        <span className="block font-semibold text-ink">{props.unit}</span>
        <span className="block text-note text-ink2">
          {filled > 0 ? t("filledDraft", { filled, all: props.columns.length }) : props.otherwise}
        </span>
      </span>
    </>
  );
}

/** Another tab may have typed or sent. */
function listen(onChange: () => void): () => void {
  window.addEventListener("storage", onChange);
  return () => window.removeEventListener("storage", onChange);
}
