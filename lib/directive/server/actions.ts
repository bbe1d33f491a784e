"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { listOffices } from "@/lib/account/office/server/queries";
import { respond } from "@/lib/account/auth/server/respond";
import { requireGrant } from "@/lib/account/auth/server/session";
import type { FormState } from "@/lib/base/forms/form-state";
import { FormError, parseForm, typedText } from "@/lib/base/forms/parse-form";
import { problem, problemsByField } from "@/lib/base/forms/problem";
import { districtCode } from "@/lib/base/region/code";
import { routes, withQuery } from "@/lib/base/routes";
import { isCalendarDay } from "@/lib/base/time/calendar-day";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import type { Campaign } from "@/lib/campaign/campaign";
import { requireCampaignGrant } from "@/lib/campaign/server/action-grant";
import { readClassLines } from "@/lib/directive/addressee-lines";
import {
  addresseesInput,
  answerInput,
  directiveInput,
  orderInput,
  reviewInput,
  type AddresseesInput,
} from "@/lib/directive/schema";

import { answerFollowUp, reviewFollowUp } from "./answer-commands";
import { beginDirective, changeDirective, removeOrder, storeOrder } from "./draft-commands";
import { issueDirective, removeDirective, setReviewDay } from "./commands";
import { figuresToKeep } from "./frozen-queries";
import { measuredNow } from "./measured-now";
import { readDirective } from "./directive-queries";

const count = z.coerce.number().pipe(z.int());
const aboutDirective = z.object({ kampanye: z.string(), id: z.uuid() });
const aboutDraft = aboutDirective.extend({ version: count });

/** Begins a directive, or with a version changes its draft; leads to its page. */
export async function saveDirectiveAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const saved = await respond(form, async () => {
    const { kampanye, id, version } = parseForm(
      aboutDirective.extend({ version: count.optional() }),
      form,
    );
    const { campaign, grant } = await requireCampaignGrant("directive:manage", kampanye);
    const directive = parseForm(directiveInput, form);
    const addressees = await addresseesOf(grant, campaign, typedText(form));
    const about = typedText(form)["ofCampaign"] === "on" ? campaign.id : null;
    const key = { district: campaign.districtCode, id };
    const sent = { directive, addressees, campaign: about };
    if (version === undefined) await beginDirective(grant, key, sent);
    else await changeDirective(grant, key, version, sent);
    return withQuery(routes.directive(id), { kampanye });
  });
  if (saved.status !== "saved") return saved;
  redirect(saved.result);
}

/** The addressees that a form ticks, in the order in which it offers them, and those of its lines. */
async function addresseesOf(
  grant: Grant<"directive:manage">,
  { districtCode: district }: Campaign,
  typed: Readonly<Record<string, string>>,
): Promise<AddresseesInput> {
  const offices = await listOffices(grant, district);
  const { classes, unreadable } = readClassLines(typed["classes"] ?? "", offices);
  if (unreadable.length > 0) throw new FormError({ classes: ["classLines"] });
  const parsed = addresseesInput.safeParse([
    ...offices
      .filter(({ code }) => typed[`office-${code}`] === "on")
      .map(({ code }) => ({ kind: "office", office: code })),
    ...(["subdistricts", "villages"] as const)
      .filter((kind) => typed[kind] === "on")
      .map((kind) => ({ kind })),
    ...classes.map((each) => ({ kind: "class", ...each })),
  ]);
  if (parsed.success) return parsed.data;
  const isNone = parsed.error.issues.some(({ message }) => message === problem("atLeastOne"));
  throw new FormError({ addressees: [isNone ? "atLeastOne" : "tooManyAddressees"] });
}

