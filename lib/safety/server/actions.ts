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
import { adverseEventInput, passMarkInput, rapidAssessmentInput } from "@/lib/safety/schema";
import { adverseEventOf, rapidAssessmentOf, sendingOf, typedFieldOf } from "@/lib/safety/typed";

import { storeAdverseEvent } from "./adverse-event-commands";
import { setPassMark, storeRapidAssessment } from "./rapid-assessment-commands";

const aboutCampaign = z.object({ kampanye: z.string() });
const aboutRecord = aboutCampaign.extend({ id: z.uuid() });

/** Records an adverse event, or corrects it; leads to its page. */
export async function storeAdverseEventAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const saved = await respond(form, async () => {
    const { kampanye, id } = parseForm(aboutRecord, form);
    const { campaign, grant } = await requireCampaignGrant("safety:report", kampanye);
    await storeAdverseEvent(grant, campaign, id, bodyOf(adverseEventInput, adverseEventOf, form));
    return withQuery(routes.adverseEvent(id), { kampanye, tersimpan: "ya" });
  });
  if (saved.status !== "saved") return saved;
  redirect(saved.result);
}

/** Stores a rapid assessment, or corrects it; leads to its page. */
export async function storeRapidAssessmentAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const saved = await respond(form, async () => {
    const { kampanye, id } = parseForm(aboutRecord, form);
    const { campaign, grant } = await requireCampaignGrant("safety:report", kampanye);
    const input = bodyOf(rapidAssessmentInput, rapidAssessmentOf, form);
    await storeRapidAssessment(grant, campaign, id, input);
    return withQuery(routes.rapidAssessment(id), { kampanye, tersimpan: "ya" });
  });
  if (saved.status !== "saved") return saved;
  redirect(saved.result);
}

/** Says what assessments must show in a campaign. */
export async function setPassMarkAction(_previous: FormState, form: FormData): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye } = parseForm(aboutCampaign, form);
    const { campaign, grant } = await requireCampaignGrant("safety:review", kampanye);
    await setPassMark(grant, campaign, parseForm(passMarkInput, form));
    revalidatePath(routes.rapidAssessments);
    return null;
  });
}

/** What a form sends, as it would come over the outbox or the API; its problems by the form's fields. */
function bodyOf<Output>(
  schema: z.ZodType<Output>,
  make: (typed: Readonly<Record<string, string>>) => object,
  form: FormData,
): Output {
  const typed = typedText(form);
  const parsed = schema.safeParse({ ...sendingOf(typed), ...make(typed) });
  if (parsed.success) return parsed.data;
  const problems = Object.entries(problemsByField(parsed.error));
  throw new FormError(
    Object.fromEntries(problems.map(([part, found]) => [typedFieldOf(typed, part), found])),
  );
}
