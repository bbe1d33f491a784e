"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { untouched, type FormState } from "@/lib/base/forms/form-state";

/** Folded, because it is rarely wanted: what would go, and the button. Works without scripts. */
export function DeleteCampaign(props: {
  readonly slug: string;
  readonly name: string;
  readonly units: number;
  readonly targetSets: number;
  readonly hasReports: boolean;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("campaigns.delete");
  const problems = useTranslations("problems");
  const [state, send, isPending] = useActionState(props.action, untouched);
  const { name, units, targetSets } = props;

  return (
    <details className="max-w-240" open={state.status === "rejected" || undefined}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-dense text-link underline underline-offset-3 tablet:min-h-8">
        {t("title")}
      </summary>
      {props.hasReports ? (
        <p className="mt-1 text-dense text-ink2">{problems("campaignHasReports")}</p>
      ) : (
        <form action={send} className="mt-2 grid justify-items-start gap-3">
          <input type="hidden" name="kampanye" value={props.slug} />
          {state.status === "rejected" ? (
            <Banner kind="error" role="alert" title={problems(state.code ?? "invalid")} />
          ) : null}
          <p className="text-dense wrap-anywhere">{t("question", { name })}</p>
          <p className="text-dense text-ink2">{t("goes", { units, targetSets })}</p>
          <Button type="submit" variant="danger" size="phone" disabled={isPending}>
            {isPending ? t("busy") : t("button")}
          </Button>
        </form>
      )}
    </details>
  );
}
