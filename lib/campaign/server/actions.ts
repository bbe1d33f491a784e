"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import { requireGrant } from "@/lib/account/auth/server/session";
import { AppError } from "@/lib/base/errors";
import type { FormState } from "@/lib/base/forms/form-state";
import { FormError, parseForm } from "@/lib/base/forms/parse-form";
import { beginAction } from "@/lib/base/forms/server/action-call";
import { respond } from "@/lib/account/auth/server/respond";
import { districtCode } from "@/lib/base/region/code";
import { listAreas, type ListedArea } from "@/lib/account/region/server/queries";
import { routes, withQuery } from "@/lib/base/routes";

import { now } from "@/lib/base/time/clock";
import { archiveCampaign } from "./archive-commands";
import { requireCampaignGrant } from "./action-grant";
import { deleteCampaign } from "./delete-commands";

const deletionForm = z.object({ kampanye: z.string(), nama: z.string().optional() });

/** Deletes a campaign without reports whose name was typed; the list of the others then says so. */
export async function deleteCampaignAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const answer = await respond(form, async () => {
    const { kampanye, nama } = parseForm(deletionForm, form);
    const { campaign, grant } = await requireCampaignGrant("campaign:manage", kampanye);
    if (nama?.trim() !== campaign.name.trim()) throw new FormError({ nama: ["nameDiffers"] });
    await deleteCampaign(grant, campaign);
    return null;
  });
  if (answer.status === "saved") redirect(withQuery(routes.campaigns, { terhapus: 1 }));
  return answer;
}

const archiveForm = z.object({ kampanye: z.string(), arsip: z.enum(["0", "1"]) });

/** Puts a campaign away, or back; its page then says so. */
export async function archiveCampaignAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  let address = "";
  const answer = await respond(form, async () => {
    const { kampanye, arsip } = parseForm(archiveForm, form);
    const { campaign, grant } = await requireCampaignGrant("campaign:manage", kampanye);
    await archiveCampaign(grant, campaign, arsip === "1" ? now() : null);
    address = withQuery(routes.campaign(campaign.slug), { arsip });
    return null;
  });
  if (answer.status === "saved") redirect(address);
  return answer;
}

/** Subdistricts and villages of a kabupaten, to choose units from; none for who may not. */
export async function areasOfDistrict(
  code: string,
): Promise<{ subdistricts: ListedArea[]; villages: ListedArea[] }> {
  beginAction();
  const district = districtCode.safeParse(code);
  if (!district.success) return { subdistricts: [], villages: [] };
  try {
    return await listAreas(await requireGrant("campaign:manage"), district.data);
  } catch (error) {
    if (error instanceof AppError) return { subdistricts: [], villages: [] };
    throw error;
  }
}
