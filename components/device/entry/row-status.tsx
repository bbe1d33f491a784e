"use client";

import clsx from "clsx";
import {
  Check,
  CircleX,
  GitCompareArrows,
  LoaderCircle,
  Lock,
  LogIn,
  Minus,
  Pencil,
  Smartphone,
  Undo2,
  TriangleAlert,
  UserX,
} from "lucide-react";
import { useTranslations } from "next-intl";

import { RejectionAnswer } from "@/components/device/outbox/rejection-answer";
import { routes } from "@/lib/base/routes";
import { columnsOf, readTypedRow, type EntryColumn } from "@/lib/report/entry-row";

import type { WhereKept } from "@/lib/device/entry/board";
import { isWhole } from "@/lib/device/entry/row-life";
import { openWarnings } from "@/lib/device/entry/row-counts";
import { askedFields, lookOf, type RowState } from "@/lib/device/entry/row-state";
import { useRowActions } from "./row-actions";
import type { EntryWords } from "./use-entry-words";

const icons = {
  empty: Minus,
  cleared: TriangleAlert,
  returned: Undo2,
  unsent: Pencil,
  sending: LoaderCircle,
  sent: Check,
  verified: Lock,
  kept: Smartphone,
  failed: CircleX,
  signedOut: LogIn,
  otherPerson: UserX,
  rejected: CircleX,
  conflict: GitCompareArrows,
} as const;

type Look = keyof typeof icons;

type StatusProps = {
  readonly state: RowState;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  readonly where: WhereKept;
};

/** The state of a row as an icon and words, with what can be done about it. */
export function RowStatusCell(props: StatusProps) {
  const t = useTranslations("entry");
  const { state, columns } = props;
  const look = lookOf(state, columns);
  const Icon = icons[look];
  const text = useSentence(props, look);
  const isAsking = look === "unsent" && state.needsReason;
  const unasked = props.words.unasked(state);
  const warnings = openWarnings(state, columns).length;

  return (
    <div
      className={clsx(
        "flex items-center gap-x-2 text-note",
        (look === "returned" || look === "cleared") && "flex-wrap py-1",
      )}
    >
      <Icon
        aria-hidden
        className={clsx(
          "size-4 shrink-0",
          look === "sending" && "animate-spin",
          look === "sent" && "text-reached",
          isBad(look) ? "text-error" : look !== "sent" && "text-ink3",
        )}
      />
      <span
        className={clsx(
          "min-w-0",
          look === "rejected" && "grid gap-1",
          isBad(look)
            ? "font-medium text-error"
            : // Longer than the column with its button.
              !["cleared", "kept", "sent", "unsent"].includes(look) && "whitespace-nowrap",
          (look === "cleared" || look === "returned" || isAsking) && "font-medium text-warn",
        )}
      >
        {text}
        {state.recounted.length > 0 && look === "unsent" ? (
          <span className="block text-warn">{t("figures.state")}</span>
        ) : null}
        {warnings > 0 && look !== "rejected" ? (
          <span className="block text-warn">{t("warning.count", { count: warnings })}</span>
        ) : null}
        {unasked === null ? null : (
          <span className="block whitespace-normal text-warn">
            {t("unasked.state", { list: unasked })}
          </span>
        )}
        {look === "rejected" ? <Rejected state={state} /> : null}
      </span>
      <WayOut state={state} where={props.where} look={look} />
    </div>
  );
}

function useSentence({ state, columns, words, where }: StatusProps, look: Look): string {
  const t = useTranslations("entry");
  switch (look) {
    case "unsent":
      if (state.needsReason) return t("state.needsReason");
      if (state.isZero) return t("state.zeroUnsent");
      return isWhole(state, columns)
        ? t("state.unsent")
        : t("state.partial", {
            filled: readTypedRow(askedFields(state, columns), columns).filled,
            all: columnsOf(state.row.unit, columns).length,
          });
    case "rejected":
      return t("state.rejected", { reason: words.whyRejected(state) ?? "" });
    case "sent":
      return words.sentAs(state);
    case "verified":
      return t("state.verified");
    case "kept":
      return t("state.kept", { where });
    case "empty":
      return t(state.row.isDue ? "state.empty" : "rest.state");
    case "sending":
    case "failed":
    case "signedOut":
    case "otherPerson":
    case "conflict":
    case "cleared":
    case "returned":
      return t(`state.${look}`);
  }
}

function Rejected({ state }: { readonly state: RowState }) {
  const { unit } = state.row;
  const actions = useRowActions(unit.code);
  return (
    <span>
      <RejectionAnswer
        problems={state.status.kind === "rejected" ? state.status.problems : []}
        unit={unit.name}
        actions={actions}
      />
    </span>
  );
}

/** What can be done beside the words; a rejection has its answer under them. */
function WayOut(props: {
  readonly state: RowState;
  readonly where: WhereKept;
  readonly look: Look;
}) {
  const t = useTranslations("entry");
  const { state } = props;
  const actions = useRowActions(state.row.unit.code);
  switch (props.look) {
    case "failed":
    case "kept":
      return <RowButton onClick={actions.retry}>{t("retry")}</RowButton>;
    case "returned":
      return <RowButton onClick={actions.resend}>{t("resend")}</RowButton>;
    case "cleared":
      return (
        <span className="grid shrink-0">
          {state.queued?.isOut === false ? (
            <RowButton onClick={actions.callOff}>{t("cleared.callOff")}</RowButton>
          ) : null}
          <RowButton onClick={actions.putBack}>{t("cleared.putBack")}</RowButton>
        </span>
      );
    case "conflict":
      return <RowButton onClick={actions.resolve}>{t("conflict.open")}</RowButton>;
    case "signedOut":
      return (
        <a
          href={routes.signIn}
          target={props.where === "window" ? "_blank" : undefined}
          className="py-1"
        >
          {t("signIn")}
        </a>
      );
    case "empty":
    case "unsent":
    case "sending":
    case "sent":
    case "verified":
    case "otherPerson":
    case "rejected":
      return null;
  }
}

function RowButton(props: { readonly onClick: () => void; readonly children: string }) {
  return (
    <button type="button" onClick={props.onClick} className="min-h-8 shrink-0 text-link underline">
      {props.children}
    </button>
  );
}

function isBad(look: Look): boolean {
  return ["rejected", "failed", "signedOut", "otherPerson"].includes(look);
}
