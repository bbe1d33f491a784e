"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { untouched, type FormState } from "@/lib/base/forms/form-state";

/** Folded: what would be lost, and the button. Works without scripts. */
export function DiscardDraft(props: {
  readonly id: string;
  readonly name: string;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("campaigns.setUp.discard");
  const problems = useTranslations("problems");
  const [state, send, isPending] = useActionState<FormState, FormData>(props.action, untouched);
  return (
    <details open={state.status === "rejected" || undefined}>
      <summary
        aria-label={t("of", { name: props.name })}
        className="inline-flex min-h-11 cursor-pointer items-center text-dense text-link underline underline-offset-3 tablet:min-h-8"
      >
        {t("title")}
      </summary>
      <form action={send} className="mt-2 grid justify-items-start gap-3">
        <input type="hidden" name="konsep" value={props.id} />
        {state.status === "rejected" ? (
          <Banner kind="error" role="alert" title={problems(state.code ?? "invalid")} />
        ) : null}
        <p className="text-dense wrap-anywhere">{t("question", { name: props.name })}</p>
        <Button type="submit" variant="danger" size="phone" disabled={isPending}>
          {t("confirm")}
        </Button>
      </form>
    </details>
  );
}
