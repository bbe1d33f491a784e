import type { ReportContent } from "@/lib/report/report-content";
import type { StoredReport } from "@/lib/report/schema";
import { writeAccess } from "@/lib/report/write-access";

/** What a device knows of a day's closing. */
export type DayClosing = {
  /** The day's cut-off, ISO; left out: not known here. */
  readonly closesAt?: string | undefined;
  /** The person verifies reports, and so changes verified ones too. */
  readonly mayVerify?: boolean | undefined;
};

/**
 * Whether a change of what stands will need a reason, as far as a device can tell by its own clock:
 * it is asked for before anything is sent. Where it cannot tell, the server asks.
 */
export function isReasonNeededHere(
  content: ReportContent,
  standing: StoredReport | null,
  { closesAt, mayVerify = false }: DayClosing,
  at: Date,
): boolean {
  const access = writeAccess({
    mayVerify,
    standing,
    closesAt: closesAt === undefined ? null : new Date(closesAt),
    openings: [],
    typedAt: at,
    receivedAt: at,
  });
  return access.needsReason(content);
}
