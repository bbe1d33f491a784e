"use client";

import { useLocale, useTranslations } from "next-intl";
import { useActionState, useEffect, useRef, useState } from "react";

import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { typedOr, untouched, type FormState } from "@/lib/forms/form-state";

type Answer = { readonly username: string } & (
  { readonly kind: "wrong" } | { readonly kind: "tooManyTries"; readonly until: Date }
);

/** Name and password. What was refused stands over the fields, and the name stays. */
export function SignInForm(props: {
  readonly action: (previous: FormState<Answer>, form: FormData) => Promise<FormState<Answer>>;
  readonly back: string | null;
}) {
  const t = useTranslations("signIn");
  const problems = useTranslations("problems");
  const locale = useLocale();
  const [state, submit, isPending] = useActionState(props.action, untouched);
  const [isShown, setShown] = useState(false);
  const answer = state.status === "saved" ? state.result : null;
  // Without scripts the page comes back with the answer, and the name in it.
  const [username, setUsername] = useState(answer?.username ?? typedOr(state, "username"));
  const refusal = useRef<HTMLDivElement>(null);
  const problemOf = (field: string) => {
    const [first] = state.status === "rejected" ? (state.fields[field] ?? []) : [];
    return first && problems(first);
  };

  useEffect(() => {
    if (answer) refusal.current?.focus();
  }, [answer]);

  return (
    <form action={submit} noValidate className="grid w-full max-w-95 gap-5">
      <h1 className="text-title font-semibold">{t("title")}</h1>
      {answer ? (
        <Banner
          kind="error"
          role="alert"
          ref={refusal}
          title={
            answer.kind === "wrong"
              ? t("wrong")
              : t("tooManyTries", {
                  time: new Intl.DateTimeFormat(locale, {
                    hour: "2-digit",
                    minute: "2-digit",
                  }).format(answer.until),
                })
          }
        >
          {answer.kind === "wrong" ? t("wrongAdvice") : null}
        </Banner>
      ) : null}
      <input type="hidden" name="kembali" value={props.back ?? ""} />
      <TextField
        id="username"
        name="username"
        label={t("username")}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        value={username}
        onChange={(event) => setUsername(event.target.value)}
        problem={problemOf("username")}
      />
      <div className="relative">
        <TextField
          id="password"
          name="password"
          type={isShown ? "text" : "password"}
          label={t("password")}
          autoComplete="current-password"
          problem={problemOf("password")}
        />
        <button
          type="button"
          aria-pressed={isShown}
          aria-controls="password"
          onClick={() => setShown(!isShown)}
          className="absolute top-6 right-2 min-h-11 px-2 text-dense text-link underline tablet:min-h-10"
        >
          {isShown ? t("hide") : t("show")}
        </button>
      </div>
      <Button type="submit" variant="primary" size="phone" disabled={isPending}>
        {isPending ? t("submitting") : t("submit")}
      </Button>
      <p className="text-dense text-ink3">{t("forgotten")}</p>
    </form>
  );
}
