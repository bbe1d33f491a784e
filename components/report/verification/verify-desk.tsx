"use client";

import clsx from "clsx";
import { useTranslations } from "next-intl";
import { startTransition, useActionState, useMemo, useRef, useState, type ReactNode } from "react";

import { KeptFields } from "@/components/base/kept/kept-fields";
import type { KeptAs } from "@/components/base/kept/kept-notice";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import type { LastPress, QueueAction, QueueAnswer } from "@/lib/report/verification/answer";

import { deskForm } from "./desk-form";
import { SettleFields } from "./settle-fields";
import { useWhen, type ZonedMoment } from "./use-when";
import { VerifyQuestion } from "./verify-question";

/** Not in the tab order. */
const outOfReach = -1;

/**
 * The list, and under it what is done with the ticked reports. Everything is one plain form, so
 * that it works without scripts; with them it counts and keeps the ticks after a rejection.
 */
export function VerifyDesk(props: {
  readonly slug: string;
  readonly action: QueueAction;
  /** Nothing to do: only what the last press came to is told. */
  readonly isEmpty: boolean;
  /** The person's latest press that can be taken back; null: there is none. */
  readonly last: LastPress | null;
  readonly moment: ZonedMoment;
  /** Half-typed reasons; `list` names what the list shows. */
  readonly kept: KeptAs & { readonly list: string };
  readonly children: ReactNode;
}) {
  const t = useTranslations("verification.act");
  const list = useRef<HTMLDivElement>(null);
  const [state, send, isPending] = useActionState<FormState<QueueAnswer>, FormData>(
    props.action,
    untouched,
  );
  const [ticked, setTicked] = useState<{ readonly of: unknown; readonly count: number }>();
  const question =
    state.status === "saved" && state.result.did === "asked" ? state.result.question : null;
  // What was done is no longer ticked; after a rejection, a question and its "no" it still is.
  const isDone = state.status === "saved" && !["asked", "cancelled"].includes(state.result.did);
  const turn = useMemo(() => ({ state, list: props.kept.list }), [state, props.kept.list]);
  const chosen = ticked && (ticked.of === state || !isDone) ? ticked.count : 0;
  const boxes = () => [
    ...(list.current?.querySelectorAll<HTMLInputElement>(
      'input[type="checkbox"][name="laporan"]',
    ) ?? []),
  ];
  const count = () =>
    setTicked({ of: state, count: boxes().filter(({ checked }) => checked).length });

  return (
    <>
      <KeptFields
        name={props.kept.name}
        texts={props.kept.texts}
        form={deskForm}
        isSaved={state.status === "saved" && isDone}
        turn={turn}
      />
      {/* The first button of a form is what the Enter key presses, also on a tick. */}
      <button
        type="submit"
        name="lakukan"
        value="verifikasi"
        form={deskForm}
        tabIndex={outOfReach}
        aria-hidden
        className="sr-only"
      />
      {props.isEmpty ? null : (
        <label className="mt-1 flex min-h-11 items-center gap-2 text-dense tablet:min-h-8 tablet:w-fit print:hidden noscript:hidden">
          <input
            type="checkbox"
            className="mx-3 size-5 accent-brand tablet:mx-0.5 tablet:size-4.5"
            onChange={(event) => {
              for (const box of boxes()) box.checked = event.currentTarget.checked;
              count();
            }}
          />
          {t("chooseAll")}
        </label>
      )}
      <div ref={list} onChange={count}>
        {props.children}
      </div>
      <form
        id={deskForm}
        action={send}
        onSubmit={(event) => {
          event.preventDefault();
          const { nativeEvent } = event;
          const pressed = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
          const form = new FormData(event.currentTarget, pressed);
          startTransition(() => send(form));
        }}
        className={clsx(
          // On a phone it covers reports only once some are ticked.
          chosen > 0 || state.status !== "untouched" ? "sticky" : "tablet:sticky",
          // Of an empty list nothing is left to say or to press.
          props.isEmpty && state.status === "untouched" && props.last === null ? "hidden" : "grid",
          "bottom-14 z-10 -mx-4 mt-2 gap-2 rounded-b-panel border-t border-line bg-surface px-4 py-3 tablet:-mx-5 tablet:px-5 desktop:bottom-0 print:static print:border-0",
        )}
      >
        <input type="hidden" name="kampanye" value={props.slug} />
        <Answer state={state} />
        {question ? <VerifyQuestion question={question} isPending={isPending} /> : null}
        {props.last && !question ? (
          <UndoLast last={props.last} moment={props.moment} isPending={isPending} />
        ) : null}
        <Presses
          isHidden={props.isEmpty || question !== null}
          isPending={isPending}
          chosen={chosen}
        />
      </form>
    </>
  );
}

/** What is done with all that is ticked. */
function Presses(props: {
  readonly isHidden: boolean;
  readonly isPending: boolean;
  /** How many are ticked. */
  readonly chosen: number;
}) {
  const t = useTranslations("verification.act");
  const { chosen, isPending } = props;
  return (
    <div
      hidden={props.isHidden}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 [&[hidden]]:hidden"
    >
      <Button
        type="submit"
        name="lakukan"
        value="verifikasi"
        variant="primary"
        disabled={isPending}
      >
        {isPending ? t("busy") : chosen === 0 ? t("verifyNone") : t("verify", { count: chosen })}
      </Button>
      <details className="order-last open:basis-full tablet:order-none tablet:open:order-last">
        <summary className="flex min-h-11 items-center rounded-control border border-line-strong px-4 text-dense font-semibold tablet:min-h-10">
          {t("returnMany")}
        </summary>
        <SettleFields
          id="alasan-banyak"
          reasonName="alasan"
          label={t("reason")}
          hint="returning"
          pressed="kembalikan"
          button={t("returnMany")}
          isDisabled={isPending}
        />
      </details>
    </div>
  );
}

function UndoLast(props: {
  readonly last: LastPress;
  readonly moment: ZonedMoment;
  readonly isPending: boolean;
}) {
  const t = useTranslations("verification.undo");
  const when = useWhen(props.moment);
  const { id, reports, at } = props.last;
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-dense text-ink2">
      {t("last", { reports, when: when(at) })}
      <Button
        type="submit"
        name="lakukan"
        value={`urungkan:${id}`}
        form={deskForm}
        size="small"
        disabled={props.isPending}
        aria-label={t("pressOf", { reports })}
        className="max-tablet:min-h-11"
      >
        {t("press")}
      </Button>
    </p>
  );
}

function Answer(props: { readonly state: FormState<QueueAnswer> }) {
  const t = useTranslations("verification.answer");
  const problems = useTranslations("problems");
  const { state } = props;
  if (state.status === "saved") {
    if (state.result.did === "asked") return null;
    const { did, done, changed, own } = state.result;
    const isWhole = changed === 0 && own === 0;
    return (
      <Banner kind={isWhole ? "success" : "warning"} role="status" title={t(did, { count: done })}>
        {changed > 0 ? <p>{t("changed", { count: changed })}</p> : null}
        {own > 0 ? <p>{t("own", { count: own })}</p> : null}
      </Banner>
    );
  }
  if (state.status !== "rejected") return null;
  const [chosen] = state.fields["laporan"] ?? [];
  const [reason] = state.fields["alasan"] ?? [];
  const title =
    chosen === "atLeastOne"
      ? t("nothing")
      : reason
        ? `${t("reason")}: ${problems(reason)}`
        : problems(state.code ?? chosen ?? "invalid");
  return <Banner kind="error" role="alert" title={title} />;
}
