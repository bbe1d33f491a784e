"use server";

import { partKeyOf } from "@/lib/report/part/key";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { requireGrant } from "@/lib/account/auth/server/session";
import { requireCampaignGrant } from "@/lib/campaign/server/action-grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { unitCodeShape } from "@/lib/campaign/code";
import { calendarDay } from "@/lib/campaign/schema/fields";
import { AppError } from "@/lib/base/errors";
import type { FormState } from "@/lib/base/forms/form-state";
import { beginAction } from "@/lib/base/forms/server/action-call";
import { parseForm, typedText } from "@/lib/base/forms/parse-form";
import { respond } from "@/lib/account/auth/server/respond";
import { cutText, storableText } from "@/lib/base/forms/storable-text";
import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { now } from "@/lib/base/time/clock";

import { submitDailyReports } from "./commands";
import { entryColumns } from "@/lib/report/entry-row";
import { setEntryFigures } from "./figures-commands";
import { entryRows } from "./queries";
import { roundOfDay } from "@/lib/report/report-rules";
import { askedPartsOf } from "@/lib/report/part/rules";
import {
  dailyReportSubmission,
  figuresForm,
  villageForm,
  type ReportResult,
} from "@/lib/report/schema";
import { askedNumbers } from "@/lib/report/part/part";
import { readTypedParts, saysMoreRecovered, type TypedParts } from "@/lib/report/part/typed";
import { readFields } from "@/lib/report/typed-figures";
import { formFields, type TypedReport, type VillageRejection } from "@/lib/report/village-form";
import { eachMeasure, hasDoses } from "@/lib/campaign/measures";
import { withdrawZeroReport } from "./withdraw-commands";

/**
 * One village's report from a plain form, for a browser that runs no scripts; with scripts the
 * same form sends itself to the API. Leads back to the list when the report is stored.
 */
export async function submitVillage(
  _previous: FormState<VillageRejection>,
  form: FormData,
): Promise<FormState<VillageRejection>> {
  let sentTo = "";
  const answer = await respond<VillageRejection | null>(form, async () => {
    const {
      kampanye,
      reason,
      reasonNote,
      choice,
      over,
      wasZero,
      figures = "daily",
      aboveTarget,
      hasParts,
      ...sent
    } = parseForm(villageForm, form);
    const { campaign, grant } = await requireCampaignGrant("tally:submit", kampanye);
    const columns = entryColumns(campaign);
    const text = typedText(form);
    const typed = eachMeasure((measure) =>
      Object.fromEntries(columns.map(({ key }) => [key, text[formFields.of(measure, key)] ?? ""])),
    );
    const before = figures === "daily" ? [] : await dosesBefore(grant, campaign, sent);
    const read = readFields(typed, columns, { figures, before });
    const asked = askedPartsOf(campaign, sent.day);
    const parts =
      hasParts === undefined
        ? undefined
        : readTypedParts(
            Object.fromEntries(
              askedNumbers(asked).map((number) => [
                partKeyOf(number),
                text[formFields.part(number)] ?? "",
              ]),
            ),
            asked,
          );
    const isNothing = !read.tallies.some(hasDoses);
    const zero = sent.zero !== undefined || (wasZero !== undefined && isNothing);
    const shown = { typed, figures, isZero: zero && isNothing, base: sent.baseVersion, parts };
    // Who keeps the other's version need not put right their own.
    if (read.problems.length > 0 && choice !== "theirs") {
      return { kind: "unreadable", ...shown, isZero: false, fields: read.problems };
    }
    if (parts?.said === null && choice !== "theirs") {
      return { kind: "rejected", ...shown, problems: [{ code: partCodeOf(parts) }] };
    }

    const report = dailyReportSubmission.parse({
      ...sent,
      zero,
      tallies: zero && isNothing ? [] : read.tallies,
      ...(!zero && { figures }),
      ...(parts?.said && { parts: parts.said }),
      ...(reason && { reason: { code: reason, note: reasonNote && cutText(reasonNote, 500) } }),
      ...(aboveTarget !== undefined && { isAboveTargetConfirmed: true }),
      ...(choice && over && { choice: { kept: choice, over } }),
    });
    const [result] = await submitDailyReports(grant, campaign, [report], {
      at: now(),
      via: "screen",
    });
    const rejection = rejectionOf(result, shown);
    if (rejection) return rejection;
    sentTo = withQuery(routes.entry, { kampanye, hari: sent.day, terkirim: sent.unit });
    return null;
  });
  if (sentTo !== "") redirect(sentTo);
  return answer as FormState<VillageRejection>;
}

function partCodeOf({ texts }: TypedParts): "recoveredAboveFound" | "partOutOfRange" {
  return saysMoreRecovered(texts) ? "recoveredAboveFound" : "partOutOfRange";
}

/** null: it is stored. */
function rejectionOf(
  result: ReportResult | undefined,
  shown: TypedReport,
): VillageRejection | null {
  const { outcome, problems = [], standing = null } = result ?? {};
  if (outcome === "stored" || outcome === "replayed") return null;
  if (outcome === "conflict" && standing) return { kind: "conflict", ...shown, standing };
  const asking: readonly string[] = [
    "reasonNeeded",
    "cumulativeFell",
    "laterCumulative",
    "farAboveTarget",
  ];
  return problems.some(({ code }) => asking.includes(code))
    ? { kind: "needsAnswer", ...shown, problems, standing }
    : { kind: "rejected", ...shown, problems };
}

/** Doses of the round up to the day before, in the order of the columns. */
async function dosesBefore(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  { unit, day }: { readonly unit: string; readonly day: CalendarDay },
): Promise<readonly number[]> {
  const round = roundOfDay(campaign, day);
  // A day of no round, or a unit of elsewhere, is rejected as such in a moment.
  const rows = round ? await entryRows(grant, campaign, { round, day, within: unit }) : [];
  return rows.find((row) => row.unit.code === unit)?.cells.map((cell) => cell.before) ?? [];
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

const withdrawal = z.object({
  slug: storableText,
  unit: z.string().regex(unitCodeShape),
  day: calendarDay,
});

/** Takes back a zero report; false: it could not be, because something else stands by now. */
export async function undoZeroReport(sent: z.infer<typeof withdrawal>): Promise<boolean> {
  beginAction();
  const { data } = withdrawal.safeParse(sent);
  if (!data) return false;
  const { slug, unit, day } = data;
  try {
    const { campaign, grant } = await requireCampaignGrant("tally:submit", slug);
    await withdrawZeroReport(grant, campaign, { unit, day, at: now() });
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
