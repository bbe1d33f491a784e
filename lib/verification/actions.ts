"use server";

import { revalidatePath } from "next/cache";

import { requireCampaignGrant } from "@/lib/campaign/action-grant";
import type { FormState } from "@/lib/forms/form-state";
import { FormError, parseForm, typedText } from "@/lib/forms/parse-form";
import { respond } from "@/lib/forms/respond";
import { limits } from "@/lib/limits";
import { routes } from "@/lib/routes";
import { now } from "@/lib/time/clock";

import type { QueueAnswer } from "./answer";
import { returnReports, verifyReports } from "./commands";
import { askReopening, decideReopening, openDay } from "./reopening-commands";
import { readMarks, type ReportMark } from "./report-mark";
import { decisionForm, queueForm, reopeningForm } from "./schema";

/** Verifies or returns what is ticked, all of a subdistrict that has no warnings, or one report. */
export async function settleQueueAction(
  _previous: FormState<QueueAnswer>,
  form: FormData,
): Promise<FormState<QueueAnswer>> {
  const asked = asTicked(form);
  return respond(form, async () => {
    const { kampanye, lakukan, alasan } = parseForm(queueForm, asked);
    const { campaign, grant } = await requireCampaignGrant("report:verify", kampanye);
    const marks = marksOf(asked.getAll(lakukan.startsWith("bersih:") ? lakukan : "laporan"));
    const isReturn = lakukan === "kembalikan";
    const isOwn = lakukan === "sendiri";
    if ((isReturn || isOwn) && alasan === "") throw new FormError({ alasan: ["required"] });

    const settlement = isReturn
      ? await returnReports(grant, campaign, marks, { at: now(), reason: alasan })
      : await verifyReports(grant, campaign, marks, {
          at: now(),
          ownReason: isOwn ? alasan : null,
        });
    revalidatePath(routes.verification);
    return {
      did: isReturn ? "returned" : "verified",
      done: settlement.done.length + settlement.already.length,
      own: settlement.own.length,
      changed: settlement.changed.length + settlement.missing.length,
    };
  });
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
