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
import { readTypedRow, type EntryColumn } from "@/lib/report/entry-row";
import type { ReportReason } from "@/lib/report/schema";

import type { WhereKept } from "@/lib/device/entry/board";
import { isWhole } from "@/lib/device/entry/row-life";
import { openWarnings } from "@/lib/device/entry/row-counts";
import { lookOf, type RowState } from "@/lib/device/entry/row-state";
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

/** The state of a row as an icon and words, with what can be done about it. */
export function RowStatusCell(props: {
  readonly state: RowState;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  readonly where: WhereKept;
  readonly onRetry: () => void;
  readonly onExplain: (reason: ReportReason | null) => void;
  readonly onResolve: () => void;
  readonly onResend: () => void;
  readonly onCallOff: () => void;
  readonly onPutBack: () => void;
  /** Where a closed day is asked to be opened. */
  readonly openingHref: string;
}) {
  const t = useTranslations("entry");
  const { state, columns, words, where } = props;
  const look = lookOf(state, columns);
  const Icon = icons[look];
  const isAsking = look === "unsent" && state.needsReason;
  const warnings = openWarnings(state, columns).length;
  const { filled } = readTypedRow(state.typed, columns);

  function text(): string {
    switch (look) {
      case "unsent":
        if (state.needsReason) return t("state.needsReason");
        if (state.isZero) return t("state.zeroUnsent");
        return isWhole(state, columns)
          ? t("state.unsent")
          : t("state.partial", { filled, all: columns.length });
      case "rejected":
        return t("state.rejected", { reason: words.whyRejected(state) ?? "" });
      case "sent":
        return words.sentAs(state.standing);
      case "verified":
        return t("state.verified");
      case "kept":
        return t("state.kept", { where });
      case "empty":
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
        {text()}
        {state.recounted.length > 0 && look === "unsent" ? (
          <span className="block text-warn">{t("figures.state")}</span>
        ) : null}
        {warnings > 0 && look !== "rejected" ? (
          <span className="block text-warn">{t("warning.count", { count: warnings })}</span>
        ) : null}
        {look === "rejected" ? (
          <span>
            <RejectionAnswer
              problems={state.status.kind === "rejected" ? state.status.problems : []}
              unit={state.row.unit.name}
              openingHref={props.openingHref}
              onRetry={props.onRetry}
              onExplain={props.onExplain}
              onCallOff={props.onCallOff}
            />
          </span>
        ) : null}
      </span>
      {look === "failed" || look === "kept" ? (
        <RowButton onClick={props.onRetry}>{t("retry")}</RowButton>
      ) : null}
      {look === "returned" ? <RowButton onClick={props.onResend}>{t("resend")}</RowButton> : null}
      {look === "cleared" ? (
        <span className="grid shrink-0">
          {state.queued?.isOut === false ? (
            <RowButton onClick={props.onCallOff}>{t("cleared.callOff")}</RowButton>
          ) : null}
          <RowButton onClick={props.onPutBack}>{t("cleared.putBack")}</RowButton>
        </span>
      ) : null}
      {look === "conflict" ? (
        <RowButton onClick={props.onResolve}>{t("conflict.open")}</RowButton>
      ) : null}
      {look === "signedOut" ? (
        <a href={routes.signIn} target={where === "window" ? "_blank" : undefined} className="py-1">
          {t("signIn")}
        </a>
      ) : null}
    </div>
  );
}

function RowButton(props: { readonly onClick: () => void; readonly children: string }) {
  return (
    <button type="button" onClick={props.onClick} className="min-h-8 shrink-0 text-link underline">
      {props.children}
    </button>
  );
}

function isBad(look: keyof typeof icons): boolean {
  return ["rejected", "failed", "signedOut", "otherPerson"].includes(look);
}
