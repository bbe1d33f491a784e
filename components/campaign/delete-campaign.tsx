"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { TextField } from "@/components/base/ui/field";
import { typedOr, untouched, type FormState } from "@/lib/base/forms/form-state";

/** Folded, because it is rarely wanted: what would go, and its name to type. Where reports are, how many. Works without scripts. */
export function DeleteCampaign(props: {
  readonly slug: string;
  readonly name: string;
  readonly units: number;
  readonly targetSets: number;
  /** Reports ever sent; null: it is not theirs to delete. */
  readonly reports: number | null;
  readonly isArchived: boolean;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("campaigns.delete");
  const problems = useTranslations("problems");
  const [state, send, isPending] = useActionState(props.action, untouched);
  const { name, units, targetSets, reports } = props;
  const wrong = state.status === "rejected" ? state.fields["nama"]?.[0] : undefined;

  return (
    <details className="max-w-240" open={state.status === "rejected" || undefined}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-dense text-link underline underline-offset-3 tablet:min-h-8">
        {t("title")}
      </summary>
      {reports !== 0 ? (
        <div className="mt-1 grid gap-1 text-dense text-ink2">
          <p>{reports === null ? problems("forbidden") : t("held", { reports })}</p>
          {reports !== null && !props.isArchived ? (
            <p>
              <a
                href="#arsip"
                className="inline-flex min-h-11 items-center text-link underline underline-offset-3 tablet:min-h-8"
              >
                {t("instead")}
              </a>
            </p>
          ) : null}
        </div>
      ) : (
        <form action={send} className="mt-2 grid justify-items-start gap-3">
          <input type="hidden" name="kampanye" value={props.slug} />
          {state.status === "rejected" && !wrong ? (
            <Banner kind="error" role="alert" title={problems(state.code ?? "invalid")} />
          ) : null}
          <p className="text-dense wrap-anywhere">{t("question", { name })}</p>
          <p className="text-dense text-ink2">{t("goes", { units, targetSets })}</p>
          <TextField
            id="hapus-nama"
            name="nama"
            label={t("typeName")}
            problem={wrong && problems(wrong)}
            defaultValue={typedOr(state, "nama")}
            autoComplete="off"
            required
            className="w-full max-w-120"
          />
          <Button type="submit" variant="danger" size="phone" disabled={isPending}>
            {isPending ? t("busy") : t("button")}
          </Button>
        </form>
      )}
    </details>
  );
}
