"use server";

import { getLocale, getTranslations } from "next-intl/server";

import type { Grant } from "@/lib/account/auth/grant";
import { requireCampaignGrant } from "@/lib/campaign/server/action-grant";
import type { Campaign } from "@/lib/campaign/campaign";
import type { FormState } from "@/lib/base/forms/form-state";
import { parseForm } from "@/lib/base/forms/parse-form";
import { respond } from "@/lib/account/auth/server/respond";
import { formats, noData } from "@/lib/base/i18n/format";
import { asLocale } from "@/lib/base/i18n/locale";
import { toldText } from "@/lib/base/spreadsheet/problem-list";
import { answersOf } from "@/lib/campaign/table-reading/answers";
import type { Asking } from "@/lib/campaign/table-reading/asking";
import { toldAttempt, type HeadAttempt } from "@/lib/campaign/table-reading/find-tables";
import { confirmMapping } from "@/lib/campaign/table-reading/server/commands";
import { mappingOf, type ColumnMapping } from "@/lib/campaign/table-reading/server/mapping";
import { toldQuestions } from "@/lib/campaign/table-reading/told-questions";
import { toldTable, type ToldTable } from "@/lib/campaign/table-reading/told-table";
import type { EntryFigures } from "@/lib/report/schema";
import { now } from "@/lib/base/time/clock";

import { importTallies } from "./commands";
import { partHeads } from "@/lib/report/import/server/part-heads";
import { planImport } from "@/lib/report/import/plan";
import type {
  TallyQuestions,
  PreviewAnswer,
  StoreAnswer,
  Unreadable,
} from "@/lib/report/import/preview";
import { readImport, sourceOf } from "./read-import";
import { tallyRejectionSentences } from "@/lib/report/import/rejection";
import { resultOf } from "@/lib/report/import/result";
import { importForm, storeForm } from "@/lib/report/import/schema";
import { settleRows } from "./settle";
import type { TallySheetCheck } from "./sheet-check";
import { templateColumns } from "@/lib/report/import/template";
import { differencesOf, farTeller, viewOf, type ViewWords } from "@/lib/report/import/view";

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

    const words = await viewWords(campaign);
    const { asking } = read;
    const told = farTeller(campaign, words);
    const settled = await settleRows(grant, campaign, read.check, { asking, at, figures, told });
    const { check, ground } = settled;
    const kept = planImport(check, ground, { figures: settled.figures, overwriteUntil: null });
    const over = planImport(check, ground, { figures: settled.figures, overwriteUntil: at });
    const differences = differencesOf(over, campaign, words);
    return {
      kind: "preview",
      questions: toldQuestions(await getTranslations("tableReading"), asking.asked),
      fileName: read.fileName,
      figures: settled.figures,
      checkedAt: at.toISOString(),
      rowsRead: check.rowsRead,
      emptyLines: check.emptyLines,
      totals: check.totals.map(toldText),
      notUnits: check.notUnits.map((each) => ({ ...each, names: each.names.map(toldText) })),
      doses: check.doses,
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
    const { fileName, asking } = read;
    const told = farTeller(campaign, await viewWords(campaign));
    const settled = await settleRows(grant, campaign, read.check, { asking, at, figures, told });
    if (asking.isOpen()) {
      const questions = toldQuestions(await getTranslations("tableReading"), asking.asked);
      return { kind: "asked", fileName, figures, questions };
    }
    const outcome = await importTallies(grant, campaign, settled.check, {
      figures: settled.figures,
      confirmed: settled.confirmed,
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
      rejections: await getTranslations("tallyImport.rejections"),
      problems: await getTranslations("entry.problems"),
      day: formats(await getLocale()).monthDay,
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
  readonly asking: Asking;
  readonly check: TallySheetCheck;
  readonly table: ToldTable;
  readonly mapping: ColumnMapping | null;
};

async function readForm(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  { form, figures, pasted, at }: AskedFile,
): Promise<ReadFile | TallyQuestions | Unreadable> {
  const t = await getTranslations("tallyImport");
  const parts = partHeads(campaign, asLocale(await getLocale()));
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
    heads: [
      ...templateColumns(campaign, (word) => t(`template.${word}`)),
      ...parts.map(({ head }) => head),
    ],
  });
  if (!source) return unreadable("noFile");
  const names = { unit: t("columns.unit"), day: t("columns.day") };
  const answers = answersOf(form);
  const read = await readImport(grant, campaign, source.bytes, { at, names, parts, answers });
  if ("problem" in read) return unreadable(read.problem, read.detail, read.attempt);
  const reading = await getTranslations("tableReading");
  const fileName = source.name;
  const { asking } = read;
  if (read.check === null) {
    return { kind: "asked", fileName, figures, questions: toldQuestions(reading, asking.asked) };
  }
  const { check } = read;
  const { timeZone } = campaign;
  const table = toldTable(reading, read.table, { ...read, answers, timeZone });
  return { fileName, asking, check, table, mapping: mappingOf(read.table, answers) };
}

async function viewWords(campaign: Campaign): Promise<ViewWords> {
  const [locale, t, sentences] = await Promise.all([
    getLocale(),
    getTranslations("tallyImport"),
    getTranslations("tallyImport.rejections"),
  ]);
  const { count, monthDay } = formats(locale);
  const parts = partHeads(campaign, asLocale(locale));
  return {
    far: (params) => t("far", { ...params, day: monthDay(params.day) }),
    rejection: (rejection) => tallyRejectionSentences(sentences, rejection),
    count,
    zero: t("template.zero"),
    nothing: noData,
    partOf: (part) =>
      parts.find(({ kind, code }) => kind === part.kind && code === part.code)?.head ?? part.code,
    headOf: (measure, column) => `${t(`template.${measure}`)} ${column}`,
  };
}
