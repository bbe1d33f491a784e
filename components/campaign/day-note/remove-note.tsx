"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { untouched, type FormState } from "@/lib/base/forms/form-state";

/** Takes one note away; the audit trail keeps what it said. */
export function RemoveNote(props: {
  readonly slug: string;
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly remove: (previous: FormState, form: FormData) => Promise<FormState>;
}) {
  const problems = useTranslations("problems");
  const [state, remove, isPending] = useActionState(props.remove, untouched);
  return (
    <form action={remove}>
      <input type="hidden" name="kampanye" value={props.slug} />
      <input type="hidden" name="id" value={props.id} />
      <button
        type="submit"
        disabled={isPending}
        aria-label={props.name}
        className="inline-flex min-h-11 items-center text-dense text-link underline underline-offset-3 tablet:min-h-8"
      >
        {props.label}
      </button>
      {state.status === "rejected" ? (
        <p role="alert" className="text-note font-medium text-error">
          {problems(state.code ?? "invalid")}
        </p>
      ) : null}
    </form>
  );
}
