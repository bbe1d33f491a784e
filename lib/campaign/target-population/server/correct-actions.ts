"use server";

import { redirect } from "next/navigation";

import { respond } from "@/lib/account/auth/server/respond";
import type { FormState } from "@/lib/base/forms/form-state";
import { givenBack, parseForm, typedText } from "@/lib/base/forms/parse-form";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import type { Campaign } from "@/lib/campaign/campaign";
import { requireCampaignGrant } from "@/lib/campaign/server/action-grant";
import type { CorrectionAnswer } from "@/lib/campaign/target-population/preview";
import { correctionForm, withdrawalForm } from "@/lib/campaign/target-population/schema";

import { correctTarget, withdrawTarget } from "./correct-commands";

/** Corrects one number; what came between is told and not written over. */
export async function correctTargetAction(
  _previous: FormState<CorrectionAnswer>,
  form: FormData,
): Promise<FormState<CorrectionAnswer>> {
  let storedAt = "";
  const answer = await respond<CorrectionAnswer>(form, async () => {
    // Who may is asked before what is typed is looked at.
    const { kampanye } = parseForm(correctionForm.pick({ kampanye: true }), form);
    const { campaign, grant } = await requireCampaignGrant("target:import", kampanye);
    const sent = parseForm(correctionForm, form);
    const corrected = await correctTarget(grant, campaign, sent, now());
    if (corrected.kind === "changed") return { now: corrected.now, typed: givenBack(form) };
    storedAt = versionAddress(campaign, form, { round: sent.round, setId: corrected.setId });
    return { now: sent.people, typed: {} };
  });
  if (storedAt !== "") redirect(storedAt);
  return answer;
}

/** Withdraws a figure of a kecamatan or the kabupaten; what came between is told. */
export async function withdrawTargetAction(
  _previous: FormState<CorrectionAnswer>,
  form: FormData,
): Promise<FormState<CorrectionAnswer>> {
  let storedAt = "";
  const answer = await respond<CorrectionAnswer>(form, async () => {
    // Who may is asked before what is typed is looked at.
    const { kampanye } = parseForm(withdrawalForm.pick({ kampanye: true }), form);
    const { campaign, grant } = await requireCampaignGrant("target:import", kampanye);
    const sent = parseForm(withdrawalForm, form);
    const withdrawn = await withdrawTarget(grant, campaign, sent, now());
    if (withdrawn.kind === "changed") return { now: withdrawn.now, typed: givenBack(form) };
    storedAt = versionAddress(campaign, form, { round: sent.round, setId: withdrawn.setId });
    return { now: null, typed: {} };
  });
  if (storedAt !== "") redirect(storedAt);
  return answer;
}

/** The page of targets with the version that was stored, and the list that the form was opened from. */
function versionAddress(
  { slug, rounds }: Campaign,
  form: FormData,
  stored: { readonly round: number; readonly setId: number },
): string {
  return withQuery(routes.targets, {
    kampanye: slug,
    putaran: rounds.length > 1 ? stored.round : null,
    wilayah: typedText(form)["wilayah"] ?? "",
    versi: stored.setId,
  });
}
