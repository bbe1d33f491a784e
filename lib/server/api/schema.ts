import { z } from "zod";

import { reportProblem, reportResult } from "@/lib/report/schema";

import { count } from "./schema/fields";

export const healthAnswer = z.object({ status: z.literal("ok"), database: z.literal("ok") });

export const indexAnswer = z.object({
  version: z.literal(1),
  description: z.string().describe("Address of the OpenAPI description."),
});

export const createdAnswer = z.object({ slug: z.string() });

export const deletedAnswer = z.object({
  slug: z.string(),
  goes: z.object({ reportingUnits: z.int(), targetSets: z.int() }),
});

const rejectedRow = z.object({
  row: z.int().describe("From 1, in the order sent."),
  field: z.string(),
  code: z.string(),
  message: z.string(),
});

export const importAnswer = z.object({
  accepted: count,
  rejected: z.array(rejectedRow),
  untold: count.optional().describe("Rejected rows beside those told; left out: none."),
});

export const reportsAnswer = z.object({
  results: z.array(
    reportResult.extend({ problems: z.array(reportProblem.extend({ message: z.string() })) }),
  ),
});

export const problemAnswerSchema = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string().describe("Stable; what a program looks at."),
  id: z.string().describe("Also in the server's log."),
  problems: z
    .array(z.looseObject({ field: z.string(), code: z.string(), message: z.string() }))
    .optional(),
});
