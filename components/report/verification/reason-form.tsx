"use client";

import { useTranslations } from "next-intl";
import { useActionState, type ReactNode } from "react";

import { KeptFields } from "@/components/base/kept/kept-fields";
import type { KeptAs } from "@/components/base/kept/kept-notice";
import { Button } from "@/components/base/ui/button";
import { typedOr, untouched, type FormState } from "@/lib/base/forms/form-state";
import { limits } from "@/lib/base/limits";

/**
 * A reason and a button: a plain form that works without scripts. What is wrong stands under the
 * field, and what was typed stays.
 */
export function ReasonForm<Result>(props: {
  readonly id: string;
  readonly action: (previous: FormState<Result>, form: FormData) => Promise<FormState<Result>>;
  /** Sent along. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly label: string;
  readonly hint?: string;
  readonly button: string;
  readonly busy: string;
  readonly variant?: "primary" | "secondary" | "danger";
  readonly kept: KeptAs;
  /** More fields, before the reason. */
  readonly children?: ReactNode;
}) {
  const problems = useTranslations("problems");
  const [state, send, isPending] = useActionState<FormState<Result>, FormData>(
    props.action,
    untouched,
  );
  const rejected = state.status === "rejected" ? state : null;
  const problem = rejected?.fields["alasan"]?.[0];
  const others = rejected
    ? [
        ...(rejected.code ? [rejected.code] : []),
        ...Object.entries(rejected.fields).flatMap(([name, found]) =>
          name === "alasan" ? [] : (found ?? []),
        ),
      ]
    : [];
  const field = `${props.id}-alasan`;
  const said = [props.hint ? `${field}-hint` : "", problem ? `${field}-problem` : ""];

  return (
    <form action={send} className="grid max-w-140 gap-3">
      {Object.entries(props.hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <KeptFields {...props.kept} isSaved={state.status === "saved"} turn={state} />
      {others.length > 0 ? (
        <p role="alert" className="text-dense font-medium text-error">
          {[...new Set(others)].map((code) => problems(code)).join(" ")}
        </p>
      ) : null}
      {props.children}
      <div className="grid gap-1">
        <label htmlFor={field} className="text-dense font-medium">
          {props.label}
        </label>
        <textarea
          id={field}
          key={typedOr(state, "alasan")}
          name="alasan"
          rows={2}
          required
          maxLength={limits.reasonLetters}
          defaultValue={typedOr(state, "alasan")}
          aria-describedby={said.filter(Boolean).join(" ") || undefined}
          aria-invalid={problem ? true : undefined}
          className="w-full rounded-control border border-line-strong bg-surface px-3 py-2 text-body text-ink aria-invalid:border-2 aria-invalid:border-error-line"
        />
        {props.hint ? (
          <p id={`${field}-hint`} className="text-note text-ink3">
            {props.hint}
          </p>
        ) : null}
        {problem ? (
          <p id={`${field}-problem`} className="text-note font-medium text-error">
            {problems(problem)}
          </p>
        ) : null}
      </div>
      <Button
        type="submit"
        variant={props.variant ?? "secondary"}
        disabled={isPending}
        className="justify-self-start"
      >
        {isPending ? props.busy : props.button}
      </Button>
    </form>
  );
}
