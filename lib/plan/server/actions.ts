"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";

import { respond } from "@/lib/account/auth/server/respond";
import type { FormState } from "@/lib/base/forms/form-state";
import { FormError, parseForm, typedText } from "@/lib/base/forms/parse-form";
import { problemsByField } from "@/lib/base/forms/problem";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { requireCampaignGrant } from "@/lib/campaign/server/action-grant";
import {
  proposedInput,
  sessionInput,
  strategyInput,
  teamInput,
  teamMoveInput,
} from "@/lib/plan/schema";
import { sessionOf, strategyOf, teamOf } from "@/lib/plan/typed";

import { applyProposal, applyTeamMove } from "./apply-commands";
import { storeSession, storeStrategy, storeTeam } from "./commands";

const aboutRecord = z.object({ kampanye: z.string(), id: z.uuid() });

/** Plans, moves or calls off a session; leads to its page. */
export async function storeSessionAction(_previous: FormState, form: FormData): Promise<FormState> {
  const saved = await respond(form, async () => {
    const { kampanye, id } = parseForm(aboutRecord, form);
    const { campaign, grant } = await requireCampaignGrant("plan:manage", kampanye);
    const input = read(sessionInput, sessionOf(typedText(form)));
    await storeSession(grant, campaign, id, input);
    return withQuery(routes.session(id), { kampanye, tersimpan: "ya" });
  });
  if (saved.status !== "saved") return saved;
  redirect(saved.result);
}

export async function storeStrategyAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, id } = parseForm(aboutRecord, form);
    const { campaign, grant } = await requireCampaignGrant("plan:manage", kampanye);
    await storeStrategy(grant, campaign, id, read(strategyInput, strategyOf(typedText(form))));
    revalidatePath(routes.planning);
    return null;
  });
}

export async function storeTeamAction(_previous: FormState, form: FormData): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, id } = parseForm(aboutRecord, form);
    const { campaign, grant } = await requireCampaignGrant("plan:manage", kampanye);
    await storeTeam(grant, campaign, id, read(teamInput, teamOf(typedText(form))));
    revalidatePath(routes.planning);
    return null;
  });
}

/** Stores the sessions of a proposal that stayed ticked; leads to their week. */
export async function applyProposalAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const saved = await respond(form, async () => {
    const about = z.object({ kampanye: z.string(), sent: z.uuid(), minggu: z.string() });
    const { kampanye, sent, minggu } = parseForm(about, form);
    const { campaign, grant } = await requireCampaignGrant("plan:manage", kampanye);
    const picked = Object.entries(typedText(form)).flatMap(([name, value]) =>
      name.startsWith("pick-") ? [value] : [],
    );
    if (picked.length === 0) throw new FormError({ picks: ["atLeastOne"] });
    const stored = await applyProposal(grant, campaign, sent, picked.map(readPicked));
    return withQuery(routes.schedule, { kampanye, hari: minggu, diterapkan: stored });
  });
  if (saved.status !== "saved") return saved;
  redirect(saved.result);
}

/** Moves a team for some days, or adds one; leads to the first of them. */
export async function applyTeamMoveAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  const saved = await respond(form, async () => {
    const { kampanye } = parseForm(z.object({ kampanye: z.string() }), form);
    const { campaign, grant } = await requireCampaignGrant("plan:manage", kampanye);
    const move = read(teamMoveInput, typedText(form));
    const today = localDay(now(), campaign.timeZone);
    const stored = await applyTeamMove(grant, campaign, move, today);
    return withQuery(routes.schedule, { kampanye, hari: move.from, diterapkan: stored });
  });
  if (saved.status !== "saved") return saved;
  redirect(saved.result);
}

/** One session of a proposal, as its tick says it. */
function readPicked(text: string) {
  const picked = z
    .string()
    .transform((json, context): unknown => {
      try {
        return JSON.parse(json);
      } catch {
        context.addIssue({ code: "custom", message: "no JSON" });
        return z.NEVER;
      }
    })
    .pipe(proposedInput)
    .safeParse(text);
  if (!picked.success) throw new FormError({ picks: ["wrongFormat"] });
  return picked.data;
}

/** @throws {FormError} with the problems of each field. */
function read<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw new FormError(problemsByField(parsed.error));
  return parsed.data;
}
