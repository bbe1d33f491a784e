import "server-only";

import type { Grant } from "@/lib/account/auth/grant";
import { figuresOf } from "@/lib/campaign/figure";
import type { Campaign } from "@/lib/campaign/campaign";
import { readCellHistory } from "@/lib/report/server/history-queries";
import { readPartHistories } from "@/lib/report/server/part-history-queries";
import type { CellHistory, PartHistory } from "@/lib/report/history-schema";

import type { Root } from "@/lib/monitor/coverage/place";
import type { SourceParams } from "@/lib/monitor/source/params";
import { readSources } from "./queries";
import type { SourceReport } from "@/lib/monitor/source/shape";

/** One report with what each of its cells is and was. */
export type OpenedReport = {
  readonly report: SourceReport;
  readonly cells: readonly {
    readonly intervention: string;
    readonly targetGroup: string;
    readonly history: CellHistory;
  }[];
  /** What it says and said besides tallies. */
  readonly parts: readonly PartHistory[];
};

/**
 * The report that the address opens, with the history of the cells that the number is made of and of
 * what it says besides: a statement for it, one for each cell and one for its parts.
 *
 * @returns null when there is no such report in the place of the number.
 */
export async function readOpenedReport(
  grant: Grant<"coverage:read">,
  campaign: Campaign,
  { of, coverage, opened }: SourceParams,
  root: Root,
): Promise<OpenedReport | null> {
  if (opened === null || !root.units.some(({ code }) => code === opened.unit)) return null;
  const { unit, day } = opened;
  const asked = {
    round: coverage.round,
    intervention: of.intervention,
    targetGroup: of.targetGroup ?? null,
    from: day,
    to: day,
    isUnverified: false,
    units: [unit],
  };
  const columns = figuresOf(campaign, {
    intervention: of.intervention ?? undefined,
    targetGroup: of.targetGroup ?? undefined,
    isSplit: true,
  });
  const [{ reports }, parts, ...histories] = await Promise.all([
    readSources(grant, campaign, asked, { limit: 1, offset: 0 }),
    readPartHistories(grant, campaign, opened),
    ...columns.map(async ({ code: intervention, targetGroups: [targetGroup = ""] }) => {
      const cell = { unit, day, intervention, targetGroup };
      return { intervention, targetGroup, history: await readCellHistory(grant, campaign, cell) };
    }),
  ]);
  const [report] = reports;
  if (!report) return null;
  return {
    report,
    parts,
    cells: histories.flatMap(({ history, ...cell }) =>
      history === null || history.values.length === 0 ? [] : [{ ...cell, history }],
    ),
  };
}
