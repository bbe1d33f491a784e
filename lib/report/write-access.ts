import { isReasonNeeded } from "./reason-rule";
import type { ReportContent } from "./report-content";
import type { StoredReport } from "./schema";

/** A time in which a closed day is open again for the kecamatan of a unit. */
type Opening = { readonly from: Date; readonly until: Date };

/** A person and a report that is to be written, at one moment. */
export type WriteQuestion = {
  /** Holds `report:verify`: no day is closed to them, and no report locked. */
  readonly mayVerify: boolean;
  /** The report that stands at the unit and day; null: none. */
  readonly standing: StoredReport | null;
  /** The day's cut-off; null: not known here, and the server decides. */
  readonly closesAt: Date | null;
  readonly openings: readonly Opening[];
  /** The unit had ended on the day, or had not begun; left out: not known here, and the server decides. */
  readonly isOffDuty?: boolean | undefined;
  /** The campaign was put away; left out: as above. */
  readonly isArchived?: boolean | undefined;
  readonly typedAt: Date;
  /** When the server has it: now, for what is being typed. */
  readonly receivedAt: Date;
};

export type WriteAccess = {
  /** Why the report may not be written; null: it may. */
  readonly lock: "campaignArchived" | "verifiedReport" | "dayClosed" | "unitNotReporting" | null;
  /** The cut-off had passed when it was typed, whoever may write all the same. */
  readonly isPast: boolean;
  /** Whether writing this in place of what stands has to say why. */
  readonly needsReason: (content: ReportContent) => boolean;
};

/**
 * Whether the unit reports that day, whether it is closed, whether this person may write the report, and
 * whether a change needs a reason: the one rule of every door, screen, plain form, interface, file and device.
 */
export function writeAccess(question: WriteQuestion): WriteAccess {
  const { closesAt, standing, typedAt } = question;
  const isPast = closesAt !== null && typedAt >= closesAt;
  const lock = lockOf(question, isPast);
  return {
    lock,
    isPast,
    needsReason: (content) =>
      // A return is its own reason; a verified report is rejected whatever the reason.
      standing?.status !== "returned" &&
      lock !== "verifiedReport" &&
      isReasonNeeded(content, standing, isPast),
  };
}

/** Whether the day is closed to a person at a moment, whatever stands there. */
export function isDayClosed(
  question: Pick<WriteQuestion, "mayVerify" | "closesAt" | "openings">,
  at: Date,
): boolean {
  const { lock } = writeAccess({ ...question, standing: null, typedAt: at, receivedAt: at });
  return lock === "dayClosed";
}

/** Whether what stands is verified, so that only who verifies may write over it. */
export function isLockedByStatus(
  standing: Pick<StoredReport, "status"> | null,
  mayVerify: boolean,
): boolean {
  return standing?.status === "verified" && !mayVerify;
}

function lockOf(question: WriteQuestion, isPast: boolean): WriteAccess["lock"] {
  const { mayVerify, openings, receivedAt, standing, typedAt } = question;
  if (question.isArchived) return "campaignArchived";
  if (question.isOffDuty) return "unitNotReporting";
  if (isLockedByStatus(standing, mayVerify)) return "verifiedReport";
  if (mayVerify) return null;
  // Returning a report asks for it again, so it needs no second permission.
  if (standing?.status === "returned" || !isPast) return null;
  const isReopened = openings.some(
    ({ from, until }) => receivedAt < until || (from <= typedAt && typedAt < until),
  );
  return isReopened ? null : "dayClosed";
}
