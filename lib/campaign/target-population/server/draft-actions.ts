"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import { respond } from "@/lib/account/auth/server/respond";
import type { FormState } from "@/lib/base/forms/form-state";
import { parseForm } from "@/lib/base/forms/parse-form";
import { noteText } from "@/lib/base/forms/storable-text";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { targetSources } from "@/lib/campaign/campaign";
import { requireCampaignGrant } from "@/lib/campaign/server/action-grant";
import { targetSetTerms } from "@/lib/campaign/target-population/schema";

import { confirmTargetDraft, dropTargetDraft } from "./draft-commands";

const draftForm = z.object({ kampanye: z.string() });
const confirmForm = targetSetTerms.extend({
  /** Where the numbers come from, in the words of the page. */
  reason: noteText.trim().max(300),
});
const dropForm = z.object({ source: z.enum(targetSources) });

/** Makes a draft the numbers that decide from its day on; the page then shows the version. */
export async function confirmTargetDraftAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  let address = "";
  const answer = await respond(form, async () => {
    // Who may is asked before what is typed is looked at.
    const { kampanye } = parseForm(draftForm, form);
    const { campaign, grant } = await requireCampaignGrant("target:import", kampanye);
    const { reason, ...terms } = parseForm(confirmForm, form);
    const { setId } = await confirmTargetDraft(grant, campaign, terms, { reason, at: now() });
    address = withQuery(routes.targets, { kampanye, versi: setId });
    return null;
  });
  if (answer.status === "saved") redirect(address);
  return answer;
}

/** Drops a draft of target populations. */
export async function dropTargetDraftAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  let address = "";
  const answer = await respond(form, async () => {
    const { kampanye } = parseForm(draftForm, form);
    const { campaign, grant } = await requireCampaignGrant("target:import", kampanye);
    const { source } = parseForm(dropForm, form);
    await dropTargetDraft(grant, campaign, source);
    address = withQuery(routes.targets, { kampanye, draf: "dibuang" });
    return null;
  });
  if (answer.status === "saved") redirect(address);
  return answer;
}
