"use server";

import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { requireCampaignGrant } from "@/lib/campaign/server/action-grant";
import { lastDay, roundOn } from "@/lib/campaign/calendar";
import { targetSources, type Campaign } from "@/lib/campaign/campaign";
import { AppError } from "@/lib/base/errors";
import type { FormState } from "@/lib/base/forms/form-state";
import { parseForm } from "@/lib/base/forms/parse-form";
import { problem } from "@/lib/base/forms/problem";
import { respond } from "@/lib/account/auth/server/respond";
import { cutText, noteText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";
import { routes, withQuery } from "@/lib/base/routes";
import { toldText } from "@/lib/base/spreadsheet/problem-list";
import { groupRejections } from "@/lib/base/spreadsheet/sheet-rejection";
import { answersOf, answerFields } from "@/lib/campaign/table-reading/answers";
import { toldAttempt, type HeadAttempt } from "@/lib/campaign/table-reading/find-tables";
import { confirmMapping } from "@/lib/campaign/table-reading/server/commands";
import {
  mappingOf,
  sentMapping,
  type ColumnMapping,
} from "@/lib/campaign/table-reading/server/mapping";
import { isOpen, type ToldQuestion } from "@/lib/campaign/table-reading/question";
import { toldQuestions } from "@/lib/campaign/table-reading/told-questions";
import { toldTable, type ToldTable } from "@/lib/campaign/table-reading/told-table";
import { now } from "@/lib/base/time/clock";
import { earlierDay } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";

import { targetColumns } from "@/lib/campaign/target-population/column";
import { decideTargetSource, importTargetPopulations } from "./commands";
import { packCells, unpackCells } from "@/lib/campaign/target-population/cell-pack";
import { decidingOf, targetChanges } from "@/lib/campaign/target-population/in-force";
import type { ImportAnswer, TypedTerms } from "@/lib/campaign/target-population/preview";
import { dosesBySubdistrict, listTargetSets, standingCells } from "./queries";
import { readTargets } from "./read-targets";
import { rejectionSentences } from "@/lib/campaign/target-population/rejection";
import { targetSetTerms } from "@/lib/campaign/target-population/schema";
import type { TargetSheetCheck } from "./sheet-check";
import type { NamedUnit } from "@/lib/campaign/target-population/unit-lookup";

const previewForm = targetSetTerms.extend({ kampanye: z.string() });

/** Reads a file and says what it would do. Stores nothing. */
export async function previewTargets(
  _previous: FormState<ImportAnswer>,
  form: FormData,
): Promise<FormState<ImportAnswer>> {
  return respond<ImportAnswer>(form, async () => {
    const { kampanye, ...parsed } = parseForm(previewForm, form);
    const { campaign, grant } = await requireCampaignGrant("target:import", kampanye);
    const { inForceFrom = parsed.asOf, decree = "" } = parsed;
    const terms: TypedTerms = { ...parsed, inForceFrom, decree };
    const file = form.get("file");
    const fileName = file instanceof File ? cutText(file.name, 300) : "";
    const heads = targetColumns(campaign, (await getTranslations("targets"))("roundWord"));
    const unreadable = (
      problem: Extract<ImportAnswer, { kind: "unreadable" }>["problem"],
      detail = "",
      attempt: HeadAttempt = { understood: [], others: [] },
    ) => ({
      kind: "unreadable" as const,
      terms,
      fileName,
      problem,
      detail: toldText(detail),
      attempt: toldAttempt(attempt),
      heads: heads.map(({ label }) => label),
    });
    if (!(file instanceof File) || file.size === 0) {
      return unreadable(fileName === "" ? "noFile" : "empty");
    }
    const bytes = Buffer.from(await file.arrayBuffer());
    const read = await readTargets(grant, campaign, bytes, {
      asOf: terms.asOf,
      answers: answersOf(form),
    });
    if ("problem" in read) return unreadable(read.problem, read.detail, read.attempt);
    const t = await getTranslations("tableReading");
    const questions = toldQuestions(t, read.asking.asked);
    if (read.check === null) {
      const given = answerFields(read.asking.answers);
      return { kind: "asked", terms, fileName, questions, given };
    }
    const { check, units, table } = read;
    const { answers } = read.asking;
    const told = toldTable(t, table, { ...read, answers, timeZone: campaign.timeZone });
    return await preview(grant, campaign, {
      terms,
      fileName,
      check,
      units,
      questions,
      table: told,
      mapping: mappingOf(table, answers),
    });
  });
}

async function preview(
  grant: Grant<"target:import">,
  campaign: Campaign,
  read: {
    readonly terms: TypedTerms;
    readonly fileName: string;
    readonly table: ToldTable;
    readonly mapping: ColumnMapping | null;
    readonly check: TargetSheetCheck;
    readonly units: readonly NamedUnit[];
    readonly questions: readonly ToldQuestion[];
  },
): Promise<ImportAnswer> {
  const { terms, check, units, table, questions, mapping } = read;
  const since = terms.inForceFrom;
  const today = localDay(now(), campaign.timeZone);
  const shown = roundOn(campaign.rounds, today);
  const round = shown.number;
  // What it would change is looked at on the first day on which it decides.
  const on = earlierDay(since > today ? since : today, lastDay(shown));
  const [standing, sets, doses, t, columnNames] = await Promise.all([
    standingCells(grant, campaign, { source: terms.source, on }),
    listTargetSets(grant, campaign),
    dosesBySubdistrict(grant, campaign, round),
    getTranslations("targets.rejections"),
    getTranslations("targets.columns"),
  ]);
  const replaces = sets.find(({ source }) => source === terms.source);
  return {
    kind: "preview",
    questions,
    terms,
    fileName: read.fileName,
    isDeciding: terms.source === campaign.decidingTargetSource,
    replaces: replaces ? { id: replaces.id, asOf: replaces.asOf } : null,
    superseded: check.cells.length - decidingOf(standing, check.cells, since).length,
    rowsRead: check.rowsRead,
    rowsRejected: check.rowsRejected,
    rowsSkipped: check.rowsSkipped,
    ownSkipped: check.ownSkipped,
    totals: check.totals.slice(0, limits.toldQuestionRows).map(toldText),
    table,
    mapping: mapping && JSON.stringify(mapping),
    rejected: groupRejections(
      check.rejected.map(({ row, field, place, placeNote, column, content, ...why }) => ({
        line: row,
        place: toldText(place),
        placeNote: toldText(placeNote),
        column: field === "people" ? toldText(column) : columnNames(field),
        content: toldText(content),
        ...rejectionSentences(t, why),
      })),
    ),
    untold: check.problems - check.rejected.length,
    changes: campaign.interventions
      .map(({ code, shortName }) => ({
        intervention: shortName,
        rows: targetChanges(standing, check.cells, {
          intervention: code,
          inForceFrom: since,
          round,
          districtName: campaign.districtName,
          units,
          doses: new Map(
            doses
              .filter(({ intervention }) => intervention === code)
              .map((each) => [each.subdistrict, each.doses]),
          ),
        }),
      }))
      .filter(({ rows }) => rows.length > 0),
    original: check.original,
    cells: check.rejected.length === 0 && !isOpen(questions) ? packCells(check.cells) : null,
  };
}

const confirmForm = targetSetTerms.extend({
  kampanye: z.string(),
  fileName: z.string().max(300),
  newestSeen: z.string().regex(/^\d*$/),
  cells: z.string(),
  /** Of the file, where its fractions were rounded. */
  original: z
    .string()
    .regex(/^(\d{1,12}(\.\d{1,3})?)?$/)
    .default(""),
  mapping: z.string().default(""),
});

/**
 * Stores what a preview showed. The numbers come back from the browser and are checked again, as
 * any caller's; a set that someone else stored meanwhile makes it a conflict.
 */
export async function storeTargets(_previous: FormState, form: FormData): Promise<FormState> {
  let storedAt = "";
  const answer = await respond(form, async () => {
    const sent = parseForm(confirmForm, form);
    const { campaign, grant } = await requireCampaignGrant("target:import", sent.kampanye);
    const { source, asOf, inForceFrom, decree, fileName } = sent;
    const rows = unpackCells(sent.cells);
    if (rows.length === 0) throw new AppError("invalid", "no numbers came back with the form");
    const reason =
      sent.original === ""
        ? undefined
        : (await getTranslations("targets"))("sourceFractions", { sum: Number(sent.original) });
    const stored = await importTargetPopulations(
      grant,
      campaign,
      { source, asOf, inForceFrom, decree, rows },
      {
        isDryRun: false,
        at: now(),
        fileName,
        ...(reason && { reason }),
        newestSeen: sent.newestSeen === "" ? null : Number(sent.newestSeen),
      },
    );
    if (stored.setId === null) {
      throw new AppError("conflict", "the campaign changed since the preview");
    }
    const mapping = sentMapping(sent.mapping);
    if (mapping) await confirmMapping(grant, campaign, "target", { mapping, at: now() });
    storedAt = withQuery(routes.targets, { kampanye: campaign.slug, versi: stored.setId });
    return null;
  });
  if (answer.status === "saved") redirect(storedAt);
  // What was typed is the whole file; the page still has it.
  return { ...answer, ...(answer.status === "rejected" && { typed: {} }) };
}

const decisionForm = z.object({
  kampanye: z.string(),
  source: z.enum(targetSources),
  reason: noteText.trim().min(1, problem("required")).max(300, problem("tooLong")),
});

/** Makes a source the deciding one, for a reason that the trail keeps. */
export async function decideSource(form: FormData): Promise<void> {
  let decided = "";
  let former = "";
  const answer = await respond(form, async () => {
    // Who may is asked before what is typed is looked at.
    const { kampanye } = parseForm(decisionForm.pick({ kampanye: true }), form);
    const { campaign, grant } = await requireCampaignGrant("target:import", kampanye);
    const { source, reason } = parseForm(decisionForm, form);
    await decideTargetSource(grant, campaign, source, reason);
    decided = campaign.slug;
    former = campaign.decidingTargetSource;
    return null;
  });
  // The page itself says so, and offers it no more.
  if (answer.status === "rejected" && answer.code === "campaignArchived") {
    redirect(withQuery(routes.targets, { kampanye: textOf(form, "kampanye") }));
  }
  // Nothing else in its form can be mistyped; a reason that only has blanks is asked for again.
  if (answer.status === "rejected") {
    if (answer.fields["reason"]?.[0] !== "required") notFound();
    redirect(
      withQuery(routes.targets, {
        kampanye: textOf(form, "kampanye"),
        penentu: textOf(form, "source"),
      }),
    );
  }
  redirect(withQuery(routes.targets, { kampanye: decided, semula: former }));
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
