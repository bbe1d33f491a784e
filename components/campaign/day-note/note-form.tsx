"use client";

import { useTranslations } from "next-intl";
import { useActionState, useLayoutEffect, useRef } from "react";

import { KeptFields } from "@/components/base/kept/kept-fields";
import type { KeptAs } from "@/components/base/kept/kept-notice";
import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { SelectField, TextField } from "@/components/base/ui/field";
import { typedOr, untouched, type FormState } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";

export type Choice = { readonly value: string; readonly label: string };

/** Adds a note to a day, or changes one. */
export function NoteForm(props: {
  readonly slug: string;
  readonly day: string;
  /** What opens the form, and its full name where the label alone does not say of which note. */
  readonly opener: { readonly label: string; readonly name?: string };
  readonly note: { readonly id: string; readonly choice: string; readonly note: string } | null;
  readonly place: string;
  readonly places: readonly Choice[];
  readonly kinds: readonly Choice[];
  readonly kept: KeptAs;
  readonly save: (previous: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("dayNote");
  const problems = useTranslations("problems");
  const [state, save, isPending] = useActionState(props.save, untouched);
  const form = useRef<HTMLFormElement>(null);
  const isAdded = state.status === "saved" && props.note === null;
  useLayoutEffect(() => {
    if (isAdded) form.current?.reset();
  }, [isAdded, state]);
  const id = props.note?.id ?? "new";
  const problemOf = (field: string) => {
    const [problem] = state.status === "rejected" ? (state.fields[field] ?? []) : [];
    return problem && problems(problem);
  };
  const whole =
    state.status === "rejected" ? (state.code ? problems(state.code) : problemOf("day")) : null;

  return (
    // Without scripts a rejected form comes back with the page, and must not be folded away.
    <details open={state.status === "rejected"} className="grow">
      <summary
        aria-label={props.opener.name}
        className="inline-flex min-h-11 items-center text-dense text-link underline underline-offset-3 tablet:min-h-8"
      >
        {props.opener.label}
      </summary>
      <form
        ref={form}
        action={save}
        onSubmit={submitKept(save)}
        noValidate
        className="grid gap-3 py-2"
      >
        <KeptFields {...props.kept} isSaved={state.status === "saved"} turn={state} />
        <input type="hidden" name="kampanye" value={props.slug} />
        <input type="hidden" name="day" value={props.day} />
        <input type="hidden" name="id" value={props.note?.id ?? ""} />
        {whole ? <Banner kind="error" role="alert" title={whole} /> : null}
        {state.status === "saved" ? (
          <Banner kind="success" role="status" title={t("saved")} />
        ) : null}
        <SelectField
          id={`note-kind-${id}`}
          name="kind"
          label={t("kind")}
          defaultValue={typedOr(state, "kind", props.note?.choice)}
          problem={problemOf("kind")}
        >
          {props.kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        {props.places.length > 1 ? (
          <SelectField
            id={`note-place-${id}`}
            name="place"
            label={t("place")}
            defaultValue={typedOr(state, "place", props.place)}
            problem={problemOf("place")}
          >
            {props.places.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
        ) : (
          <input type="hidden" name="place" value={props.place} />
        )}
        <TextField
          id={`note-text-${id}`}
          name="note"
          label={t("note")}
          hint={t("noteHint")}
          maxLength={120}
          defaultValue={typedOr(state, "note", props.note?.note)}
          problem={problemOf("note")}
        />
        <Button type="submit" disabled={isPending} className="justify-self-start">
          {isPending ? t("saving") : t("save")}
        </Button>
      </form>
    </details>
  );
}
