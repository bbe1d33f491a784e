import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { FillQuestion } from "@/components/campaign/set-up/fill-draft";
import type { Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { fillDraft } from "@/lib/campaign/draft/fill";
import { stepNumber, type Step } from "@/lib/campaign/draft/step";
import { presetNames } from "@/lib/campaign/preset";
import { fillDraftAction } from "@/lib/campaign/server/draft-actions";
import type { KeptDraft } from "@/lib/campaign/server/draft-queries";
import { draftSource } from "@/lib/campaign/server/draft-source-queries";

/** Before a draft is filled: the parts in which something was typed, to be kept or given up. */
export async function DraftFilling(props: {
  readonly grant: Grant<"campaign:manage">;
  readonly kept: KeptDraft;
  readonly step: Step;
  readonly source: string;
  readonly campaigns: readonly { readonly slug: string; readonly name: string }[];
}) {
  const { grant, kept, source } = props;
  const t = await getTranslations("campaigns.form.presets");
  const filling = await draftSource(grant, source, kept.draft.districtCode).catch(unknown);
  const preset = presetNames.find((each) => each === source);
  const campaign = props.campaigns.find(({ slug }) => `kampanye/${slug}` === source);
  return (
    <ClientMessages of={["campaigns", "problems"]}>
      <FillQuestion
        id={kept.id}
        source={source}
        name={preset ? t(preset) : (campaign?.name ?? filling.name)}
        asked={fillDraft(kept.draft, filling).asked}
        step={stepNumber(props.step)}
        action={fillDraftAction}
      />
    </ClientMessages>
  );
}

function unknown(error: unknown): never {
  if (error instanceof AppError) notFound();
  throw error;
}
