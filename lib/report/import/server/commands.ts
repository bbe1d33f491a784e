import "server-only";

import { recordAudit } from "@/lib/account/audit/server/record";
import type { Grant } from "@/lib/account/auth/grant";
import { auditSubject } from "@/lib/campaign/address";
import type { Campaign } from "@/lib/campaign/campaign";
import { nothingStored, writeCampaign } from "@/lib/campaign/server/lock-commands";
import { limits } from "@/lib/base/limits";
import { submitDailyReports } from "@/lib/report/server/commands";
import {
  type DailyReportSubmission,
  type EntryFigures,
  type ReportProblem,
  type ReportReason,
  type ReportResult,
} from "@/lib/report/schema";

import { planImport, type ImportPlan, type PlannedRow } from "@/lib/report/import/plan";
import { readGround } from "./queries";
import type { RowRejection } from "@/lib/report/import/rejection";
import { idOf } from "./report-id";
import type { TallySheetCheck } from "./sheet-check";
import { figuresText } from "@/lib/report/import/sheet-row";

export type ImportTerms = {
  readonly figures: EntryFigures;
  readonly fileName: string;
  /**
   * Writes over other versions that were received until then; null: over none, and so for an hour to
   * come, in which nobody has seen anything.
   */
  readonly overwriteUntil: Date | null;
  /** Why the reports that change are changed. */
  readonly reason: ReportReason;
  readonly at: Date;
  /** Lines whose counts are far above the target population, and right as somebody said. */
  readonly confirmed?: ReadonlySet<number>;
};

/** What became of a row that could be read. */
export type RowOutcome = {
  readonly planned: PlannedRow;
  readonly outcome: "stored" | "same" | "conflict" | "rejected";
  readonly problems: readonly ReportProblem[];
};

export type ImportOutcome = {
  readonly rows: readonly RowOutcome[];
  /** Those of the file itself, and those found when it was held against what stands. */
  readonly rejected: readonly RowRejection[];
};

/**
 * Stores the rows of a file that can be stored, each whole or not at all, by the rules of
 * `submitDailyReports`; the others are told. Another version that stands is left alone unless the
 * terms write over it. Loading the same file again stores nothing again.
 *
 * What the campaign has to remember of rejected rows, and the entry of the audit trail for the file,
 * are written last: an upload that breaks off leaves whole reports, and repeating it does the rest.
 */
export async function importTallies(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  check: TallySheetCheck,
  terms: ImportTerms,
): Promise<ImportOutcome> {
  const { figures, at } = terms;
  const isPast = terms.overwriteUntil !== null && terms.overwriteUntil.getTime() <= at.getTime();
  const overwriteUntil = isPast ? terms.overwriteUntil : null;
  const ground = await readGround(grant, campaign, check.reports, at);
  const plan = planImport(check, ground, { figures, overwriteUntil });

  const results = await send(grant, campaign, plan, terms);
  const rows = plan.rows.map((planned): RowOutcome => {
    const result = results.get(planned);
    if (result) return { planned, outcome: outcomeOf(result), problems: result.problems };
    return { planned, outcome: planned.kind === "same" ? "same" : "conflict", problems: [] };
  });
  const rejected = [...check.rejected, ...plan.rejected].sort((a, b) => a.line - b.line);
  // A campaign in the archive remembers nothing: the file is loaded again once it is put back.
  const isPutAway =
    campaign.isArchived ||
    rows.some(({ problems }) => problems.some(({ code }) => code === "campaignArchived"));
  if (!isPutAway) {
    await remember(grant, campaign, { rows, rejected }, { ...terms, rowsRead: check.rowsRead });
  }
  return { rows, rejected };
}

async function send(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  plan: ImportPlan,
  terms: ImportTerms,
): Promise<ReadonlyMap<PlannedRow, ReportResult>> {
  const sent = plan.rows.filter(({ isSent }) => isSent);
  const results = new Map<PlannedRow, ReportResult>();
  for (let from = 0; from < sent.length; from += limits.batchReports) {
    const part = sent.slice(from, from + limits.batchReports);
    const reports = part.map((row) => submissionOf(campaign, row, terms));
    const answers = await submitDailyReports(grant, campaign, reports, {
      at: terms.at,
      via: "import",
    });
    part.forEach((row, index) => {
      const answer = answers[index];
      if (answer) results.set(row, answer);
    });
  }
  return results;
}

