import "server-only";

import type { Campaign } from "@/lib/campaign/campaign";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Transaction } from "@/lib/server/db/client";
import type { ReportStatus } from "@/lib/report/schema";

/** How a report is to stand, and in which version it was looked at. */
type StatusChange = {
  readonly unit: string;
  readonly day: CalendarDay;
  readonly round: number;
  /** One that has another version by now is left as it is. */
  readonly version: number;
  readonly status: ReportStatus;
  /** Why it is given back; null for every other status. */
  readonly reason: string | null;
  readonly by: string | null;
  /** Instant in ISO 8601. */
  readonly at: string | null;
};

/** Sets the status of reports, with the sums of what is verified (`prisma/sql/report-writes.sql`). */
export async function setReportStatuses(
  tx: Transaction,
  { districtCode, id }: Campaign,
  changes: readonly StatusChange[],
): Promise<void> {
  await tx.$executeRaw`
    SELECT set_report_statuses(${districtCode}, ${id}::uuid, ${JSON.stringify(changes)}::jsonb)`;
}
