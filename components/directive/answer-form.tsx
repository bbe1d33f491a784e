"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { FormOutcome, type FormAction } from "@/components/base/register/form-outcome";
import { RecordPhase } from "@/components/device/outbox/record-phase";
import { useRecordForm } from "@/components/device/outbox/use-record-form";
import { KeptFields } from "@/components/base/kept/kept-fields";
import type { KeptAs } from "@/components/base/kept/kept-notice";
import { Button } from "@/components/base/ui/button";
import { TextAreaField } from "@/components/base/ui/field";
import { typedOr, untouched } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";
import { answerOf } from "@/lib/directive/answer-body";
import { answerStates, type FollowUpState } from "@/lib/directive/directive";

import { useFieldProblem } from "@/components/base/register/use-field-problem";
import { PartShape } from "./part-shape";

/** What whoever is asked says: where it stands, in words, and where it can be read. */
export function AnswerForm(props: {
  /** Which follow-up, and under which id the answer is stored once. */
  readonly sent: {
    readonly kabupaten: string;
    readonly followUp: string;
    readonly version: number;
    readonly sent: string;
  };
  readonly state: FollowUpState;
  readonly actorId: string;
  /** What lists of what waits on a device call it, and the page that it was typed on. */
  readonly name: string;
  readonly page: string;
  readonly action: FormAction;
  readonly kept: KeptAs;
}) {
  const t = useTranslations("followUps");
  const { kabupaten, followUp } = props.sent;
  const { state, phase, isPending, form } = useRecordForm({
    actorId: props.actorId,
    action: props.action,
    about: {
      kind: "answer",
      record: followUp,
      name: props.name,
      page: props.page,
      address: `/api/v1/follow-ups/${followUp}?district=${kabupaten}`,
      district: kabupaten,
    },
    bodyOf: answerOf,
    schemaOf: async () => (await import("@/lib/directive/schema")).answerInput,
  });
  const problemOf = useFieldProblem(state);
  const chosen = typedOr(state, "state", props.state === "open" ? "doing" : props.state);
  const stateProblem = problemOf("state");
  return (
    <form {...form} noValidate className="mt-3 grid gap-4">
      <KeptFields {...props.kept} isSaved={state.status === "saved"} turn={state} />
      {Object.entries(props.sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormOutcome state={state} saved={t("sent")} />
      <RecordPhase phase={phase} />
      <fieldset className="grid gap-1">
        <legend className="text-dense font-medium">{t("state")}</legend>
        <div className="divide-y divide-line rounded-control border border-line-strong bg-surface">
          {answerStates.map((each) => (
            <label
              key={each}
              className="flex min-h-12 items-center gap-3 px-3 has-checked:bg-sunken"
            >
              <input
                type="radio"
                name="state"
                value={each}
                defaultChecked={each === chosen}
                className="size-5 shrink-0"
              />
              <PartShape part={each} />
              {t(`states.${each}`)}
            </label>
          ))}
        </div>
        {stateProblem ? <p className="text-note font-medium text-error">{stateProblem}</p> : null}
      </fieldset>
      <TextAreaField
        id="text"
        name="text"
        label={t("answer")}
        hint={t("answerHint")}
        rows={4}
        maxLength={2000}
        defaultValue={typedOr(state, "text")}
        problem={problemOf("text")}
      />
      <TextAreaField
        id="evidence"
        name="evidence"
        label={t("evidence")}
        hint={t("evidenceHint")}
        rows={2}
        maxLength={500}
        defaultValue={typedOr(state, "evidence")}
        problem={problemOf("evidence")}
      />
      <Button type="submit" variant="primary" disabled={isPending}>
        {isPending ? t("sending") : t("send")}
      </Button>
    </form>
  );
}

/** What whoever asked says of an answer: it will do, or what is still to be explained. */
export function ReviewForm(props: {
  readonly sent: {
    readonly kabupaten: string;
    readonly followUp: string;
    readonly version: number;
    readonly sent: string;
  };
  readonly action: FormAction;
  readonly kept: KeptAs;
}) {
  const t = useTranslations("followUps");
  const [state, send, isPending] = useActionState(props.action, untouched);
  const problemOf = useFieldProblem(state);
  return (
    <form action={send} onSubmit={submitKept(send)} noValidate className="mt-3 grid gap-3">
      <KeptFields {...props.kept} isSaved={state.status === "saved"} turn={state} />
      {Object.entries(props.sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormOutcome state={state} saved={t("reviewed")} />
      <TextAreaField
        id="review-text"
        name="text"
        label={t("reviewText")}
        hint={t("reviewHint")}
        rows={3}
        maxLength={2000}
        defaultValue={typedOr(state, "text")}
        problem={problemOf("text")}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="review" value="accepted" variant="primary" disabled={isPending}>
          {t("accept")}
        </Button>
        <Button type="submit" name="review" value="returned" disabled={isPending}>
          {t("return")}
        </Button>
      </div>
    </form>
  );
}
