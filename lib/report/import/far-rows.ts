import { farProblems, TargetRooms, type TargetRoom } from "@/lib/report/target-room";
import type { ReportProblem } from "@/lib/report/schema";
import { contentOf } from "@/lib/report/report-content";

import type { PlannedRow } from "./plan";

/** A row whose counts are far above what the target population has left. */
export type FarRow = { readonly row: PlannedRow; readonly problems: readonly ReportProblem[] };

/** The rows of a plan that the server would ask about, in the order of their days. */
export function farRows(rows: readonly PlannedRow[], rooms: readonly TargetRoom[]): FarRow[] {
  const running = new TargetRooms(rooms);
  return rows
    .filter(({ isSent }) => isSent)
    .flatMap((row) => {
      const report = { ...roomedReport(row), isAboveTargetConfirmed: false };
      const problems = farProblems(report, row.standing, running);
      running.change(report);
      return problems.length > 0 ? [{ row, problems }] : [];
    });
}

/** A planned row as the report that it would be. */
export function roomedReport({ report, zero, tallies }: PlannedRow) {
  const { unit, day, round } = report;
  return { unit: unit.code, day, round, content: contentOf({ zero, tallies: [...tallies] }) };
}
