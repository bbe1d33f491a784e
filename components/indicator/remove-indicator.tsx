"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { FormOutcome, type FormAction } from "@/components/base/register/form-outcome";
import { Button } from "@/components/base/ui/button";
import { untouched } from "@/lib/base/forms/form-state";

/** Removes an indicator, once what that means was read. */
export function RemoveIndicator(props: {
  readonly slug: string;
  readonly id: string;
  readonly remove: FormAction;
}) {
  const t = useTranslations("indicators.remove");
  const [state, remove, isPending] = useActionState(props.remove, untouched);
  return (
    <details className="mt-6">
      <summary className="inline-flex min-h-11 items-center text-dense text-link underline">
        {t("ask")}
      </summary>
      <form action={remove} className="mt-1 grid max-w-180 justify-items-start gap-3">
        <FormOutcome state={state} saved={t("done")} />
        <p className="text-dense text-ink2">{t("then")}</p>
        <input type="hidden" name="kampanye" value={props.slug} />
        <input type="hidden" name="id" value={props.id} />
        <Button type="submit" variant="danger" size="phone" disabled={isPending}>
          {t("press")}
        </Button>
      </form>
    </details>
  );
}
