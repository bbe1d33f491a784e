"use client";

import { useActionState, type ReactNode } from "react";

import type { FormAction } from "@/components/base/register/form-outcome";
import { Button } from "@/components/base/ui/button";
import { untouched } from "@/lib/base/forms/form-state";

import type { ProblemTexts } from "./explain-form";

/** One button that does one thing to one row: it says why when it could not. */
export function PressForm(props: {
  readonly sent: Readonly<Record<string, string>>;
  readonly action: FormAction;
  readonly texts: { readonly press: string; readonly pressing: string; readonly label: string };
  readonly problems: ProblemTexts;
  /** Fields above the button. */
  readonly children?: ReactNode;
}) {
  const [state, action, isPending] = useActionState(props.action, untouched);
  const code = state.status === "rejected" ? (state.code ?? "invalid") : null;

  return (
    <form action={action}>
      {Object.entries(props.sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {props.children}
      <Button
        type="submit"
        size="small"
        disabled={isPending}
        aria-label={props.texts.label}
        className="min-h-11 tablet:min-h-8"
      >
        {isPending ? props.texts.pressing : props.texts.press}
      </Button>
      {code === null ? null : (
        <p role="alert" className="text-note font-medium text-error">
          {props.problems[code] ?? props.problems["invalid"]}
        </p>
      )}
    </form>
  );
}
