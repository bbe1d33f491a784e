import { z } from "zod";

import { largestCount } from "./tally-count";

/** Reports that one request may carry. */
export const mostReports = 500;

/**
 * A count as sent. It is described as the whole number that it has to be, and read as any number:
 * a wrong count refuses its own report, with the cell named, and not the others of the batch.
 */
const sentCount = z.number().meta({ type: "integer", minimum: 0, maximum: largestCount });

/** Doses given in one column of the entry grid. A column that is left out was not counted. */
const talliedCell = z.object({
  intervention: z.string(),
  targetGroup: z.string(),
  residents: sentCount,
  /** Given to people from outside the unit's area. */
  nonResidents: sentCount.optional(),
});

/** One unit's report of one day, whole. */
export const dailyReportSubmission = z.object({
  /** Made by the sender; the same one again is the same submission again. */
  id: z.guid(),
  /** Code of the reporting unit. */
  unit: z.string(),
  /** A local day. One that does not exist refuses its own report. */
  day: z.string().meta({ format: "date" }),
  /** Told by the day; when it is named it has to be the day's. */
  round: z.int().optional(),
  /** Nothing was given: a zero report. It has no counts above 0. */
  zero: z.boolean().optional(),
  /** Version that the sender saw; left out or 0: "I believe that there is none yet". */
  baseVersion: z.int().min(0).optional(),
  /** When it was typed, by the sender's clock. */
  submittedAt: z.iso.datetime({ offset: true }).optional(),
  tallies: z.array(talliedCell).max(500).default([]),
});

export type DailyReportSubmission = z.infer<typeof dailyReportSubmission>;

export const dailyReportBatch = z.object({
  reports: z.array(dailyReportSubmission).max(mostReports),
});

/** Why a report was refused. Each has a sentence in the catalogue, under `entry.problems`. */
export const reportProblemCodes = [
  "unknownUnit",
  "noSuchDay",
  "dayOutsideRound",
  "futureDay",
  "unknownIntervention",
  "unknownTargetGroup",
  "notGiven",
  "cellTwice",
  "countOutOfRange",
  "zeroWithCounts",
  "emptyReport",
  "idReused",
  "newerVersion",
] as const;

export type ReportProblemCode = (typeof reportProblemCodes)[number];

export const reportProblem = z.object({
  code: z.enum(reportProblemCodes),
  /** The cell that it concerns, when it concerns one. */
  intervention: z.string().optional(),
  targetGroup: z.string().optional(),
});

export type ReportProblem = z.infer<typeof reportProblem>;

/** A report as it stands: what a conflict shows beside what was sent. */
export const standingReport = z.object({
  version: z.int(),
  zero: z.boolean(),
  receivedAt: z.string(),
  /** Name of who sent it; null: not known. */
  receivedBy: z.string().nullable(),
  tallies: z.array(
    z.object({
      intervention: z.string(),
      targetGroup: z.string(),
      residents: z.int(),
      nonResidents: z.int(),
    }),
  ),
});

export type StandingReport = z.infer<typeof standingReport>;

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
  standing: standingReport.optional(),
});

export type ReportResult = z.infer<typeof reportResult>;

/** What a village's form sends besides its counts. */
export const villageForm = z.object({
  kampanye: z.string(),
  id: z.guid(),
  unit: z.string(),
  day: z.iso.date(),
  baseVersion: z.coerce.number().pipe(z.int().min(0)),
  /** Present when the button *Nihil* sent the form. */
  zero: z.string().optional(),
});

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
});