/** Stores an order of a draft: a new one without a position. */
export async function storeOrderAction(_previous: FormState, form: FormData): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, id, version, position } = parseForm(
      aboutDraft.extend({ position: count.optional() }),
      form,
    );
    const { campaign, grant } = await requireCampaignGrant("directive:manage", kampanye);
    const typed = typedText(form);
    const order = orderInput.safeParse({ ...typed, askedOf: tickedPositions(typed) });
    if (!order.success) throw new FormError(problemsByField(order.error));
    const key = { district: campaign.districtCode, id };
    await storeOrder(grant, key, version, { position: position ?? null, order: order.data });
    revalidatePath(routes.directive(id));
    return null;
  });
}

/** "asked-3" is the tick of the third addressee. */
function tickedPositions(typed: Readonly<Record<string, string>>): number[] {
  return Object.entries(typed).flatMap(([name, value]) => {
    const [, position] = /^asked-(\d{1,4})$/.exec(name) ?? [];
    return position && value === "on" ? [Number(position)] : [];
  });
}

export async function removeOrderAction(_previous: FormState, form: FormData): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, id, version, position } = parseForm(
      aboutDraft.extend({ position: count }),
      form,
    );
    const { campaign, grant } = await requireCampaignGrant("directive:manage", kampanye);
    await removeOrder(grant, { district: campaign.districtCode, id }, version, position);
    revalidatePath(routes.directive(id));
    return null;
  });
}

/** Issues a draft, with the figures of this hour; without them, where they cannot be read. */
export async function issueDirectiveAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, id, version } = parseForm(aboutDraft, form);
    const { campaign, grant } = await requireCampaignGrant("directive:manage", kampanye);
    const today = localDay(now(), campaign.timeZone);
    const found = await readDirective(grant, campaign, id, today);
    const figures = found?.directive.isOfCampaign
      ? await figuresToKeep(grant.actor, campaign, found.directive, today)
      : null;
    await issueDirective(grant, { district: campaign.districtCode, id }, version, figures);
    revalidatePath(routes.directives);
    revalidatePath(routes.directive(id));
    return null;
  });
}

/** Deletes what nobody has answered; leads to the list. */
export async function removeDirectiveAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const removed = await respond(form, async () => {
    const { kampanye, id } = parseForm(aboutDirective, form);
    const { campaign, grant } = await requireCampaignGrant("directive:manage", kampanye);
    await removeDirective(grant, { district: campaign.districtCode, id });
    return withQuery(routes.directives, { kampanye });
  });
  if (removed.status !== "saved") return removed;
  redirect(removed.result);
}

const reviewDay = aboutDirective.extend({
  reviewOn: z
    .literal("")
    .transform(() => null)
    .or(z.string().refine(isCalendarDay, problem("noSuchDay"))),
});

export async function setReviewDayAction(_previous: FormState, form: FormData): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, id, reviewOn } = parseForm(reviewDay, form);
    const { campaign, grant } = await requireCampaignGrant("directive:manage", kampanye);
    await setReviewDay(grant, { district: campaign.districtCode, id }, reviewOn);
    revalidatePath(routes.directive(id));
    return null;
  });
}

const aboutFollowUp = z.object({
  kabupaten: z.string().pipe(districtCode),
  followUp: z.uuid(),
});

/** Sends what whoever is asked says, with what the figures say of it at that moment. */
export async function answerFollowUpAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return respond(form, async () => {
    const { kabupaten, followUp } = parseForm(aboutFollowUp, form);
    const answer = parseForm(answerInput, form);
    const grant = await requireGrant("action:answer");
    const key = { district: kabupaten, id: followUp };
    const measured = await measuredNow(grant.actor, key);
    await answerFollowUp(grant, key, answer, measured);
    revalidatePath(routes.followUp(followUp));
    return null;
  });
}

/** Accepts an answer, or sends it back with what is to be explained. */
export async function reviewFollowUpAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return respond(form, async () => {
    const { kabupaten, followUp } = parseForm(aboutFollowUp, form);
    const review = parseForm(reviewInput, form);
    const grant = await requireGrant("directive:manage");
    await reviewFollowUp(grant, { district: kabupaten, id: followUp }, review);
    revalidatePath(routes.followUp(followUp));
    return null;
  });
}
