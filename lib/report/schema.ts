import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { storableText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";
import { eachMeasure } from "@/lib/campaign/measures";

import { partKinds } from "./part/part";
import { maxCount } from "./tally-count";

/** How a person types: the doses of the day, or all those of the round up to it. */
export const entryFigures = ["daily", "cumulative"] as const;

export type EntryFigures = (typeof entryFigures)[number];

/**
 * A count as sent. It is described as the whole number that it has to be, and read as any number:
 * a wrong count rejects its own report, with the cell named, and not the others of the batch.
 */
const sentCount = z.number().meta({ type: "integer", minimum: 0, maximum: maxCount });

/** Doses given in one column of the entry grid. A column that is left out was not counted. */
const talliedCell = z.object({
  intervention: z.string(),
  targetGroup: z.string(),
  ...eachMeasure(() => sentCount.optional()),
  residents: sentCount,
  /**
   * The cumulative figure that the residents were computed from, as the sender saw it: doses up to
   * and including the day. It has to equal those up to the day before plus `residents`.
   */
  cumulative: sentCount.optional(),
});

/**
 * What a sender says of doses below a later day that was typed cumulatively (`laterCumulative`): that
 * its figure does not hold them, or that it does, and is to be corrected next.
 */
export const laterReasons = ["notInLater", "inLater"] as const;

/**
 * Why a report is changed: the list that a person chooses from. `other` needs words, `laterReasons`
 * answer one question only.
 */
export const changeReasons = [
  "typingError",
  "lateData",
  "recount",
  "wrongPlace",
  "wrongDay",
  "cumulativeFell",
  "conflictChoice",
  "returned",
  ...laterReasons,
  "other",
] as const;

export type ChangeReason = (typeof changeReasons)[number];

export const reportReason = z.object({
  code: z.enum(changeReasons),
  note: storableText.trim().max(limits.reasonLetters, problem("reasonTooLong")).optional(),
});

export type ReportReason = z.infer<typeof reportReason>;

/** Status of a report that the server has. A draft is only on the device that it is typed on. */
export const reportStatuses = ["submitted", "verified", "returned"] as const;

export type ReportStatus = (typeof reportStatuses)[number];

const reportPart = z.object({
  kind: z.enum(partKinds),
  /** Of a reason its code, of vials the intervention; `people` of what sweeping found and recovered. */
  code: z.string(),
  count: sentCount,
});

/** One unit's report of one day, whole. */
export const dailyReportSubmission = z.object({
  /** Made by the sender; the same one again is the same submission again. */
  id: z.guid(),
  /** Code of the reporting unit. */
  unit: z.string(),
  /** A local day. One that does not exist rejects its own report. */
  day: z.string().meta({ format: "date" }),
  /** Told by the day; when it is named it has to be the day's. */
  round: z.int().optional(),
  /** Nothing was given: a zero report. It has no counts above 0. */
  zero: z.boolean().optional(),
  /** Version that the sender saw; left out or 0: "I believe that there is none yet". */
  baseVersion: z.int().min(0).optional(),
  /** When it was typed, by the sender's clock. */
  submittedAt: z.iso.datetime({ offset: true }).optional(),
  /** From where; left out: a program. `offline`: it waited on the device for a connection. */
  via: z.enum(["screen", "offline"]).optional(),
  /** How the counts were typed; with `cumulative` each cell says its cumulative figure. */
  figures: z.enum(entryFigures).optional(),
  reason: reportReason
    .optional()
    .describe(
      "Needed after the day's cut-off, over another person's report, and for a falling cumulative figure. After laterCumulative: notInLater (the later figure does not hold these doses) or inLater (it does, and is corrected next).",
    ),
  isAboveTargetConfirmed: z
    .boolean()
    .optional()
    .describe(
      "The sender has looked at the counts that are far above what the target population has left (farAboveTarget), and they are right. Kept in the history.",
    ),
  /**
   * Ends a conflict: which of the two versions the person chose, over the version shown. With
   * `theirs` nothing changes, and the choice is remembered.
   */
  choice: z.object({ kept: z.enum(["mine", "theirs"]), over: z.int().min(1) }).optional(),
  tallies: z.array(talliedCell).max(limits.reportCells, problem("tooManyReportCells")).default([]),
  parts: z
    .array(reportPart)
    .max(limits.reportParts, problem("tooManyReportParts"))
    .optional()
    .describe(
      "Numbers besides tallies, where the campaign asks for them (reportParts): reason (people not reached, by the reason), found and recovered (people that sweeping found, and those of them who were served; sweeping days only) and vials (opened, by intervention). Together they take the place of those that stand: a part that is left out of them was not answered, which is no zero. Left out whole: those that stand stay.",
    ),
});

export type DailyReportSubmission = z.infer<typeof dailyReportSubmission>;

export const dailyReportBatch = z.object({
  reports: z
    .array(dailyReportSubmission)
    .max(limits.batchReports, problem("tooManyReports"))
    .refine(
      (reports) =>
        reports.reduce((sum, { tallies }) => sum + tallies.length, 0) <= limits.batchCells,
      problem("tooManyBatchCells"),
    ),
  /**
   * The sender's clock at the moment of sending: with it `submittedAt` is right however wrong that
   * clock is.
   */
  sentAt: z.iso.datetime({ offset: true }).optional(),
  /**
   * By the same clock: the oldest `submittedAt` of the reports that wait on the device beside these,
   * or `sentAt` when none does. What a device claims to have typed earlier is not believed from then on.
   */
  waitingSince: z.iso.datetime({ offset: true }).optional(),
});

/** Why a report was rejected. Each has a sentence in the catalogue, under `entry.problems`. */
const reportProblemCodes = [
  "unknownUnit",
  "noSuchDay",
  "dayOutsideRound",
  "unitOutsideRound",
  "futureDay",
  "unknownIntervention",
  "unknownTargetGroup",
  "notGiven",
  "notAsked",
  "cellTwice",
  "countOutOfRange",
  "zeroWithCounts",
  "emptyReport",
  "idReused",
  "repeated",
  "newerVersion",
  "dayClosed",
  "reasonNeeded",
  "verifiedReport",
  "unitNotReporting",
  "campaignArchived",
  "cumulativeFell",
  "cumulativeChanged",
  "belowZero",
  "laterCumulative",
  "farAboveTarget",
  "partNotAsked",
  "partTwice",
  "partOutOfRange",
  "recoveredAboveFound",
] as const;

export const reportProblem = z.object({
  code: z.enum(reportProblemCodes),
  /** The cell that it concerns, when it concerns one. */
  intervention: z.string().optional(),
  targetGroup: z.string().optional(),
  /**
   * Of a cumulative figure: doses up to the day before, as the server has them, and as sent. Of
   * `belowZero`: doses up to the day with what was sent, and what they would come to later. Of
   * `laterCumulative`: doses up to and including the later day, as they stand and as they would be.
   * Of `farAboveTarget`: people of the target population that are left, and the doses of the day.
   */
  before: z.int().optional(),
  value: z.int().optional(),
  later: z.iso
    .date()
    .optional()
    .describe(
      "Of laterCumulative: the day that stands as cumulative figures and may hold the same doses already.",
    ),
});

export type ReportProblem = z.infer<typeof reportProblem>;

/** A report as it stands: what a conflict shows beside what was sent. */
export const storedReport = z.object({
  version: z.int(),
  zero: z.boolean(),
  receivedAt: z.string(),
  /** Name of who sent it; null: not known. */
  receivedBy: z.string().nullable(),
  /** Whether the person asking sent it. */
  isOwn: z.boolean(),
  status: z.enum(reportStatuses),
  /** Why it was returned; only while it is. */
  returnReason: z.string().nullable(),
  tallies: z.array(
    z.object({
      intervention: z.string(),
      targetGroup: z.string(),
      ...eachMeasure(() => z.int()),
    }),
  ),
  parts: z
    .array(z.object({ ...reportPart.shape, count: z.int() }))
    .optional()
    .describe("Numbers besides tallies; left out: none was answered."),
});

export type StoredReport = z.infer<typeof storedReport>;

/**
 * What became of one report. `stored`: a new version. `replayed`: it was there already, `version`
 * is the one it made or equals. `conflict`: another version stands, told in `standing`. `rejected`:
 * nothing of it was stored, `problems` says why.
 */
export const reportResult = z.object({
  id: z.string(),
  outcome: z.enum(["stored", "replayed", "conflict", "rejected"]),
  version: z.int().nullable(),
  problems: z.array(reportProblem),
  untold: z
    .int()
    .optional()
    .describe("Problems beside those told; left out: none. Of each rejected report one is told."),
  standing: storedReport.optional(),
});

export type ReportResult = z.infer<typeof reportResult>;

/**
 * What the server has of a submission: the version that it made, and the report that stands now at
 * its unit and day (null: it was withdrawn). A device forgets its copy when it has read this.
 */
export const reportReceipt = z.object({
  id: z.string(),
  unit: z.string(),
  day: z.string(),
  version: z.int(),
  standing: storedReport.nullable(),
});

export type ReportReceipt = z.infer<typeof reportReceipt>;

/** Whose receipts are asked: ids of submissions, with commas between them. */
export const receiptsQuery = z.strictObject({
  ids: z
    .string()
    .regex(/^[0-9A-Fa-f-]{36}(,[0-9A-Fa-f-]{36})*$/, { abort: true })
    .transform((ids) => ids.split(","))
    .pipe(z.array(z.guid()).max(limits.receiptIds, problem("tooManyIds")))
    .describe(`Ids of up to ${String(limits.receiptIds)} submissions, with commas between them.`),
});

export const receiptsAnswer = z.object({ receipts: z.array(reportReceipt) });

/** What a village's form sends besides its counts. */
export const villageForm = z.object({
  kampanye: z.string(),
  id: z.guid(),
  unit: z.string(),
  day: z.iso.date(),
  baseVersion: z.coerce.number().pipe(z.int().min(0)),
  /** Present when the button *Nihil* sent the form. */
  zero: z.string().optional(),
  /** Why a report is changed; the empty choice of the list is none. */
  reason: z
    .enum(changeReasons)
    .or(z.literal("").transform(() => undefined))
    .optional(),
  reasonNote: z.string().optional(),
  /** Present when a count far above the target was said to be right. */
  aboveTarget: z.string().optional(),
  /** What the fields of residents hold. */
  figures: z.enum(entryFigures).optional(),
  /** Present when *Nihil* was pressed before, and the form came back. */
  wasZero: z.string().optional(),
  /** Ends a conflict, over the version that was shown. */
  choice: z.enum(["mine", "theirs"]).optional(),
  /** Present when the form has fields besides tallies. */
  hasParts: z.string().optional(),
  over: z.coerce.number().pipe(z.int().min(1)).optional(),
});

export const figuresForm = z.object({ figures: z.enum(entryFigures) });

/** One value of an address; several of one name are the first. */
const parameter = z
  .union([z.string(), z.array(z.string()).transform(([first]) => first)])
  .optional();

/** What the addresses of the entry screens may name. */
export const entryParams = z.object({
  kampanye: parameter,
  hari: parameter,
  kecamatan: parameter,
  /** The unit that a plain form has just sent. */
  terkirim: parameter,
  /** Unfolds the question to open a closed day. */
  minta: parameter,
});
