"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef } from "react";

import { Button } from "@/components/base/ui/button";
import { untouched, type FormState } from "@/lib/base/forms/form-state";
import { draftStepPath } from "@/lib/base/routes";
import type { CampaignDraft } from "@/lib/campaign/draft";
import { stepNumber, stepOfPath } from "@/lib/campaign/draft/step";

import { RejectedSummary } from "../rejected-summary";
import { useRejected } from "../use-rejected";

/** Makes the campaign; what is wrong is named, each with the way to its step. Works without scripts. */
export function MakeCampaign(props: {
  readonly id: string;
  readonly draft: CampaignDraft;
  readonly action: (previous: FormState, form: FormData) => Promise<FormState>;
}) {
  const t = useTranslations("campaigns");
  const [state, send, isPending] = useActionState<FormState, FormData>(props.action, untouched);
  const rejected = useRejected(state.status === "rejected" ? state.fields : {});
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => summary.current?.focus(), [state]);
  return (
    <form action={send} className="grid justify-items-start gap-4">
      <input type="hidden" name="konsep" value={props.id} />
      {state.status === "rejected" ? (
        <RejectedSummary
          ref={summary}
          code={state.code}
          rejected={rejected}
          draft={props.draft}
          title={t("setUp.notMade", { count: rejected.length })}
          hrefOf={(path) => draftStepPath(props.id, stepNumber(stepOfPath(path)))}
        />
      ) : null}
      <Button type="submit" variant="primary" size="phone" disabled={isPending}>
        {isPending ? t("new.submitting") : t("new.submit")}
      </Button>
    </form>
  );
}
