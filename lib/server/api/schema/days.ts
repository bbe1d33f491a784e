import { z } from "zod";

import { targetSources } from "@/lib/campaign/campaign";
import { eachOtherDose } from "@/lib/campaign/measures";
import { reportStatuses } from "@/lib/report/schema";

import { rhythmFields } from "./day-notes";
import { count, day, groupOfFigure, notAdded } from "./fields";

export const sourcesAnswer = z.object({
  asOf: day,
  round: z.int(),
  isSample: z.boolean().describe("true: invented figures (DATA CONTOH)."),
  reports: count.describe("Reports that make the number, all pages together."),
  doses: z
    .int()
    .nullable()
    .describe(
      "Their sum: dosesAdministered and dosesWithoutTarget of the same coverage query. Of days " +
        "alone it can be below 0. null, here and below, where groups were asked for that do not add " +
        "(notAdded): name one with targetGroup.",
    ),
  nonResidentDoses: count.nullable(),
  unverifiedReports: count,
  unverified: z.int().nullable().describe("Of doses: in reports that nobody has verified yet."),
  notAdded,
  rows: z
    .array(
      z.object({
        unit: z.string(),
        name: z.string(),
        day,
        doses: z.int().nullable().describe("What the report adds to the number."),
        nonResidentDoses: count.nullable(),
        status: z.enum(reportStatuses),
        zero: z.boolean(),
        late: z.boolean(),
        version: z.int(),
        receivedAt: z.iso.datetime(),
        by: z.string().nullable().describe("Who sent it; null: their account is gone."),
        via: z.string().nullable().describe("screen, offline, import, api or seed."),
      }),
    )
    .describe("By place and day."),
});

export type SourcesAnswer = z.infer<typeof sourcesAnswer>;

export const trendAnswer = z.object({
  asOf: day,
  source: z.enum(targetSources),
  round: z.int(),
  isSample: z.boolean().describe("true: invented figures (DATA CONTOH)."),
  ...rhythmFields,
  days: z
    .array(
      z.object({
        day,
        set: z
          .object({ code: z.string(), name: z.string() })
          .nullable()
          .describe("With by=set, whose day it is; `-`: units in no set of the kind. Else null."),
        isService: z
          .boolean()
          .describe("false: a sweeping day, or all of the place is closed; no report is owed."),
        intervention: z.string(),
        targetGroup: groupOfFigure,
        doses: z
          .int()
          .describe(
            "Doses of that day given to residents, as coverage counts them; below 0 where a day " +
              "takes doses back.",
          ),
        dosesWithoutTarget: z
          .int()
          .describe("Doses of that day in boxes without a target population: beside the total."),
        unverified: z.int().describe("Of doses: in reports that nobody has verified yet."),
        ...eachOtherDose(() => count),
        cumulative: count.describe("Doses of the round up to that day: dosesAdministered then."),
        runningTarget: count
          .nullable()
          .describe(
            "People that a straight line to the goal of that day asks for by its end, closed days left " +
              "out; null without a goal, and of a set after target populations changed.",
          ),
        reportsReceived: count,
        reportsExpected: count.describe(
          "Those owed: by the rhythm, none on closed and sweeping days; a report that came all the " +
            "same counts here too.",
        ),
      }),
    )
    .describe(
      "Every day of the round up to asOf, for each intervention, and for each of its groups where " +
        "they do not add.",
    ),
  sinceYesterday: z
    .array(
      z.object({
        intervention: z.string(),
        targetGroup: groupOfFigure,
        change: z.int().describe("What the total gained since midnight: today + late."),
        today: z.int().describe("Doses of today."),
        late: z
          .int()
          .describe(
            "Doses of earlier days that came or changed today; in days under their own day.",
          ),
      }),
    )
    .nullable()
    .describe("null when asOf is a past day or no day of the round, and with by=set."),
  notAdded,
});

export type TrendAnswer = z.infer<typeof trendAnswer>;
