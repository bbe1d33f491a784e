"use server";

import { getLocale, getTranslations } from "next-intl/server";

import type { Grant } from "@/lib/auth/grant";
import { requireCampaignGrant } from "@/lib/campaign/action-grant";
import type { Campaign } from "@/lib/campaign/campaign";
import type { FormState } from "@/lib/forms/form-state";
import { parseForm } from "@/lib/forms/parse-form";
import { respond } from "@/lib/forms/respond";
import { formats, noData } from "@/lib/i18n/format";
import { toldText } from "@/lib/spreadsheet/problem-list";
import { answersOf } from "@/lib/table-reading/answers";
import { toldAttempt, type HeadAttempt } from "@/lib/table-reading/find-tables";
import { confirmMapping } from "@/lib/table-reading/commands";
import { mappingOf, type ColumnMapping } from "@/lib/table-reading/mapping";
import { isOpen, type ToldQuestion } from "@/lib/table-reading/question";
import { toldQuestions } from "@/lib/table-reading/told-questions";
import { toldTable, type ToldTable } from "@/lib/table-reading/told-table";
import type { EntryFigures } from "@/lib/tally/schema";
import { now } from "@/lib/time/clock";

import { importTallies } from "./commands";
import { planImport } from "./plan";
import type { AskedFirst, PreviewAnswer, StoreAnswer, Unreadable } from "./preview";
import { readGround } from "./queries";
import { readImport, sourceOf } from "./read-import";
import { refusalSentences } from "./refusal";
import { resultOf } from "./result";
import { importForm, storeForm } from "./schema";
import type { SheetCheck } from "./sheet-check";
import { templateColumns } from "./template";
import { differencesOf, viewOf, type ViewWords } from "./view";

/** Reads a file of daily tallies and says what it would do. Stores nothing. */
export async function previewTallies(
  _previous: FormState<PreviewAnswer>,
  form: FormData,
): Promise<FormState<PreviewAnswer>> {
  return respond<PreviewAnswer>(form, async () => {
    const { kampanye, figures, pasted } = parseForm(importForm, form);
    const { campaign, grant } = await requireCampaignGrant("tally:submit", kampanye);
    const at = now();
    const read = await readForm(grant, campaign, { form, figures, pasted, at });
    if ("kind" in read) return read;

    const { check, questions } = read;
    const ground = await readGround(grant, campaign, check.reports, { figures, at });
    const words = await viewWords();
    const kept = planImport(check, ground, { figures, overwriteUntil: null });
    const over = planImport(check, ground, { figures, overwriteUntil: at });
    const differences = differencesOf(over, campaign, words);
    return {
      kind: "preview",
      questions,
      fileName: read.fileName,
      figures,
      checkedAt: at.toISOString(),
      rowsRead: check.rowsRead,
      emptyLines: check.emptyLines,
      table: read.table,
      kept: viewOf(kept, check, words),
      overwritten: differences.length > 0 ? viewOf(over, check, words) : null,
      differences,
    };
  });
}

/**
 * Stores what a preview showed. The file comes again and is read again; what others stored since
 * is not written over.
 */
export async function storeTallies(
  _previous: FormState<StoreAnswer>,
  form: FormData,
): Promise<FormState<StoreAnswer>> {
  const answer = await respond<StoreAnswer>(form, async () => {
    const sent = parseForm(storeForm, form);
    const { campaign, grant } = await requireCampaignGrant("tally:submit", sent.kampanye);
    const { figures, pasted, reason: code, note } = sent;
    const at = now();
    const read = await readForm(grant, campaign, { form, figures, pasted, at });
    if ("kind" in read) return read;
    const { fileName, questions } = read;
    if (isOpen(questions)) return { kind: "asked", fileName, figures, questions };

    const outcome = await importTallies(grant, campaign, read.check, {
      figures,
      fileName,
      overwriteUntil: sent.overwrite === undefined ? null : new Date(sent.checkedAt),
      reason: { code, ...(note !== "" && { note }) },
      at,
    });
    const { mapping } = read;
    const isStored = outcome.rows.some((row) => row.outcome === "stored");
    if (mapping && isStored) await confirmMapping(grant, campaign, "tally", { mapping, at });
    return resultOf(outcome, campaign, fileName, {
      own: await getTranslations("tallyImport"),
      refusals: await getTranslations("tallyImport.refusals"),
      problems: await getTranslations("entry.problems"),
    });
  });
  // What was typed may be the whole file; the page still has it.
  return { ...answer, ...(answer.status === "rejected" && { typed: {} }) };
}

type AskedFile = {
  readonly form: FormData;
  readonly figures: EntryFigures;
  readonly pasted: string;
  readonly at: Date;
};

type ReadFile = {
  readonly fileName: string;
  readonly questions: readonly ToldQuestion[];
  readonly check: SheetCheck;
  readonly table: ToldTable;
  readonly mapping: ColumnMapping | null;
};

async function readForm(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  { form, figures, pasted, at }: AskedFile,
): Promise<ReadFile | AskedFirst | Unreadable> {
  const t = await getTranslations("tallyImport");
  const source = await sourceOf(form, pasted, t("form.pastedName"));
  const unreadable = (
    problem: Unreadable["problem"],
    detail = "",
    attempt: HeadAttempt = { understood: [], others: [] },
  ): Unreadable => ({
    kind: "unreadable",
    fileName: source?.name ?? "",
    figures,
    problem,
    detail: toldText(detail),
    attempt: toldAttempt(attempt),
    heads: templateColumns(campaign, {
      outside: t("template.outside"),
      zero: t("template.zero"),
    }),
  });
  if (!source) return unreadable("noFile");
  const names = { unit: t("columns.unit"), day: t("columns.day") };
  const answers = answersOf(form);
  const read = await readImport(grant, campaign, source.bytes, { at, names, answers });
  if ("problem" in read) return unreadable(read.problem, read.detail, read.attempt);
  const reading = await getTranslations("tableReading");
  const questions = toldQuestions(reading, read.asking.asked);
  const fileName = source.name;
  if (read.check === null) return { kind: "asked", fileName, figures, questions };
  const { check } = read;
  const table = toldTable(reading, read.table, {
    ...read,
    answers,
    timeZone: campaign.timeZone,
  });
  return { fileName, questions, check, table, mapping: mappingOf(read.table, answers) };
}

async function viewWords(): Promise<ViewWords> {
  const [locale, t, sentences] = await Promise.all([
    getLocale(),
    getTranslations("tallyImport"),
    getTranslations("tallyImport.refusals"),
  ]);
  const { count } = formats(locale);
  return {
    refusal: (refusal) => refusalSentences(sentences, refusal),
    count,
    zero: t("template.zero"),
    nothing: noData,
    outsideOf: (column) => `${t("template.outside")} ${column}`,
  };
}
