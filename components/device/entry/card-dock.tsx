"use client";

import { ArrowRight, LoaderCircle, Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

import { Button } from "@/components/base/ui/button";
import { ButtonLink } from "@/components/base/ui/button-link";
import { readTypedRow, type EntryColumn } from "@/lib/report/entry-row";
import { formFields } from "@/lib/report/village-form";

import { openWarnings } from "@/lib/device/entry/row-counts";
import { isBlank, isChanged, isUnsaved, lookOf, type RowState } from "@/lib/device/entry/row-state";
import { useRowActions } from "./row-actions";
import type { EntryWords } from "./use-entry-words";

export type NextUnit = { readonly name: string; readonly href: string };

/** What can be done with the card, under the thumb: send it, nil, or go on to the next. */
export function CardDock(props: {
  readonly state: RowState;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  /** The report is of the campaign's today. */
  readonly isToday: boolean;
  /** It is verified, so there is nothing to send. */
  readonly isReadOnly: boolean;
  /** null: there is no list to go back to. */
  readonly listHref: string | null;
  readonly next: NextUnit | null;
}) {
  const t = useTranslations("entry");
  const { state, columns, words } = props;
  const { kind } = state.status;
  const actions = useRowActions(state.row.unit.code);
  const isSending = kind === "sending";
  const isLong = useIsLong(isSending);
  const { filled } = readTypedRow(state.typed, columns);
  const warnings = openWarnings(state, columns).length;
  const unit = state.row.unit.name;
  const isReturned = lookOf(state, columns) === "returned";
  const isStored = state.standing !== null && !isChanged(state, columns) && !isSending;
  // On its way, and nothing was typed since: the person goes on.
  const isUnderWay =
    ["kept", "signedOut", "otherPerson"].includes(kind) && !isUnsaved(state, columns);
  const isIdle = isStored || isUnderWay || (isBlank(state, columns) && !isSending);

  return (
    <div className="sticky bottom-14 z-20 -mx-4 grid gap-3 border-t border-line bg-surface px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] tablet:mx-0 desktop:static desktop:rounded-panel desktop:border [@media(height<26rem)]:max-desktop:bottom-0 [@media(height<26rem)]:max-desktop:py-2">
      {/* Without scripts nobody knows what is typed, so the form can always be sent. */}
      <Button
        type="submit"
        variant="primary"
        size="phone"
        className={isIdle && !props.isReadOnly ? "hidden! noscript:inline-flex!" : "hidden!"}
      >
        {t("send", { unit })}
      </Button>
      {isReturned && !isSending ? (
        <Button size="phone" onClick={actions.resend}>
          <Send aria-hidden className="size-4 shrink-0" />
          {t("resend")}
        </Button>
      ) : null}
      {isUnderWay || (isStored && state.standing) ? (
        <div className="flex items-center gap-3">
          {isReturned ? null : isUnderWay || !state.standing ? (
            <Button size="phone" onClick={actions.retry}>
              {t("retry")}
            </Button>
          ) : (
            <p role="status" className="min-w-0 grow text-dense font-medium text-reached">
              {props.isReadOnly ? t("verifiedCard") : words.sentAs(state)}
            </p>
          )}
          <GoOn {...props} className={isUnderWay || isReturned ? "min-w-0 grow" : "min-w-0"} />
        </div>
      ) : isIdle ? (
        <div className="flex items-center justify-between gap-3">
          <p className="text-dense text-ink2">
            {t("zeroQuestion", { isToday: String(props.isToday), day: words.dayWord })}
          </p>
          <Button
            type="submit"
            name={formFields.zero}
            value="1"
            size="phone"
            aria-label={t("zeroOf", { unit })}
            onClick={(event) => {
              event.preventDefault();
              actions.zero();
            }}
          >
            {t("zero")}
          </Button>
        </div>
      ) : (
        <div className="flex items-center gap-3">
          {isSending ? null : (
            <p className="w-16 shrink-0 text-note text-ink2">
              {t("filledOf", {
                filled: state.isZero ? columns.length : filled,
                all: columns.length,
              })}
            </p>
          )}
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
          {isSending && isLong ? <GoOn {...props} className="min-w-0" /> : null}
        </div>
      )}
    </div>
  );
}

/** The way to the next unit, else to the list; nothing where there is neither. */
function GoOn(props: {
  readonly next: NextUnit | null;
  readonly listHref: string | null;
  readonly className: string;
}) {
  const t = useTranslations("entry");
  const href = props.next?.href ?? props.listHref;
  if (href === null) return null;
  return (
    <ButtonLink
      href={href}
      prefetch={false}
      variant="primary"
      size="phone"
      className={props.className}
    >
      {props.next ? t("nextUnit", { unit: props.next.name }) : t("backToList")}
      <ArrowRight aria-hidden className="size-4 shrink-0" />
    </ButtonLink>
  );
}

/** How long sending may take until one is offered to go on: the report is kept by then. */
const longAfter = 2_000;

function useIsLong(isSending: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isSending) return;
    const timer = setTimeout(() => setLong(true), longAfter);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isSending]);
  return isLong;
}
