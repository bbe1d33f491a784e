"use client";

import { useTranslations } from "next-intl";
import { useActionState } from "react";

import { Banner } from "@/components/base/ui/banner";
import { Button } from "@/components/base/ui/button";
import { untouched, type FormState } from "@/lib/base/forms/form-state";

/** Puts a campaign away, or back. Both can be undone, so nothing is asked; works without scripts. */
export function ArchiveCampaign(props: {
  readonly slug: string;
  readonly isArchived: boolean;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("campaigns.archive");
  const problems = useTranslations("problems");
  const [state, send, isPending] = useActionState(props.action, untouched);
  const words = props.isArchived ? "restore" : "put";
  return (
    <form
      id="arsip"
      action={send}
      className="flex scroll-mt-16 flex-wrap items-center gap-x-4 gap-y-2"
    >
      <input type="hidden" name="kampanye" value={props.slug} />
      <input type="hidden" name="arsip" value={props.isArchived ? "0" : "1"} />
      {state.status === "rejected" ? (
        <Banner kind="error" role="alert" title={problems(state.code ?? "invalid")} />
      ) : null}
      <Button type="submit" disabled={isPending}>
        {t(words)}
      </Button>
      <p className="text-note text-ink3">{t(`${words}Note`)}</p>
    </form>
  );
}
