"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";

import { respond } from "@/lib/account/auth/server/respond";
import type { FormState } from "@/lib/base/forms/form-state";
import { FormError, parseForm, typedText } from "@/lib/base/forms/parse-form";
import { problemsByField } from "@/lib/base/forms/problem";
import { routes, withQuery } from "@/lib/base/routes";
import { requireCampaignGrant } from "@/lib/campaign/server/action-grant";
import { indicatorInput } from "@/lib/indicator/schema";
import { indicatorOf } from "@/lib/indicator/typed-indicator";

import { addTemplate, storeIndicator } from "./commands";
import { removeIndicator } from "./remove-commands";

const aboutCampaign = z.object({ kampanye: z.string() });

/** Adds the fourteen indicators of Kampung KB; leads to the form of their baseline. */
export async function addTemplateAction(_previous: FormState, form: FormData): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, baseline } = parseForm(
      aboutCampaign.extend({ baseline: indicatorInput.shape.baseline }),
      form,
    );
    const { campaign, grant } = await requireCampaignGrant("indicator:manage", kampanye);
    await addTemplate(grant, campaign, baseline);
    revalidatePath(routes.indicators);
    return null;
  });
}

const aboutIndicator = aboutCampaign.extend({
  id: z.uuid(),
  sent: z.uuid(),
  version: z.coerce.number().pipe(z.int().min(0)),
});

/** Adds an indicator, or with a version changes it; leads to the list. */
export async function saveIndicatorAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const saved = await respond(form, async () => {
    const { kampanye, id, sent, version } = parseForm(aboutIndicator, form);
    const { campaign, grant } = await requireCampaignGrant("indicator:manage", kampanye);
    const input = indicatorInput.safeParse({ sent, version, ...indicatorOf(typedText(form)) });
    if (!input.success) throw new FormError(ofForm(problemsByField(input.error)));
    await storeIndicator(grant, campaign, id, input.data);
    revalidatePath(routes.indicators);
    return withQuery(routes.indicatorList, { kampanye });
  });
  if (saved.status !== "saved") return saved;
  redirect(saved.result);
}

/** Removes an indicator that nothing was entered for; leads to the list. */
export async function removeIndicatorAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const removed = await respond(form, async () => {
    const { kampanye, id } = parseForm(aboutCampaign.extend({ id: z.uuid() }), form);
    const { campaign, grant } = await requireCampaignGrant("indicator:manage", kampanye);
    await removeIndicator(grant, campaign, id);
    revalidatePath(routes.indicators);
    return withQuery(routes.indicatorList, { kampanye });
  });
  if (removed.status !== "saved") return removed;
  redirect(removed.result);
}

/** Goals are lines of one field there. */
function ofForm(problems: ReturnType<typeof problemsByField>): ReturnType<typeof problemsByField> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, found]) => [
      field.startsWith("goals.") ? "goals" : field,
      found,
    ]),
  );
}
