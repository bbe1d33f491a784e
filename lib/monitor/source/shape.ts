import { z } from "zod";

import { reportStatuses } from "@/lib/report/schema";

/** How a report reached the server. */
const reportWays = ["screen", "offline", "import", "api", "seed"] as const;

export type ReportWay = (typeof reportWays)[number];

/** Row of the sums. */
export const sourceSums = z.object({
  reports: z.int(),
  allDoses: z.int(),
  allNonResidentDoses: z.int(),
  unverifiedReports: z.int(),
  unverifiedDoses: z.int(),
});

/** What all the reports of a question add up to, whatever part of them is listed. */
export type SourceSums = z.infer<typeof sourceSums>;

/** Row of the list. */
export const sourceReport = z.object({
  unit: z.string(),
  name: z.string(),
  subdistrictName: z.string(),
  day: z.iso.date(),
  /** Doses given to residents, in the columns that were asked for: what the report adds. */
  doses: z.int(),
  nonResidentDoses: z.int(),
  status: z.enum(reportStatuses),
  isZero: z.boolean(),
  isOnTime: z.boolean(),
  version: z.int(),
  receivedAt: z.date(),
  submittedBy: z.string().nullable(),
  via: z.enum(reportWays).nullable(),
});

/** One report and what it adds to the number. */
export type SourceReport = z.infer<typeof sourceReport>;
