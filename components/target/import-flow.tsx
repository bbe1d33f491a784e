"use client";

import { useTranslations } from "next-intl";
import { useActionState, useState, type ReactNode } from "react";

import { untouched, type FormState } from "@/lib/forms/form-state";
import type { ImportAnswer } from "@/lib/target/preview";

import { ImportForm } from "./import-form";
import { ImportPreview } from "./import-preview";
import { ImportSteps } from "./import-steps";

/** Choose, check, store. Until the last step everything lives on this page alone. */
export function ImportFlow(props: {
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
  const [state, submit, isPending] = useActionState<FormState<ImportAnswer>, FormData>(
    props.preview,
    untouched,
  );
  /** The answer that was put aside to upload again. */
  const [putAside, setPutAside] = useState<FormState<ImportAnswer> | null>(null);
  const answer = state.status === "saved" ? state.result : null;

  if (answer?.kind === "preview" && putAside !== state) {
    return (
      <ImportPreview
        slug={props.slug}
        isSample={props.isSample}
        preview={answer}
        store={props.store}
        onAgain={() => setPutAside(state)}
      />
    );
  }
  return (
    <div className="grid gap-5">
      <div>
        <h1 className="text-title font-semibold">{t("title")}</h1>
        <p className="max-w-160 text-dense text-ink2">{t("intro")}</p>
      </div>
      <ImportSteps current="choose" />
      <ImportForm
        slug={props.slug}
        today={props.today}
        state={state}
        terms={answer?.terms ?? null}
        isPending={isPending}
        submit={submit}
      />
      {props.templates}
    </div>
  );
}
