"use client";

import { ArrowRight, LoaderCircle, Send } from "lucide-react";
import { useTranslations } from "next-intl";

import { Banner } from "@/components/ui/banner";
import { Button, ButtonLink } from "@/components/ui/button";
import { routes } from "@/lib/routes";
import { readRow, type EntryColumn } from "@/lib/tally/entry-row";

import { isBlank, isChanged, openWarnings, type RowState } from "./row-state";
import type { EntryWords } from "./use-entry-words";

export type NextUnit = { readonly name: string; readonly href: string };

/** What can be done with the card, under the thumb: send it, nil, or go on to the next. */
export function CardDock(props: {
  readonly state: RowState;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  readonly listHref: string;
  readonly next: NextUnit | null;
  readonly onResolve: () => void;
  readonly onZero: () => void;
}) {
  const t = useTranslations("entry");
  const { state, columns, words } = props;
  const { kind } = state.status;
  const isSending = kind === "sending";
  const { filled } = readRow(state.typed, columns);
  const warnings = openWarnings(state, columns).length;
  const unit = state.row.unit.name;
  const isStored = state.standing !== null && !isChanged(state, columns) && !isSending;
  const isIdle = isStored || (isBlank(state, columns) && !isSending);

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
      {isStored && state.standing ? (
        <div className="flex items-center gap-3">
          <p role="status" className="min-w-0 grow text-dense font-medium text-reached">
            {t(state.standing.zero ? "state.zero" : "sent", {
              time: words.hour(state.standing.receivedAt),
            })}
          </p>
          <ButtonLink
            href={props.next?.href ?? props.listHref}
            prefetch={false}
            variant="primary"
            size="phone"
            className="min-w-0 whitespace-normal"
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
            name="zero"
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
            className="min-w-0 grow whitespace-normal"
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
  readonly onResolve: () => void;
}) {
  const t = useTranslations("entry");
  const { state, words } = props;
  switch (state.status.kind) {
    case "failed":
      return (
        <Banner kind="error" role="alert" title={t("failed")}>
          {t("failedText")}
        </Banner>
      );
    case "signedOut":
      return (
        <Banner
          kind="error"
          role="alert"
          title={t("signedOut")}
          action={<a href={routes.signIn}>{t("signIn")}</a>}
        >
          {t("signedOutText")}
        </Banner>
      );
    case "refused":
      return (
        <Banner kind="error" role="alert" title={t("refusedTitle", { unit: state.row.unit.name })}>
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
    case "sending":
    case "sent":
      return null;
  }
}
