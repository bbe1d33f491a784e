"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";

import { currentActor, requireGrant } from "@/lib/auth/session";
import { campaignGrant } from "@/lib/campaign/current";
import { AppError } from "@/lib/errors";
import type { FormState } from "@/lib/forms/form-state";
import { parseForm, typedText } from "@/lib/forms/parse-form";
import { respond } from "@/lib/forms/respond";
import { routes, withQuery } from "@/lib/routes";
import { now } from "@/lib/time/clock";

import { submitDailyReports } from "./commands";
import { entryColumns, readRow, type TypedRow } from "./entry-row";
import { setEntryFigures } from "./figures-commands";
import { dailyReportSubmission, figuresForm, villageForm, type ReportResult } from "./schema";
import { formFields, type VillageRefusal } from "./village-form";
import { withdrawZeroReport } from "./withdraw-commands";

/**
 * One village's report from a plain form, for a browser that runs no scripts; with scripts the
 * same form sends itself to the API. Leads back to the list when the report is stored.
 */
export async function submitVillage(
  _previous: FormState<VillageRefusal>,
  form: FormData,
): Promise<FormState<VillageRefusal>> {
  let sentTo = "";
  const answer = await respond<VillageRefusal | null>(form, async () => {
    const { kampanye, reason, reasonNote, ...sent } = parseForm(villageForm, form);
    const { campaign, grant } = await grantFor(kampanye);
    const columns = entryColumns(campaign);
    const text = typedText(form);
    const typedIn = (name: (key: string) => string) =>
      Object.fromEntries(columns.map(({ key }) => [key, text[name(key)] ?? ""]));
    const typed = {
      residents: typedIn(formFields.residents),
      outside: typedIn(formFields.outside),
    };
    const read = readRow(typed, columns);
    if (read.problems.length > 0) return { kind: "unreadable", typed, fields: read.problems };

    const report = dailyReportSubmission.parse({
      ...sent,
      zero: sent.zero !== undefined,
      tallies: read.tallies,
      ...(reason && { reason: { code: reason, note: reasonNote?.slice(0, 500) } }),
    });
    const [result] = await submitDailyReports(grant, campaign, [report], {
      at: now(),
      via: "screen",
    });
    const refusal = refusalOf(result, typed);
    if (refusal) return refusal;
    sentTo = withQuery(routes.entry, { kampanye, hari: sent.day, terkirim: sent.unit });
    return null;
  });
  if (sentTo !== "") redirect(sentTo);
  return answer as FormState<VillageRefusal>;
}

/** null: it is stored. */
function refusalOf(result: ReportResult | undefined, typed: TypedRow): VillageRefusal | null {
  const { outcome, problems = [], standing = null } = result ?? {};
  if (outcome === "stored" || outcome === "replayed") return null;
  if (outcome === "conflict" && standing) return { kind: "conflict", typed, standing };
  return problems.some(({ code }) => code === "reasonNeeded" || code === "cumulativeFell")
    ? { kind: "needsReason", typed, problems, standing }
    : { kind: "refused", typed, problems };
}

/** What this person types from now on: daily or cumulative figures (field `figures`). */
export async function chooseEntryFigures(_previous: FormState, form: FormData): Promise<FormState> {
  return respond(form, async () => {
    const { figures } = parseForm(figuresForm, form);
    await setEntryFigures(await requireGrant("tally:submit"), figures);
    revalidatePath(routes.entry, "layout");
    return null;
  });
}

const withdrawal = z.object({ slug: z.string(), unit: z.string(), day: z.iso.date() });

/** Takes back a zero report; false: it could not be, because something else stands by now. */
export async function undoZeroReport(sent: z.infer<typeof withdrawal>): Promise<boolean> {
  const { slug, unit, day } = withdrawal.parse(sent);
  const { campaign, grant } = await grantFor(slug);
  try {
    await withdrawZeroReport(grant, campaign, { unit, day, at: now() });
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}

async function grantFor(slug: string) {
  const actor = await currentActor();
  if (!actor) throw new AppError("notSignedIn", "tally:submit");
  const found = await campaignGrant(actor, "tally:submit", slug);
  if (!found) throw new AppError("notFound", slug);
  return found;
}
