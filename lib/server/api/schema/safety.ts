import { z } from "zod";

import { reasonCodes } from "@/lib/report/part/part";
import { adverseEventStates, seriousCriteria } from "@/lib/safety/adverse-event";
import { rapidVerdicts } from "@/lib/safety/rapid-assessment";

import { count, day } from "./fields";
import { nextPage, recordsQuery } from "./records";

const instant = z.iso.datetime({ offset: true });
const place = {
  subdistrict: z.string().describe("Code of its kecamatan; luar: it lies in none."),
  subdistrictName: z.string(),
};

export const adverseEventsQuery = z.object({
  ...recordsQuery,
  only: z
    .enum(["serious", "late"])
    .optional()
    .describe("late: told too late, or not told and over."),
  state: z.enum(adverseEventStates).optional(),
  subdistrict: z.string().max(40).optional().describe("Only those of this kecamatan."),
});

export const adverseEventAnswer = z.object({
  id: z.uuid(),
  version: z.int(),
  unit: z
    .string()
    .nullable()
    .describe("null in lists for callers without safety:review: they are told the kecamatan."),
  unitName: z.string().nullable(),
  ...place,
  day,
  foundAt: instant.describe("When somebody learned of it: deadlines are counted from it."),
  interventions: z.array(z.string()),
  batch: z.string().describe("Empty: it was not written down."),
  targetGroup: z.string().nullable(),
  isSerious: z.boolean(),
  criteria: z.array(z.enum(seriousCriteria)),
  onsetHours: z.int().nullable(),
  signs: z.string().describe("In words. It names nobody."),
  toldDistrictAt: instant,
  toldProvinceAt: instant.nullable(),
  toldNationAt: instant.nullable(),
  state: z.enum(adverseEventStates),
  isSample: z.boolean(),
});

export const adverseEventsAnswer = z.object({
  events: z.array(adverseEventAnswer),
  next: nextPage,
});

export const rapidAssessmentsQuery = z.object({
  ...recordsQuery,
  verdict: z.enum(rapidVerdicts).optional(),
  subdistrict: z.string().max(40).optional().describe("Only those of this kecamatan."),
});

const rapidAssessment = z.object({
  id: z.uuid(),
  version: z.int(),
  unit: z.string(),
  unitName: z.string(),
  ...place,
  day,
  intervention: z.string(),
  location: z.string(),
  assessor: z.string(),
  houses: count,
  missed: count.describe("Houses in which somebody was not reached."),
  people: count,
  reached: count,
  isSample: z.boolean(),
  verdict: z.enum(rapidVerdicts).describe("By the campaign's pass mark of now."),
});

const passMark = z.object({ houses: count, repeatFrom: count });

export const rapidAssessmentsAnswer = z.object({
  passMark: passMark.describe(
    "Houses that an assessment takes, and how many missed ones of so many are too many.",
  ),
  assessments: z.array(rapidAssessment),
  next: nextPage,
});

export const rapidAssessmentAnswer = rapidAssessment.extend({
  visited: z.array(
    z.object({
      number: count,
      people: count,
      reached: count,
      reason: z.enum(reasonCodes).nullable(),
    }),
  ),
});
