import { isReasonNeeded } from "@/lib/report/reason-rule";
import type { ReportContent } from "@/lib/report/report-content";
import type { StandingReport } from "@/lib/report/schema";

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
  standing: StandingReport | null,
  { closesAt, mayVerify = false }: DayClosing,
  at: Date,
): boolean {
  // A return is its own reason.
  if (!standing || standing.status === "returned") return false;
  // Refused whatever the reason.
  if (standing.status === "verified" && !mayVerify) return false;
  return isReasonNeeded(
    content,
    standing,
    closesAt !== undefined && at.getTime() >= Date.parse(closesAt),
  );
}
