"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef, useState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { TextField } from "@/components/base/ui/field";
import { typedOr, untouched, type FormState } from "@/lib/base/forms/form-state";

type Answer = { readonly username: string } & (
  | { readonly kind: "wrong" }
  | { readonly kind: "busy" }
  | { readonly kind: "tooManyTries"; readonly waitMilliseconds: number; readonly isWrong: boolean }
);

/** Longer than a check takes; a try that has to wait takes up to half a minute. */
const patience = 3_000;

/** Name and password. What was rejected stands over the fields, and the name stays. */
export function SignInForm(props: {
  readonly action: (previous: FormState<Answer>, form: FormData) => Promise<FormState<Answer>>;
  readonly back: string | null;
}) {
  const t = useTranslations("signIn");
  const problems = useTranslations("problems");
  const [state, submit, isPending] = useActionState(props.action, untouched);
  const [isShown, setShown] = useState(false);
  const answer = state.status === "saved" ? state.result : null;
  // Without scripts the page comes back with the answer, and the name in it.
  const [username, setUsername] = useState(answer?.username ?? typedOr(state, "username"));
  const isLong = useIsLong(isPending);
  const rejection = useRef<HTMLDivElement>(null);
  const problemOf = (field: string) => {
    const [first] = state.status === "rejected" ? (state.fields[field] ?? []) : [];
    return first && problems(first);
  };

  useEffect(() => {
    if (answer) rejection.current?.focus();
  }, [answer]);

  function titleOf(rejected: Answer): string {
    if (rejected.kind === "wrong") return t("wrong");
    if (rejected.kind === "busy") return problems("busy");
    const seconds = Math.ceil(rejected.waitMilliseconds / 1_000);
    if (rejected.isWrong) return t("wrongAgain", { seconds });
    return seconds <= 90
      ? t("tooManyTries", { seconds })
      : t("tooManyTriesLong", { minutes: Math.ceil(seconds / 60) });
  }

  return (
    <form action={submit} noValidate className="grid w-full max-w-95 gap-5">
      <h1 className="text-title font-semibold">{t("title")}</h1>
      {answer ? (
        <Banner kind="error" role="alert" ref={rejection} title={titleOf(answer)}>
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
      <p role="status" className="text-dense text-ink2 empty:hidden">
        {isLong ? t("stillChecking") : null}
      </p>
      <p className="text-dense text-ink3">{t("forgotten")}</p>
    </form>
  );
}

/** Whether something has been going on for longer than one's patience. */
function useIsLong(isPending: boolean): boolean {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isPending) return;
    const timer = setTimeout(() => setLong(true), patience);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isPending]);
  return isLong;
}
