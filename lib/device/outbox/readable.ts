import type { DailyReportSubmission } from "@/lib/report/schema";

/** By the server's schema, which is fetched when the first report is sent: it is not small. */
export async function isReadable(report: DailyReportSubmission): Promise<boolean> {
  try {
    const { dailyReportSubmission } = await import("@/lib/report/schema");
    return dailyReportSubmission.safeParse(report).success;
  } catch {
    // Without a connection it may not be here yet. The server judges as well.
    return true;
  }
}
