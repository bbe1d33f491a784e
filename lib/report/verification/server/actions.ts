"use server";

import { revalidatePath } from "next/cache";

import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { requireCampaignGrant } from "@/lib/campaign/server/action-grant";
import type { Campaign } from "@/lib/campaign/campaign";
import type { FormState } from "@/lib/base/forms/form-state";
import { AppError } from "@/lib/base/errors";
import { FormError, parseForm, typedText } from "@/lib/base/forms/parse-form";
import { respond } from "@/lib/account/auth/server/respond";
import { limits } from "@/lib/base/limits";
import { routes } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";

import type { QueueAnswer } from "@/lib/report/verification/answer";
import { returnReports, verifyReports } from "./commands";
import { verificationQuestion } from "./press-queries";
import { askReopening, decideReopening, openDay } from "./reopening-commands";
import { readMarks, type ReportMark } from "@/lib/report/verification/report-mark";
import { decisionForm, queueForm, reopeningForm } from "@/lib/report/verification/schema";
import type { Settlement } from "@/lib/report/verification/settlement";
import { undoVerification } from "./undo-commands";

/**
 * Verifies or returns what is ticked, all of a subdistrict that has no warnings, or one report. Several
 * are verified after a question that says what it does; "ya" answers it, and asks for a reason where one
 * of them gives reason to look closer. "urungkan:" and a press takes that press back.
 */
export async function settleQueueAction(
  _previous: FormState<QueueAnswer>,
  form: FormData,
): Promise<FormState<QueueAnswer>> {
  const asked = asTicked(form);
  return respond(form, async () => {
    const parsed = parseForm(queueForm, asked);
    const { campaign, grant } = await requireCampaignGrant("report:verify", parsed.kampanye);
    const answer = await settled(grant, campaign, parsed, asked);
    if (answer.did !== "asked") revalidatePath(routes.verification);
    return answer;
  });
}

async function settled(
  grant: Grant<"report:verify">,
  campaign: Campaign,
  { lakukan, alasan, "alasan-verifikasi": remarkReason }: z.infer<typeof queueForm>,
  asked: FormData,
): Promise<QueueAnswer> {
  const nothing = { done: 0, own: 0, changed: 0 };
  if (lakukan === "batal") return { did: "cancelled", ...nothing };
  if (lakukan.startsWith("urungkan:")) {
    const press = z.guid().safeParse(lakukan.slice("urungkan:".length)).data;
    if (press === undefined) throw new AppError("notFound", "no such press");
    const done = await undoVerification(grant, campaign, press, { at: now() });
    return { did: "undone", ...nothing, done };
  }

  const isConfirmed = lakukan === "ya";
  const named = isConfirmed ? "ditanya" : lakukan.startsWith("bersih:") ? lakukan : "laporan";
  const marks = marksOf(asked.getAll(named));
  const isReturn = lakukan === "kembalikan";
  const isOwn = lakukan === "sendiri";
  if ((isReturn || isOwn) && alasan === "") throw new FormError({ alasan: ["required"] });
  if (isReturn) {
    const settlement = await returnReports(grant, campaign, marks, { at: now(), reason: alasan });
    return { did: "returned", ...countsOf(settlement) };
  }
  if (!isOwn && marks.length > 1) {
    const question = await verificationQuestion(grant, campaign, marks);
    if (question.reports > 1 && !isConfirmed) return { did: "asked", question };
    if (isConfirmed && question.remarked > 0 && remarkReason === "") {
      return { did: "asked", question: { ...question, isReasonMissing: true } };
    }
  }
  const settlement = await verifyReports(grant, campaign, marks, {
    at: now(),
    ownReason: isOwn ? alasan : null,
    remarkReason: remarkReason === "" ? null : remarkReason,
  });
  return { did: "verified", ...countsOf(settlement) };
}

function countsOf(settlement: Settlement) {
  return {
    done: settlement.done.length + settlement.already.length,
    own: settlement.own.length,
    changed: settlement.changed.length + settlement.missing.length,
  };
}

/** Opens a day for 24 hours, or declines to. */
export async function decideReopeningAction(
  _previous: FormState,
  form: FormData,
): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, permintaan, keputusan, alasan } = parseForm(decisionForm, form);
    if (keputusan === "declined" && alasan === "") throw new FormError({ alasan: ["required"] });
    const { campaign, grant } = await requireCampaignGrant("report:verify", kampanye);
    const answer = { decision: keputusan, note: alasan === "" ? null : alasan };
    await decideReopening(grant, campaign, permintaan, answer, { at: now() });
    revalidatePath(routes.verification);
    return null;
  });
}

/** Opens a day of a subdistrict that nobody asked for. */
export async function openDayAction(_previous: FormState, form: FormData): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, tempat, hari, alasan } = parseForm(reopeningForm, form);
    const { campaign, grant } = await requireCampaignGrant("report:verify", kampanye);
    const wish = { place: tempat, day: hari, reason: alasan };
    await openDay(grant, campaign, wish, { at: now() });
    revalidatePath(routes.verification);
    return null;
  });
}

/** A camat or a kades asks for a day to be opened. */
export async function askReopeningAction(_previous: FormState, form: FormData): Promise<FormState> {
  return respond(form, async () => {
    const { kampanye, tempat, hari, alasan } = parseForm(reopeningForm, form);
    const { campaign, grant } = await requireCampaignGrant("tally:submit", kampanye);
    const wish = { place: tempat, day: hari, reason: alasan };
    await askReopening(grant, campaign, wish, { at: now() });
    revalidatePath(routes.entry, "layout");
    return null;
  });
}

/**
 * A press beside one report names it, and its own reason: as if that one were ticked. So one's own
 * reports are verified one by one.
 */
function asTicked(form: FormData): FormData {
  const { lakukan = "", kampanye, ...typed } = typedText(form);
  const [, pressed, mark] = /^(kembalikan|sendiri):(.*)$/s.exec(lakukan) ?? [];
  if (pressed === undefined || mark === undefined) return form;
  const reason = typed[`${pressed === "sendiri" ? "alasan-sendiri" : "alasan"}:${mark}`];
  const ticked = new FormData();
  ticked.set("lakukan", pressed);
  ticked.set("laporan", mark);
  if (kampanye !== undefined) ticked.set("kampanye", kampanye);
  if (reason !== undefined) ticked.set("alasan", reason);
  return ticked;
}

/** @throws {FormError} when nothing is chosen, too much, or what no screen sends. */
function marksOf(sent: readonly FormDataEntryValue[]): readonly ReportMark[] {
  const texts = sent.filter((value) => typeof value === "string");
  const marks = readMarks(texts.join(" "));
  if (marks === null) throw new FormError({ laporan: ["wrongFormat"] });
  if (marks.length === 0) throw new FormError({ laporan: ["atLeastOne"] });
  if (marks.length > limits.reportsPerPress) throw new FormError({ laporan: ["tooManyMarks"] });
  return marks;
}
