"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";

import type { Grant } from "@/lib/account/auth/grant";
import { respond } from "@/lib/account/auth/server/respond";
import { AppError } from "@/lib/base/errors";
import type { FormState } from "@/lib/base/forms/form-state";
import { FormError, parseForm, typedText } from "@/lib/base/forms/parse-form";
import { problemsByField, type Problem } from "@/lib/base/forms/problem";
import { limits } from "@/lib/base/limits";
import { routes } from "@/lib/base/routes";
import {
  cellText,
  FileRejection,
  type FileProblem,
  type SheetCell,
} from "@/lib/base/spreadsheet/cell";
import { readWorkbook } from "@/lib/base/spreadsheet/server/read";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import type { Campaign } from "@/lib/campaign/campaign";
import { requireCampaignGrant } from "@/lib/campaign/server/action-grant";
import { readPeriod, startOf } from "@/lib/indicator/period";
import { readValueTable, type ReadAnswer } from "@/lib/indicator/read-value-table";
import { indicatorValueInput, periodText } from "@/lib/indicator/schema";
import { typedCells, type EntryOutcome } from "@/lib/indicator/typed-cells";

import { listIndicators, listReachedUnits, readValues } from "./queries";
import { idOfText, storeIndicatorValue, valueIdOf } from "./value-commands";

type SubmitGrant = Grant<"indicator:submit">;

const aboutValues = z.object({
  kampanye: z.string(),
  periode: periodText,
  /** Made by the page: the same form sent twice is stored once. */
  sent: z.uuid(),
});

/** Stores the values of a form that are others than those that stand; what is wrong stays in it. */
export async function saveValuesAction(
  _previous: FormState<EntryOutcome>,
  form: FormData,
): Promise<FormState<EntryOutcome>> {
  return respond<EntryOutcome>(form, async () => {
    const { kampanye, periode, sent } = parseForm(aboutValues, form);
    const { campaign, grant } = await requireCampaignGrant("indicator:submit", kampanye);
    const typed = typedText(form);
    const known = await knownOf(grant, campaign, periode);
    const cells = typedCells(typed, known);
    if (cells.length > limits.indicatorCells) throw new AppError("tooLarge", "indicator cells");
    const today = localDay(now(), campaign.timeZone);
    const held: Record<string, readonly Problem[]> = {};
    for (const { field, standing, body } of cells) {
      const problem = await storeCell(grant, campaign, { sent, standing, body, today });
      if (problem !== null) held[field] = [problem];
    }
    revalidatePath(routes.indicators);
    const count = Object.keys(held).length;
    return { stored: cells.length - count, held, typed: count > 0 ? typed : {} };
  });
}

/** @returns what is wrong with it; null: it is stored. */
async function storeCell(
  grant: SubmitGrant,
  campaign: Campaign,
  cell: {
    readonly sent: string;
    readonly standing: { readonly id: string } | null;
    readonly body: Readonly<Record<string, unknown>>;
    readonly today: string;
  },
): Promise<Problem | null> {
  const parsed = indicatorValueInput.safeParse({
    ...cell.body,
    sent: idOfText(`${cell.sent} ${JSON.stringify(cell.body)}`),
  });
  if (!parsed.success) {
    const [found] = Object.values(problemsByField(parsed.error)).flatMap((each) => each ?? []);
    return found === "wrongFormat" || found === undefined ? "notANumber" : found;
  }
  const id = cell.standing?.id ?? valueIdOf(parsed.data);
  try {
    await storeIndicatorValue(grant, campaign, id, parsed.data, cell.today);
    return null;
  } catch (error) {
    if (error instanceof AppError && error.code !== "campaignArchived") return error.code;
    throw error;
  }
}

/** What a form of a period's values knows: those of its kind, the reader's units, and what stands. */
async function knownOf(grant: SubmitGrant, campaign: Campaign, key: string) {
  const period = readPeriod(key);
  if (!period) throw new FormError({ periode: ["noSuchPeriod"] });
  const all = await listIndicators(grant, campaign);
  const units = await listReachedUnits(grant, campaign, all);
  const indicators = all.filter((each) => each.period === period.kind);
  const standing = await readValues(grant, campaign, { units, starts: [startOf(period)] });
  return { indicators, units, period, standing };
}

const aboutTable = z.object({ kampanye: z.string(), periode: aboutValues.shape.periode });

/** Reads a table that was pasted or chosen as a file. Stores nothing. */
export async function readValuesAction(
  _previous: FormState<ReadAnswer>,
  form: FormData,
): Promise<FormState<ReadAnswer>> {
  return respond<ReadAnswer>(form, async () => {
    const { kampanye, periode } = parseForm(aboutTable, form);
    const { campaign, grant } = await requireCampaignGrant("indicator:submit", kampanye);
    const rows = await rowsOfForm(form);
    if (rows === null) return { kind: "unreadable", problem: "nothing" };
    if ("problem" in rows) return { kind: "unreadable", problem: rows.problem };
    const { indicators, units, period } = await knownForTable(grant, campaign, periode);
    return { kind: "read", ...readValueTable(rows.rows, { indicators, units, period }) };
  });
}

async function knownForTable(grant: SubmitGrant, campaign: Campaign, key: string) {
  const period = readPeriod(key);
  if (!period) throw new FormError({ periode: ["noSuchPeriod"] });
  const indicators = await listIndicators(grant, campaign);
  const units = await listReachedUnits(grant, campaign, indicators);
  return { indicators, units, period };
}

type Rows = { readonly rows: readonly (readonly string[])[] } | { readonly problem: FileProblem };

/** The rows of the file, else of what was pasted; null: neither. */
async function rowsOfForm(form: FormData): Promise<Rows | null> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) {
    try {
      const { sheets } = await readWorkbook(Buffer.from(await file.arrayBuffer()));
      const sheet = sheets.find(({ isHidden, rows }) => !isHidden && rows.length > 0);
      return { rows: (sheet?.rows ?? []).map((row) => row.map(shownText)) };
    } catch (error) {
      if (error instanceof FileRejection) return { problem: error.problem };
      throw error;
    }
  }
  const text = typedText(form)["tabel"] ?? "";
  if (text.trim() === "") return null;
  const lines = text.split(/\r?\n/).slice(0, limits.tableRows);
  const mark = lines.some((line) => line.includes("\t")) ? "\t" : ";";
  return { rows: lines.map((line) => line.split(mark)) };
}

/** As the spreadsheet shows it: 0.246 of a cell in percent is 24,6%. */
function shownText(cell: SheetCell): string {
  if (cell.kind !== "number" || !cell.isPercent) return cellText(cell);
  return `${String(Math.round(cell.value * 1e6) / 1e4).replace(".", ",")}%`;
}
