"use server";

import { revalidatePath } from "next/cache";

import { requireCampaignGrant } from "@/lib/campaign/server/action-grant";
import type { FormState } from "@/lib/base/forms/form-state";
import { parseForm } from "@/lib/base/forms/parse-form";
import { respond } from "@/lib/account/auth/server/respond";
import { routes } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

import {
  explainFinding,
  removeStatedTotal,
  restoreStatedTotal,
  stateTotal,
  withdrawExplanation,
} from "./commands";
import {
  explanation,
  findingKey,
  namedCampaign,
  statedTotalInput,
  statedTotalKey,
  statedTotalRemoval,
} from "@/lib/monitor/quality/schema";

/** Says why a finding is as it should be. */
export async function explainFindingAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, ...said } = parseForm(explanation, form);
    const { campaign, grant } = await requireCampaignGrant("quality:review", kampanye);
    const at = now();
    await explainFinding(grant, campaign, said, { at, today: localDay(at, campaign.timeZone) });
    revalidatePath(routes.quality);
    return null;
  });
}

/** Opens an explained finding again. */
export async function withdrawExplanationAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, ...of } = parseForm(findingKey, form);
    const { campaign, grant } = await requireCampaignGrant("quality:review", kampanye);
    await withdrawExplanation(grant, campaign, of);
    revalidatePath(routes.quality);
    return null;
  });
}

/** Keeps a total that somebody announced. */
export async function stateTotalAction(_previous: FormState, form: FormData): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, ...input } = parseForm(statedTotalInput, form);
    const { campaign, grant } = await requireCampaignGrant("quality:review", kampanye);
    await stateTotal(grant, campaign, input);
    revalidatePath(routes.quality);
    return null;
  });
}

/** Takes an announced total away, for a reason that the trail keeps. */
export async function removeStatedTotalAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye } = parseForm(namedCampaign, form);
    const { campaign, grant } = await requireCampaignGrant("quality:review", kampanye);
    await removeStatedTotal(grant, campaign, parseForm(statedTotalRemoval, form), now());
    revalidatePath(routes.quality);
    return null;
  });
}

/** Puts an announced total back that was taken away. */
export async function restoreStatedTotalAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye } = parseForm(namedCampaign, form);
    const { campaign, grant } = await requireCampaignGrant("quality:review", kampanye);
    const { id } = parseForm(statedTotalKey, form);
    await restoreStatedTotal(grant, campaign, id, now());
    revalidatePath(routes.quality);
    return null;
  });
}
