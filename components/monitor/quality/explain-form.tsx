"use client";

import { useActionState } from "react";

import type { FormAction } from "@/components/base/register/form-outcome";
import { Button } from "@/components/base/ui/button";
import { KeptFields } from "@/components/base/kept/kept-fields";
import type { KeptAs } from "@/components/base/kept/kept-notice";
import { typedOr, untouched } from "@/lib/base/forms/form-state";
import { submitKept } from "@/lib/base/forms/submit-kept";

/** The problems that these forms may meet, as sentences. */
export type ProblemTexts = Readonly<Record<string, string>>;

/** Why a finding is as it should be, in a sentence or two. */
export function ExplainForm(props: {
  readonly id: string;
  /** Which finding: what the form sends along. */
  readonly sent: Readonly<Record<string, string>>;
  readonly explain: FormAction;
  readonly texts: {
    readonly label: string;
    readonly hint: string;
    readonly save: string;
    readonly saving: string;
  };
  readonly problems: ProblemTexts;
  readonly kept: KeptAs;
}) {
  const [state, explain, isPending] = useActionState(props.explain, untouched);
  const { id, texts } = props;
  const code =
    state.status === "rejected" ? (state.code ?? state.fields["note"]?.[0] ?? "invalid") : null;
  const problem = code === null ? null : (props.problems[code] ?? props.problems["invalid"]);

  return (
    <form action={explain} onSubmit={submitKept(explain)} noValidate className="explanation">
      <KeptFields {...props.kept} isSaved={state.status === "saved"} turn={state} />
      {Object.entries(props.sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor={id}>{texts.label}</label>
      <textarea
        id={id}
        name="note"
        rows={2}
        maxLength={500}
        defaultValue={typedOr(state, "note")}
        aria-describedby={problem ? `${id}-hint ${id}-problem` : `${id}-hint`}
        aria-invalid={problem ? true : undefined}
      />
      <p id={`${id}-hint`}>{texts.hint}</p>
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="text-note font-medium text-error">
          {problem}
        </p>
      ) : null}
      <Button type="submit" disabled={isPending} size="filter">
        {isPending ? texts.saving : texts.save}
      </Button>
    </form>
  );
}
