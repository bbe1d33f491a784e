import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { FileRejection, type FileProblem } from "@/lib/base/spreadsheet/cell";
import { inTurns } from "@/lib/base/spreadsheet/server/in-turns";
import { readWorkbook } from "@/lib/base/spreadsheet/server/read";
import { Asking } from "@/lib/campaign/table-reading/asking";
import type { HeadAttempt } from "@/lib/campaign/table-reading/find-tables";
import { headsDigest, type ConfirmedMapping } from "@/lib/campaign/table-reading/server/mapping";
import { listMappings } from "@/lib/campaign/table-reading/server/queries";
import type { Answers } from "@/lib/campaign/table-reading/question";
import { readTable, type TableReading } from "@/lib/campaign/table-reading/read-table";
import { unitsOf, vocabularyOf, type Vocabulary } from "@/lib/campaign/table-reading/vocabulary";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { listNamedUnits, listRegions } from "./queries";
import { checkTargetSheet, type TargetSheetCheck } from "./sheet-check";
import { targetHead } from "@/lib/campaign/target-population/sheet-head";
import { UnitLookup, type NamedUnit } from "@/lib/campaign/target-population/unit-lookup";

type ReadTargets =
  | {
      readonly asking: Asking;
      readonly check: TargetSheetCheck;
      readonly table: TableReading;
      readonly vocabulary: Vocabulary;
      readonly units: readonly NamedUnit[];
      /** What was confirmed before for the same heads. */
      readonly before: ConfirmedMapping | undefined;
    }
  | { readonly asking: Asking; readonly check: null }
  | {
      readonly problem: FileProblem | "noHead" | "shares" | "noNumbers";
      readonly detail: string;
      /** What of the heads was understood. */
      readonly attempt?: HeadAttempt;
    };

/** Reads a file of targets, as far as the answers about it go. Stores nothing. */
export async function readTargets(
  grant: Grant<"target:import">,
  campaign: Campaign,
  bytes: Buffer,
  { asOf, answers }: { readonly asOf: CalendarDay; readonly answers: Answers },
): Promise<ReadTargets> {
  const asking = new Asking(answers);
  try {
    const [workbook, units, regions, mappings] = await Promise.all([
      readWorkbook(bytes),
      listNamedUnits(grant, campaign),
      listRegions(grant, campaign),
      listMappings(grant, campaign, "target"),
    ]);
    const lookup = new UnitLookup(units, campaign.districtName, regions);
    const vocabulary = vocabularyOf("target", campaign, unitsOf(units, lookup));
    const table = readTable(workbook, {
      vocabulary,
      asking,
      remembered: (heads) => mappings.get(headsDigest(heads))?.columns ?? null,
      days: [],
    });
    if (table.kind === "asked") return { asking, check: null };
    if (table.kind !== "read") return { problem: table.kind, detail: "", attempt: table };
    const { rows, overlong } = table;
    const check = await inTurns(
      checkTargetSheet(rows, targetHead(table, vocabulary), campaign, lookup, {
        asOf,
        overlong,
        asking,
      }),
    );
    if (check.rowsRead === 0) return { problem: "noNumbers", detail: "" };
    const before = mappings.get(headsDigest(table.heads));
    return { asking, check, table, vocabulary, units, before };
  } catch (error) {
    if (error instanceof FileRejection) return { problem: error.problem, detail: error.detail };
    throw error;
  }
}