function submissionOf(
  campaign: Campaign,
  { report, kind, zero, tallies, parts, standing, lastVersion, isToldApart }: PlannedRow,
  { figures, reason, confirmed }: ImportTerms,
): DailyReportSubmission {
  const unit = report.unit.code;
  const { day } = report;
  return {
    id: idOf(
      "tally import",
      campaign.id,
      unit,
      day,
      lastVersion,
      zero,
      tallies,
      ...(parts ? [parts] : []),
    ),
    unit,
    day,
    zero,
    baseVersion: standing?.version ?? 0,
    tallies: zero ? [] : [...tallies],
    ...(parts && { parts: [...parts] }),
    ...(figures === "cumulative" && !zero && { figures }),
    ...(kind === "differs" && { reason }),
    ...(confirmed?.has(report.line) && { isAboveTargetConfirmed: true }),
    ...(isToldApart && { reason: { ...reason, code: "notInLater" as const } }),
  };
}

function outcomeOf({ outcome }: ReportResult): RowOutcome["outcome"] {
  if (outcome === "replayed") return "same";
  return outcome === "rejected" ? "rejected" : outcome;
}

/**
 * Rejected days and falls, once for each line however often the file is loaded; and the deed. A day
 * that does not exist is forgotten when the same row comes under the same name and is stored: the
 * unit's other rows prove nothing about it.
 */
async function remember(
  grant: Grant<"tally:submit">,
  campaign: Campaign,
  { rows, rejected }: ImportOutcome,
  { fileName, figures, overwriteUntil, at, rowsRead }: ImportTerms & { readonly rowsRead: number },
): Promise<void> {
  const memories = rejected.flatMap(({ line, memory }) => {
    if (memory === null) return [];
    const { detail, figures, ...said } = memory;
    const id = idOf("tally import rejection", campaign.id, fileName, line, said, detail);
    return [{ id, line, ...said, detail: { ...detail, figures } }];
  });
  const mended = rows
    .filter(({ outcome }) => outcome === "stored" || outcome === "same")
    .map(({ planned: { report } }) => ({
      line: report.line,
      unit: report.unit.code,
      figures: figuresText(report),
    }));
  const countOf = (outcome: RowOutcome["outcome"]) =>
    rows.filter((row) => row.outcome === outcome).length;

  await writeCampaign(campaign, async (tx) => {
    const forgotten = await tx.$executeRaw`
      DELETE FROM import_refusal AS rejection
      USING jsonb_to_recordset(${JSON.stringify(mended)}::jsonb) AS mended (
        line int, unit text, figures text)
      WHERE district_code = ${campaign.districtCode} AND campaign_id = ${campaign.id}::uuid
        AND kind = 'noSuchDay' AND file_name = ${fileName} AND rejection.line = mended.line
        AND coalesce(unit_code, mended.unit) = mended.unit
        AND detail ->> 'figures' = mended.figures`;
    if (memories.length > 0) {
      await tx.$executeRaw`
        INSERT INTO import_refusal (district_code, campaign_id, id, file_name, line, unit_code,
                                    day_text, kind, detail, imported_by, imported_at)
        SELECT ${campaign.districtCode}, ${campaign.id}::uuid, id, ${fileName}, line, unit,
               "dayText", kind, detail, ${grant.actor.id}::uuid, ${at.toISOString()}::timestamptz
        FROM jsonb_to_recordset(${JSON.stringify(memories)}::jsonb) AS refused (
          id uuid, line int, unit text, "dayText" text, kind text, detail jsonb)
        ON CONFLICT (district_code, campaign_id, id) DO UPDATE
          SET detail = excluded.detail, imported_by = excluded.imported_by,
              imported_at = excluded.imported_at`;
    }
    await recordAudit(tx, [
      {
        actor: grant.actor,
        districtCode: campaign.districtCode,
        campaignId: campaign.id,
        action: "tally.imported",
        subject: auditSubject(campaign),
        after: {
          file: fileName,
          figures,
          rows: rowsRead,
          stored: countOf("stored"),
          same: countOf("same"),
          conflicts: countOf("conflict"),
          // Entries of the trail keep the names that they were written with.
          ["refused"]: new Set(rejected.map(({ line }) => line)).size + countOf("rejected"),
          overwritten: overwriteUntil !== null,
        },
      },
    ]);
    return forgotten + memories.length === 0 ? nothingStored(undefined) : undefined;
  });
}
