"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { TextField } from "@/components/base/ui/field";
import { untouched, type FormState } from "@/lib/base/forms/form-state";

const fields = [
  { name: "current", autoComplete: "current-password" },
  { name: "next", autoComplete: "new-password" },
  { name: "again", autoComplete: "new-password" },
] as const;

/** One's own password: the old one, and the new one twice. */
export function PasswordForm(props: {
  readonly username: string;
  readonly change: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The old one was told by someone else; then where the new one leads. */
  readonly temporary?: { readonly back: string | null };
}) {
  const t = useTranslations("account");
  const problems = useTranslations("problems");
  const [state, change, isPending] = useActionState(props.change, untouched);
  const { temporary } = props;
  const labels = {
    current: t(temporary ? "temporary.current" : "current"),
    next: t("next"),
    again: t("again"),
  };
  return (
    <form action={change} noValidate className="mt-4 grid max-w-95 gap-4">
      {state.status === "saved" ? (
        <Banner kind="success" role="status" title={t("changed")} />
      ) : null}
      {state.status === "rejected" ? (
        <Banner
          kind="error"
          role="alert"
          title={problems(state.code ?? Object.values(state.fields).flat()[0] ?? "invalid")}
        />
      ) : null}
      {/* A password manager asks whose it is. */}
      <input type="hidden" autoComplete="username" value={props.username} readOnly />
      {temporary ? <input type="hidden" name="kembali" value={temporary.back ?? ""} /> : null}
      {fields.map(({ name, autoComplete }) => {
        const [problem] = state.status === "rejected" ? (state.fields[name] ?? []) : [];
        return (
          <TextField
            key={name}
            id={name}
            name={name}
            type="password"
            label={labels[name]}
            hint={name === "next" && temporary ? t("temporary.hint") : undefined}
            autoComplete={autoComplete}
            problem={problem && problems(problem)}
          />
        );
      })}
      <Button
        type="submit"
        variant="primary"
        size="phone"
        disabled={isPending}
        className="justify-self-start"
      >
        {isPending ? t("submitting") : t(temporary ? "temporary.submit" : "submit")}
      </Button>
    </form>
  );
}
