import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { cutText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";
import { lastDay } from "@/lib/campaign/calendar";
import { FileRejection, type FileProblem } from "@/lib/base/spreadsheet/cell";
import { inTurns } from "@/lib/base/spreadsheet/server/in-turns";
import { readWorkbook } from "@/lib/base/spreadsheet/server/read";
import { Asking } from "@/lib/campaign/table-reading/asking";
import type { HeadAttempt } from "@/lib/campaign/table-reading/find-tables";
import { headWithin } from "@/lib/campaign/table-reading/head-block";
import { headsDigest, type ConfirmedMapping } from "@/lib/campaign/table-reading/server/mapping";
import { listMappings } from "@/lib/campaign/table-reading/server/queries";
import type { Answers } from "@/lib/campaign/table-reading/question";
import { readTable, type TableReading } from "@/lib/campaign/table-reading/read-table";
import { unitsOf, vocabularyOf, type Vocabulary } from "@/lib/campaign/table-reading/vocabulary";
import { listNamedUnits, listRegions } from "@/lib/campaign/target-population/server/queries";
import { UnitLookup } from "@/lib/campaign/target-population/unit-lookup";
import { daysFrom, type CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay } from "@/lib/base/time/time-zone";

import { checkTallySheet, type FieldNames, type TallySheetCheck } from "./sheet-check";
import type { PartHead } from "@/lib/report/import/server/part-heads";
import { tallyHead } from "@/lib/report/import/sheet-head";

type ImportSource = { readonly name: string; readonly bytes: Buffer };

type ReadTerms = {
  readonly at: Date;
  readonly names: FieldNames;
  /** Numbers besides tallies that the file may have. */
  readonly parts?: readonly PartHead[];
  readonly answers?: Answers;
};

type ReadImport =
  | {
      readonly asking: Asking;
      readonly check: TallySheetCheck;
      readonly table: TableReading;
      readonly vocabulary: Vocabulary;
      /** What was confirmed before for the same heads. */
      readonly before: ConfirmedMapping | undefined;
    }
  | { readonly asking: Asking; readonly check: null }
  | {
      readonly problem: ReadProblem;
      readonly detail: string;
      /** What of the heads was understood. */
      readonly attempt?: HeadAttempt;
    };

export type ReadProblem = FileProblem | "noHead" | "shares" | "noFigures";

/**
 * Reads a file against the units of the grant's region, as far as the answers about it go. Stores
 * nothing.
 */
export async function readImport(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  bytes: Buffer,
  { at, names, parts = [], answers = new Map() }: ReadTerms,
): Promise<ReadImport> {
  const asking = new Asking(answers);
  try {
    const [workbook, units, regions, mappings] = await Promise.all([
      readWorkbook(bytes),
      listNamedUnits(grant, campaign),
      listRegions(grant, campaign),
      listMappings(grant, campaign, "tally"),
    ]);
    const lookup = new UnitLookup(units, campaign.districtName, regions);
    const today = localDay(at, campaign.timeZone);
    const vocabulary = vocabularyOf("tally", campaign, unitsOf(units, lookup), parts);
    const table = readTable(workbook, {
      vocabulary,
      asking,
      remembered: (heads) => mappings.get(headsDigest(heads))?.columns ?? null,
      days: reportDays(campaign).filter((day) => day <= today),
    });
    if (table.kind === "asked") return { asking, check: null };
    if (table.kind !== "read") return { problem: table.kind, detail: "", attempt: table };
    const { rows, overlong } = table;
    if (rows.length > limits.tallyFileRows + headWithin) {
      return { problem: "tooManyRows", detail: "" };
    }
    const check = await inTurns(
      checkTallySheet(rows, tallyHead(table, vocabulary, parts), campaign, lookup, {
        today,
        names,
        overlong,
        asking,
      }),
    );
    if (check.rowsRead === 0) return { problem: "noFigures", detail: "" };
    return { asking, check, table, vocabulary, before: mappings.get(headsDigest(table.heads)) };
  } catch (error) {
    if (error instanceof FileRejection) return { problem: error.problem, detail: error.detail };
    throw error;
  }
}

/** The days of the rounds, the first one first. */
function reportDays({ rounds }: Campaign): CalendarDay[] {
  return rounds.flatMap((round) => daysFrom(round.startsOn, lastDay(round))).sort();
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
