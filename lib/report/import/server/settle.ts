import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { limits } from "@/lib/base/limits";
import type { Asking } from "@/lib/campaign/table-reading/asking";
import { readRooms } from "@/lib/report/server/target-room-queries";
import type { EntryFigures } from "@/lib/report/schema";

import { farRows, roomedReport, type FarRow } from "@/lib/report/import/far-rows";
import { looksCumulative, looksDaily } from "@/lib/report/import/figures-doubt";
import { planImport, type ImportContext } from "@/lib/report/import/plan";
import { readGround } from "./queries";
import { idOf } from "./report-id";
import type { TallySheetCheck } from "./sheet-check";
import { dosesInFile } from "@/lib/report/import/view";

/** A file after what its rows leave open was asked, as far as it was answered. */
type SettledFile = {
  /** Without the rows that are left out by an answer: those are rejected. */
  readonly check: TallySheetCheck;
  readonly ground: ImportContext;
  /** What the counts of the file are: as said, or as answered. */
  readonly figures: EntryFigures;
  /** Lines whose counts are far above the target population, and right by an answer. */
  readonly confirmed: ReadonlySet<number>;
};

type Terms = {
  readonly asking: Asking;
  readonly at: Date;
  /** What was said when the file was chosen. */
  readonly figures: EntryFigures;
  /** A row that is far above its target, in the reader's words. */
  readonly told: (far: FarRow) => string;
};

/**
 * Asks what only the stored data lets one doubt: whether the figures are of single days or totals, and
 * whether counts far above the target population are right. Stores nothing.
 */
export async function settleRows(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  check: TallySheetCheck,
  { asking, at, figures: said, told }: Terms,
): Promise<SettledFile> {
  const ground = await readGround(grant, campaign, check.reports, at);
  const far = await farOf(campaign, check, ground, { figures: said, at });
  const figures = askFigures(asking, check, ground, { said, at, isFar: far.length > 0 });
  const asked = figures === said ? far : await farOf(campaign, check, ground, { figures, at });
  const answer = askFar(asking, asked, told);
  const lines = new Set(asked.map(({ row }) => row.report.line));
  return {
    check: answer === "leave" ? without(check, asked) : check,
    ground,
    figures,
    confirmed: answer === "right" ? lines : new Set(),
  };
}

/** Everything that could be sent, versions that stand written over too. */
async function farOf(
  campaign: Campaign,
  check: TallySheetCheck,
  ground: ImportContext,
  { figures, at }: { readonly figures: EntryFigures; readonly at: Date },
): Promise<FarRow[]> {
  const { rows } = planImport(check, ground, { figures, overwriteUntil: at });
  const sent = rows.filter(({ isSent }) => isSent);
  return farRows(rows, await readRooms(campaign, sent.map(roomedReport)));
}

type Doubt = { readonly said: EntryFigures; readonly at: Date; readonly isFar: boolean };

function askFigures(
  asking: Asking,
  check: TallySheetCheck,
  ground: ImportContext,
  { said, at, isFar }: Doubt,
): EntryFigures {
  const { reports } = check;
  const isDoubtful =
    said === "daily"
      ? looksCumulative(reports, ground.doses, { isFar })
      : looksDaily(reports, ground.doses);
  if (!isDoubtful) return said;
  const dosesAs = (figures: EntryFigures) =>
    planImport(check, ground, { figures, overwriteUntil: at }).rows.reduce(
      (sum, row) => sum + dosesInFile(row),
      0,
    );
  const answer = asking.ask({
    id: "figures",
    kind: said === "daily" ? "totals" : "days",
    params: {},
    examples: [],
    options: (["daily", "cumulative"] as const).map((value) => ({
      value,
      word: value,
      params: { doses: dosesAs(value) },
    })),
    suggested: said === "daily" ? "cumulative" : "daily",
  });
  return answer === "daily" || answer === "cumulative" ? answer : said;
}

function askFar(
  asking: Asking,
  far: readonly FarRow[],
  told: (far: FarRow) => string,
): string | null {
  if (far.length === 0) return null;
  const rows = far.length;
  return asking.ask({
    // The answer is about exactly these counts, and no others.
    id: `far.${idOf(far.map(({ row, problems }) => [row.report.line, problems]))}`,
    kind: "far",
    params: {
      rows,
      units: new Set(far.map(({ row }) => row.report.unit.code)).size,
      more: Math.max(0, rows - limits.toldQuestionRows),
    },
    examples: far.slice(0, limits.toldQuestionRows).map(told),
    options: [
      { value: "right", word: "right" },
      { value: "leave", word: "leaveRows", params: { rows } },
    ],
    suggested: null,
  });
}

function without(check: TallySheetCheck, far: readonly FarRow[]): TallySheetCheck {
  const reports = new Set(far.map(({ row }) => row.report));
  const rejected = far.map(({ row: { report }, problems: [problem] }) => ({
    line: report.line,
    column: report.day,
    content: String(problem?.value ?? ""),
    code: "farAboveTarget" as const,
    params: { left: problem?.before ?? 0 },
    place: report.unit.name,
    placeNote: report.unit.subdistrictName,
    memory: null,
  }));
  return {
    ...check,
    reports: check.reports.filter((report) => !reports.has(report)),
    rejected: [...check.rejected, ...rejected],
    problems: check.problems + rejected.length,
  };
}
