import "server-only";

import type { Grant } from "@/lib/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { cutText } from "@/lib/forms/storable-text";
import { limits } from "@/lib/limits";
import { FileRefusal, type FileProblem } from "@/lib/spreadsheet/cell";
import {
  chooseSheet,
  headlessColumns,
  hiddenFigures,
  overlongRows,
  type HiddenProblem,
} from "@/lib/table-reading/choose-sheet";
import { dividedHeads, secondTable } from "@/lib/spreadsheet/head-lines";
import { inTurns } from "@/lib/spreadsheet/in-turns";
import { toldText } from "@/lib/spreadsheet/problem-list";
import { readWorkbook } from "@/lib/spreadsheet/read";
import { Asking } from "@/lib/table-reading/asking";
import type { Answers } from "@/lib/table-reading/question";
import { listNamedUnits } from "@/lib/target/queries";
import { headWithin } from "@/lib/target/sheet-head";
import { UnitLookup } from "@/lib/target/unit-lookup";
import { localDay } from "@/lib/time/time-zone";

import { checkSheet, type FieldNames, type SheetCheck } from "./sheet-check";
import { findTallyHead, namesUnitAndDay } from "./sheet-head";

export type ImportSource = { readonly name: string; readonly bytes: Buffer };

export type ReadTerms = {
  readonly at: Date;
  readonly names: FieldNames;
  readonly answers?: Answers;
};

export type ReadImport =
  | {
      readonly asked: Asking["asked"];
      readonly check: SheetCheck;
      readonly unread: readonly string[];
      /** Letters of columns with numbers under an empty head. */
      readonly headless: readonly string[];
      readonly otherSheets: readonly string[];
    }
  | { readonly asked: Asking["asked"]; readonly check: null }
  | { readonly problem: ReadProblem; readonly detail: string };

export type ReadProblem =
  FileProblem | "noHead" | HiddenProblem["problem"] | "dividedHeads" | "secondTable" | "noFigures";

/**
 * Reads a file against the units of the grant's region, as far as the answers about it go. Stores
 * nothing.
 */
export async function readImport(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  bytes: Buffer,
  { at, names, answers = new Map() }: ReadTerms,
): Promise<ReadImport> {
  const asking = new Asking(answers);
  const { asked } = asking;
  try {
    const workbook = await readWorkbook(bytes, "all");
    const chosen = chooseSheet(workbook, ({ rows }) => findTallyHead(rows, campaign), asking);
    if (chosen === "noHead") return { problem: "noHead", detail: "" };
    if (chosen === "asked") return { asked, check: null };
    const { sheet, head } = chosen;
    const { rows } = sheet;
    if (rows.length > limits.tallyFileRows + headWithin) {
      return { problem: "tooManyRows", detail: "" };
    }
    const hidden = hiddenFigures(
      sheet,
      head.row,
      head.columns.map(({ place }) => place),
    );
    if (hidden) return hidden;
    const divided = dividedHeads(sheet, head.row, {
      read: head.columns.map(({ place }) => place),
      labels: [head.code, head.name, head.day].filter((place) => place !== undefined),
    });
    if (divided.length > 0) return { problem: "dividedHeads", detail: divided.join(", ") };
    const second = secondTable(rows, head.row, namesUnitAndDay);
    if (second !== null) return { problem: "secondTable", detail: String(second) };
    const units = await listNamedUnits(grant, campaign);
    const lookup = new UnitLookup(units, campaign.districtName);
    const today = localDay(at, campaign.timeZone);
    const check = await inTurns(
      checkSheet(rows, head, campaign, lookup, {
        today,
        names,
        overlong: overlongRows(sheet, head.row),
      }),
    );
    if (check.rowsRead === 0) return { problem: "noFigures", detail: "" };
    return {
      asked,
      check,
      unread: head.unread.map(toldText),
      headless: headlessColumns(sheet, head.row),
      otherSheets: chosen.otherSheets.map(toldText),
    };
  } catch (error) {
    if (error instanceof FileRefusal) return { problem: error.problem, detail: error.detail };
    throw error;
  }
}

/** The chosen file, or what was pasted in its place; null: neither. */
export async function sourceOf(
  form: FormData,
  pasted: string,
  pastedName: string,
): Promise<ImportSource | null> {
  const file = form.get("file");
  if (file instanceof File && file.name !== "") {
    return { name: cutText(file.name, 300), bytes: Buffer.from(await file.arrayBuffer()) };
  }
  return pasted.trim() === "" ? null : { name: pastedName, bytes: Buffer.from(pasted) };
}
