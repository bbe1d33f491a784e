"use server";

import { redirect } from "next/navigation";
import { z } from "zod";

import { requireGrant } from "@/lib/account/auth/server/session";
import { AppError } from "@/lib/base/errors";
import type { FormState } from "@/lib/base/forms/form-state";
import { FormError, parseForm } from "@/lib/base/forms/parse-form";
import { problemsByField } from "@/lib/base/forms/problem";
import { beginAction } from "@/lib/base/forms/server/action-call";
import { respond } from "@/lib/account/auth/server/respond";
import { districtCode } from "@/lib/base/region/code";
import { listAreas, type ListedArea } from "@/lib/account/region/server/queries";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

import { requireCampaignGrant } from "./action-grant";
import { changeCampaign } from "./change-commands";
import { createCampaign } from "./commands";
import { deleteCampaign } from "./delete-commands";
import { campaignChange, campaignInput } from "@/lib/campaign/schema";

/** The form sends one text: rounds and groups are lists, and the API takes the same body. */
const sentForm = z.object({ body: z.string(), kampanye: z.string().optional() });

const deletionForm = z.object({ kampanye: z.string() });

/** Makes a campaign and leads to it. */
export async function createCampaignAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  let made = "";
  const answer = await respond(form, async () => {
    const grant = await requireGrant("campaign:manage");
    const input = parseBody(campaignInput, parseForm(sentForm, form).body);
    made = (await createCampaign(grant, input)).slug;
    return null;
  });
  if (answer.status === "saved")
    redirect(withQuery(routes.campaign(made), { kampanye: made, dibuat: 1 }));
  return withoutTyped(answer);
}

/** Changes a campaign; the page then shows what stands. */
export async function changeCampaignAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  let changed = "";
  const answer = await respond(form, async () => {
    const sent = parseForm(sentForm, form);
    const { campaign, grant } = await requireCampaignGrant("campaign:manage", sent.kampanye ?? "");
    const input = parseBody(campaignChange, sent.body);
    await changeCampaign(grant, campaign, input, localDay(now(), campaign.timeZone));
    changed = campaign.slug;
    return null;
  });
  if (answer.status === "saved") redirect(withQuery(routes.campaign(changed), { tersimpan: 1 }));
  return withoutTyped(answer);
}

/** Deletes a campaign without reports; the list of the others then says so. */
export async function deleteCampaignAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const answer = await respond(form, async () => {
    const { kampanye } = parseForm(deletionForm, form);
    const { campaign, grant } = await requireCampaignGrant("campaign:manage", kampanye);
    await deleteCampaign(grant, campaign);
    return null;
  });
  if (answer.status === "saved") redirect(withQuery(routes.campaigns, { terhapus: 1 }));
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

/** @throws {FormError} with a problem for each field, by its path in the body. */
function parseBody<Output>(schema: z.ZodType<Output>, json: string): Output {
  const parsed = schema.safeParse(fromJson(json));
  if (!parsed.success) throw new FormError(problemsByField(parsed.error));
  return parsed.data;
}

function fromJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** The page keeps what was typed itself; it need not travel back. */
function withoutTyped(answer: FormState): FormState {
  return answer.status === "rejected" ? { ...answer, typed: {} } : answer;
}
