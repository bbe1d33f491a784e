"use client";

import { useTranslations } from "next-intl";
import { startTransition, useActionState, useState, type ReactNode } from "react";

import { AnswersForm } from "@/components/base/sheet/answers-form";
import { AskedFirst } from "@/components/base/sheet/asked-first";
import { withAnswers, withFileRead } from "@/components/base/sheet/kept-file";
import { Steps } from "@/components/base/ui/steps";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import type { PreviewAnswer, StoreAnswer } from "@/lib/report/import/preview";

import { TallyImportForm } from "./import-form";
import { TallyImportPreview } from "./import-preview";
import { TallyImportOutcome } from "./import-result";

type Answering<Answer> = (
  previous: FormState<Answer>,
  form: FormData,
) => Promise<FormState<Answer>>;

const answersForm = "file-answers";

/** Choose, check, store. Until the last step everything lives on this page alone. */
export function TallyImportFlow(props: {
  readonly slug: string;
  readonly isSample: boolean;
  readonly preview: Answering<PreviewAnswer>;
  readonly store: Answering<StoreAnswer>;
  readonly templates: ReactNode;
}) {
  const t = useTranslations("tallyImport");
  const [state, submit, isReading] = useActionState<FormState<PreviewAnswer>, FormData>(
    props.preview,
    untouched,
  );
  const [stored, store, isStoring] = useActionState<FormState<StoreAnswer>, FormData>(
    props.store,
    untouched,
  );
  /** What was checked, as it was then: the file on the disk may be another by now. */
  const [asked, setAsked] = useState<FormData | null>(null);
  /** Answers that were put aside to choose again. */
  const [putAside, setPutAside] = useState<FormState<unknown> | null>(null);
  const answer = state.status === "saved" && putAside !== state ? state.result : null;
  const isDone = stored.status === "saved" && answer !== null;

  async function check(form: FormData) {
    checkAgain(await withFileRead(form));
  }

  function checkAgain(form: FormData) {
    setAsked(form);
    startTransition(() => submit(form));
  }

  function storeWith(terms: FormData) {
    if (!asked) return;
    const whole = new FormData();
    for (const [name, value] of [...asked, ...terms]) whole.append(name, value);
    startTransition(() => store(whole));
  }

  const steps = (current: number) => (
    <Steps
      label={t("steps.label")}
      steps={[t("steps.choose"), t("steps.check"), t("steps.store")]}
      current={current}
    />
  );
  if (isDone && stored.result.kind === "stored") {
    return (
      <TallyImportOutcome
        slug={props.slug}
        isSample={props.isSample}
        result={stored.result}
        steps={steps(3)}
      />
    );
  }
  const answers = (
    <AnswersForm
      id={answersForm}
      fields={{}}
      onAnswer={(form) => {
        if (asked) checkAgain(withAnswers(asked, form));
      }}
    />
  );
  if (answer?.kind === "asked") {
    return (
      <>
        {answers}
        <AskedFirst
          title={t("preview.title")}
          fileName={answer.fileName}
          steps={steps(1)}
          questions={answer.questions}
          formId={answersForm}
          isReading={isReading}
          again={t("preview.again")}
          onAgain={() => setPutAside(state)}
        />
      </>
    );
  }
  if (answer?.kind === "preview") {
    return (
      <>
        {answers}
        <TallyImportPreview
          slug={props.slug}
          isSample={props.isSample}
          preview={answer}
          stored={stored}
          answersForm={answersForm}
          isReading={isReading}
          isStoring={isStoring}
          onStore={storeWith}
          onAgain={() => setPutAside(state)}
          steps={steps(isStoring ? 2 : 1)}
        />
      </>
    );
  }
  return (
    <div className="grid gap-5">
      <div>
        <h1 className="text-title font-semibold">{t("title")}</h1>
        <p className="max-w-160 text-dense text-ink2">{t("form.intro")}</p>
      </div>
      {steps(0)}
      <TallyImportForm slug={props.slug} state={state} isReading={isReading} onCheck={check} />
      {props.templates}
    </div>
  );
}
