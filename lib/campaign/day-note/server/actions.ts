"use server";

import { revalidatePath } from "next/cache";

import { requireCampaignGrant } from "@/lib/campaign/server/action-grant";
import type { FormState } from "@/lib/base/forms/form-state";
import { parseForm } from "@/lib/base/forms/parse-form";
import { respond } from "@/lib/account/auth/server/respond";
import { routes } from "@/lib/base/routes";

import { addDayNote, changeDayNote, removeDayNote } from "./commands";
import { sentDayNote, sentRemoval } from "@/lib/campaign/day-note/schema";

/** Adds a note, or changes the one whose id the form brings; the page then shows what stands. */
export async function saveDayNoteAction(_previous: FormState, form: FormData): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, id, ...input } = parseForm(sentDayNote, form);
    const { campaign, grant } = await requireCampaignGrant("tally:submit", kampanye);
    if (id) await changeDayNote(grant, campaign, id, input);
    else await addDayNote(grant, campaign, input);
    revalidatePath(routes.completeness);
    return null;
  });
}

/** Takes a note away. */
export async function removeDayNoteAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, id } = parseForm(sentRemoval, form);
    const { campaign, grant } = await requireCampaignGrant("tally:submit", kampanye);
    await removeDayNote(grant, campaign, id);
    revalidatePath(routes.completeness);
    return null;
  });
}
