import { z } from "zod";

import { directions, indicatorMeasures } from "@/lib/indicator/indicator";
import { periodKinds } from "@/lib/indicator/period";

import { nextPage, recordsQuery } from "./records";

const periodText = z
  .string()
  .describe('A period: month "2024-07", quarter "2024-T3", half-year "2024-S1", year "2024".');

const indicator = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  measure: z.enum(indicatorMeasures).describe("What a value is."),
  direction: z.enum(directions).describe("Where a value should go. none: neither way is better."),
  period: z.enum(periodKinds).describe("How often it is counted."),
  counted: z.string().nullable().describe("What a count counts."),
  office: z.string().nullable().describe("Code of the office that answers for it."),
  baseline: periodText.nullable(),
  position: z.int(),
  goals: z.array(
    z.object({
      period: periodText,
      unit: z.string().nullable().describe("null: of all units together."),
      value: z.number(),
    }),
  ),
  version: z.int(),
});

const amount = z.number().nullable();

const indicatorValue = z.object({
  id: z.uuid(),
  indicator: z.uuid(),
  unit: z.string(),
  period: periodText,
  value: amount.describe("One number: percents of a percentage, 1 or 0 of a yes or no."),
  numerator: amount,
  denominator: amount,
  source: z.string().nullable(),
  version: z.int(),
});

const versions = z
  .array(
    z.object({
      version: z.int(),
      at: z.iso.datetime(),
      actorName: z.string(),
      body: z.unknown().describe("As it was sent, without sent and version."),
    }),
  )
  .describe("Its versions, the newest first.");

export const indicatorsQuery = z.object(recordsQuery);

export const indicatorsAnswer = z.object({ indicators: z.array(indicator), next: nextPage });

export const indicatorAnswer = z.object({ indicator, versions });

export const indicatorValuesQuery = z.object({
  ...recordsQuery,
  indicator: z.uuid().optional().describe("Id of one indicator. Default: all."),
  period: z.string().max(20).optional().describe("A period by its key. Default: all."),
});

export const indicatorValuesAnswer = z.object({
  values: z
    .array(indicatorValue)
    .describe("Without any number: it was taken back. Of the units and indicators of the caller."),
  next: nextPage,
});

export const indicatorValueAnswer = z.object({ value: indicatorValue, versions });
