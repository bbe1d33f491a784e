"use client";

import { ArrowRight, LoaderCircle, Send } from "lucide-react";
import { useTranslations } from "next-intl";

import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { RefusalAnswer } from "@/components/outbox/refusal-answer";
import { routes } from "@/lib/routes";
import { readRow, type EntryColumn } from "@/lib/tally/entry-row";
import type { ReportReason } from "@/lib/tally/schema";
import { formFields } from "@/lib/tally/village-form";

import type { WhereKept } from "./entry-board";
import {
  isBlank,
  isChanged,
  isCleared,
  isUnsaved,
  lookOf,
  openWarnings,
  type RowState,
} from "./row-state";
import type { EntryWords } from "./use-entry-words";

export type NextUnit = { readonly name: string; readonly href: string };

/** What can be done with the card, under the thumb: send it, nil, or go on to the next. */
export function CardDock(props: {
  readonly state: RowState;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  readonly where: WhereKept;
  readonly listHref: string;
  readonly next: NextUnit | null;
  readonly onResolve: () => void;
  readonly onRetry: () => void;
  readonly onExplain: (reason: ReportReason) => void;
  readonly onZero: () => void;
  readonly onResend: () => void;
  readonly onCallOff: () => void;
  readonly onPutBack: () => void;
  /** Where a closed day is asked to be opened. */
  readonly openingHref: string;
}) {
  const t = useTranslations("entry");
  const { state, columns, words } = props;
  const { kind } = state.status;
  const isSending = kind === "sending";
  const { filled } = readRow(state.typed, columns);
  const warnings = openWarnings(state, columns).length;
  const unit = state.row.unit.name;
  const isReturned = lookOf(state, columns) === "returned";
  const isStored = state.standing !== null && !isChanged(state, columns) && !isSending;
  // On its way, and nothing was typed since: the person goes on.
  const isUnderWay =
    ["kept", "signedOut", "otherPerson"].includes(kind) && !isUnsaved(state, columns);
  const isIdle = isStored || isUnderWay || (isBlank(state, columns) && !isSending);

  return (
    <div className="sticky bottom-14 z-20 -mx-4 grid gap-3 border-t border-line bg-surface px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] tablet:mx-0 desktop:static desktop:rounded-panel desktop:border">
      <Trouble {...props} />
      {/* Without scripts nobody knows what is typed, so the form can always be sent. */}
      <Button
        type="submit"
        variant="primary"
        size="phone"
        className={isIdle ? "hidden! noscript:inline-flex!" : "hidden!"}
      >
        {t("send", { unit })}
      </Button>
      {isReturned && !isSending ? (
        <Button size="phone" onClick={props.onResend}>
          <Send aria-hidden className="size-4 shrink-0" />
          {t("resend")}
        </Button>
      ) : null}
      {isUnderWay || (isStored && state.standing) ? (
        <div className="flex items-center gap-3">
          {isReturned ? null : isUnderWay || !state.standing ? (
            <Button size="phone" onClick={props.onRetry}>
              {t("retry")}
            </Button>
          ) : (
            <p role="status" className="min-w-0 grow text-dense font-medium text-reached">
              {t(state.standing.zero ? "state.zero" : "sent", {
                time: words.hour(state.standing.receivedAt),
              })}
            </p>
          )}
          <ButtonLink
            href={props.next?.href ?? props.listHref}
            prefetch={false}
            variant="primary"
            size="phone"
            className={isUnderWay || isReturned ? "min-w-0 grow" : "min-w-0"}
          >
            {props.next ? t("nextUnit", { unit: props.next.name }) : t("backToList")}
            <ArrowRight aria-hidden className="size-4 shrink-0" />
          </ButtonLink>
        </div>
      ) : isIdle ? (
        <div className="flex items-center justify-between gap-3">
          <p className="text-dense text-ink2">{t("zeroQuestion")}</p>
          <Button
            type="submit"
            name={formFields.zero}
            value="1"
            size="phone"
            aria-label={t("zeroOf", { unit })}
            onClick={(event) => {
              event.preventDefault();
              props.onZero();
            }}
          >
            {t("zero")}
          </Button>
        </div>
      ) : (
        <div className="flex items-center gap-3">
          <p className="w-16 shrink-0 text-note text-ink2">
            {t("filledOf", { filled: state.isZero ? columns.length : filled, all: columns.length })}
          </p>
          <Button
            type="submit"
            variant="primary"
            size="phone"
            className="min-w-0 grow"
            aria-disabled={isSending || undefined}
          >
            {isSending ? (
              <LoaderCircle aria-hidden className="size-4 animate-spin" />
            ) : (
              <Send aria-hidden className="size-4" />
            )}
            {isSending
              ? t("sending")
              : warnings > 0
                ? t("sendWarnings", { count: warnings })
                : t("send", { unit })}
          </Button>
        </div>
      )}
    </div>
  );
}

