"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState, useState, type ReactNode } from "react";

import { AnswersForm } from "@/components/base/sheet/answers-form";
import { AskedFirst } from "@/components/base/sheet/asked-first";
import { withAnswers, withFileRead } from "@/components/base/sheet/kept-file";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import type { ImportAnswer } from "@/lib/campaign/target-population/preview";

import { TargetImportForm } from "./import-form";
import { TargetImportPreview } from "./import-preview";
import { ImportSteps } from "./import-steps";

const answersForm = "file-answers";

/** Choose, check, store. Until the last step everything lives on this page alone. */
export function TargetImportFlow(props: {
  readonly slug: string;
  readonly isSample: boolean;
  readonly today: string;
  readonly preview: (
    previous: FormState<ImportAnswer>,
    form: FormData,
  ) => Promise<FormState<ImportAnswer>>;
  readonly store: (previous: FormState, form: FormData) => Promise<FormState>;
  readonly templates: ReactNode;
}) {
  const t = useTranslations("targets.form");
  const preview = useTranslations("targets.preview");
  const [state, submit, isPending] = useActionState<FormState<ImportAnswer>, FormData>(
    props.preview,
    untouched,
  );
  /** The answer that was put aside to upload again. */
  const [putAside, setPutAside] = useState<FormState<ImportAnswer> | null>(null);
  /** What was checked; null without scripts, where the file has to be chosen again. */
  const [asked, setAsked] = useState<FormData | null>(null);
  const answer = state.status === "saved" ? state.result : null;

  function check(form: FormData) {
    setAsked(form);
    startTransition(() => submit(form));
  }

  if (answer && answer.kind !== "unreadable" && putAside !== state) {
    const { source, asOf, inForceFrom, decree } = answer.terms;
    const shared = {
      formId: answersForm,
      isReading: isPending,
      onAgain: () => setPutAside(state),
    };
    return (
      <>
        <AnswersForm
          id={answersForm}
          fields={{
            kampanye: props.slug,
            source,
            asOf,
            inForceFrom,
            decree,
            ...(answer.kind === "asked" && answer.given),
          }}
          action={submit}
          onAnswer={(form) => check(asked ? withAnswers(asked, form) : form)}
        />
        {answer.kind === "asked" ? (
          <AskedFirst
            {...shared}
            title={preview("title")}
            fileName={answer.fileName}
            steps={<ImportSteps current="check" />}
            questions={answer.questions}
            again={preview("again")}
          />
        ) : (
          <TargetImportPreview
            {...shared}
            slug={props.slug}
            isSample={props.isSample}
            preview={answer}
            store={props.store}
          />
        )}
      </>
    );
  }
  return (
    <div className="grid gap-5">
      <div>
        <h1 className="text-title font-semibold">{t("title")}</h1>
        <p className="max-w-160 text-dense text-ink2">{t("intro")}</p>
      </div>
      <ImportSteps current="choose" />
      <TargetImportForm
        slug={props.slug}
        today={props.today}
        state={state}
        terms={answer?.terms ?? null}
        isPending={isPending}
        submit={submit}
        onCheck={async (form) => check(await withFileRead(form))}
      />
      {props.templates}
    </div>
  );
}
