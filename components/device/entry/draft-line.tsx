"use client";

import clsx from "clsx";
import { CircleX, Clock, GitCompareArrows, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useSyncExternalStore, type ReactNode } from "react";

import { useOutbox } from "@/components/device/outbox/use-outbox";
import { draftName } from "@/lib/device/offline/drafts";
import { isLive } from "@/lib/device/outbox/mutation";
import { readTypedRow, type EntryColumn } from "@/lib/report/entry-row";

import { readRowDraft } from "@/lib/device/entry/draft-memory";
import type { EntryContext } from "@/lib/device/entry/entry-context";

/**
 * A unit of the list: with a pencil when something is typed on this device and not sent, with a clock
 * when it waits in the outbox; else as the server has it.
 */
export function DraftLine(props: {
  readonly context: EntryContext;
  readonly code: string;
  readonly unit: string;
  readonly columns: readonly EntryColumn[];
  /** What the server has of it, with its sign; left out: it has not been sent. */
  readonly sent?: ReactNode;
  readonly otherwise: ReactNode;
}) {
  const t = useTranslations("entry");
  const { slug, day, actorId } = props.context;
  const name = draftName(props.context, props.code);
  const view = useOutbox(actorId)?.view;
  const queued = view?.mutations.findLast(
    (each) => isLive(each) && each.slug === slug && each.day === day && each.unit === props.code,
  );
  const filled = useSyncExternalStore(
    listen,
    () => {
      const draft = readRowDraft(name);
      return draft && readTypedRow(draft.typed, props.columns).filled;
    },
    () => null,
  );
  // A report that was sent and is emptied here is changed as well.
  const isDraft = filled !== null && (filled > 0 || props.sent !== undefined);
  const text = isDraft
    ? props.sent === undefined
      ? t("filledDraft", { filled, all: props.columns.length })
      : t("changedDraft")
    : queued
      ? t(`queued.${queued.state.kind}`, { where: view?.isKept ? "device" : "window" })
      : null;
  const isBad =
    !isDraft && (queued?.state.kind === "rejected" || queued?.state.kind === "conflict");
  return (
    <>
      {text === null && props.sent !== undefined ? (
        props.sent
      ) : (
        <span
          aria-hidden
          className={clsx(
            "grid size-7 shrink-0 place-items-center rounded-control border border-line-strong",
            isDraft && "border-dashed",
            isBad ? "text-error" : "text-ink2",
          )}
        >
          {isDraft ? <Pencil className="size-3.5" /> : null}
          {!isDraft && queued ? <QueuedIcon kind={queued.state.kind} /> : null}
        </span>
      )}
      <span className="min-w-0 grow">
        <span className="block font-semibold text-ink">{props.unit}</span>
        {text === null ? null : (
          <span className={clsx("block text-note", isBad ? "font-medium text-error" : "text-ink2")}>
            {text}
          </span>
        )}
        {text === null || props.sent !== undefined ? (
          <span className="block text-note text-ink2">{props.otherwise}</span>
        ) : null}
      </span>
    </>
  );
}

function QueuedIcon({ kind }: { readonly kind: string }) {
  const Icon = kind === "rejected" ? CircleX : kind === "conflict" ? GitCompareArrows : Clock;
  return <Icon className="size-4" />;
}

/** Another tab may have typed or sent. */
function listen(onChange: () => void): () => void {
  window.addEventListener("storage", onChange);
  return () => window.removeEventListener("storage", onChange);
}