/** Why the last sending did not arrive; what was typed is still there. */
function Trouble(props: {
  readonly state: RowState;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  readonly where: WhereKept;
  readonly onResolve: () => void;
  readonly onRetry: () => void;
  readonly onExplain: (reason: ReportReason) => void;
  readonly onCallOff: () => void;
  readonly onPutBack: () => void;
  readonly openingHref: string;
}) {
  const t = useTranslations("entry");
  const { state, words, where } = props;
  const { kind } = state.status;
  if (isCleared(state, props.columns) && kind !== "conflict" && kind !== "sending") {
    return (
      <Banner kind="warning" role="alert" title={t("cleared.title")}>
        <span className="mt-2 flex flex-wrap gap-2">
          {state.queued?.isOut === false ? (
            <Button size="small" onClick={props.onCallOff}>
              {t("cleared.callOff")}
            </Button>
          ) : null}
          <Button size="small" onClick={props.onPutBack}>
            {t("cleared.putBack")}
          </Button>
        </span>
      </Banner>
    );
  }
  switch (state.status.kind) {
    case "kept":
      return (
        <Banner
          kind={where === "window" ? "warning" : "info"}
          role="status"
          title={t("kept", { where })}
        >
          {t("keptText", { where })}
        </Banner>
      );
    case "failed":
      return (
        <Banner kind="error" role="alert" title={t("failed")}>
          {t("failedText")}
        </Banner>
      );
    case "otherPerson":
      return (
        <Banner kind="error" role="alert" title={t("otherPerson")}>
          {t("otherPersonText")}
        </Banner>
      );
    case "signedOut":
      return (
        <Banner
          kind="error"
          role="alert"
          title={t("signedOut")}
          action={
            <a href={routes.signIn} target={where === "window" ? "_blank" : undefined}>
              {t("signIn")}
            </a>
          }
        >
          {t("signedOutText", { where })}
        </Banner>
      );
    case "refused":
      return (
        <Banner
          kind="error"
          role="alert"
          title={t("refusedTitle", { unit: state.row.unit.name })}
          action={
            <RefusalAnswer
              problems={state.status.problems}
              unit={state.row.unit.name}
              openingHref={props.openingHref}
              onRetry={props.onRetry}
              onExplain={props.onExplain}
              onCallOff={props.onCallOff}
            />
          }
        >
          {state.status.problems.map((problem) => words.problem(problem)).join(" ")}
        </Banner>
      );
    case "conflict":
      return (
        <Banner
          kind="warning"
          role="alert"
          title={t("live.conflict", { unit: state.row.unit.name })}
          action={
            <Button size="small" onClick={props.onResolve}>
              {t("conflict.open")}
            </Button>
          }
        />
      );
    case "still":
      return state.recounted.length > 0 ? (
        <Banner kind="warning" role="alert" title={t("figures.recountedTitle")}>
          {t("figures.recountedText")}
        </Banner>
      ) : null;
    case "sending":
    case "sent":
      return null;
  }
}
