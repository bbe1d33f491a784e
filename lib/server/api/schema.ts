import { z } from "zod";

import { roundPhases } from "@/lib/campaign/calendar";
import { targetSources } from "@/lib/campaign/campaign";
import type { CampaignDefinition } from "@/lib/campaign/definition";
import { eachOtherDose, type OtherDoses } from "@/lib/campaign/measures";
import { notAddedReasons } from "@/lib/campaign/figure";
import { campaignDefinition } from "@/lib/campaign/schema";
import { problem } from "@/lib/base/forms/problem";
import { goalScopes } from "@/lib/coverage/dated-goal";
import { coverageStatuses } from "@/lib/coverage/status";
import { statusWords } from "@/lib/monitor/assessment";
import { changedFigures } from "@/lib/monitor/change-list";
import { places } from "@/lib/monitor/place";
import { doubtRules } from "@/lib/monitor/quality/doubt";
import { reportProblem, reportResult, reportStatuses } from "@/lib/report/schema";
import { isCalendarDay } from "@/lib/base/time/calendar-day";

const day = z.iso
  .date(problem("wrongFormat"))
  .refine(isCalendarDay, problem("noSuchDay"))
  .describe("Local calendar day, YYYY-MM-DD.");

const count = z.int().min(0);

/** It is answered as a body says it: what such a body is read as has more in it. */
export const definitionAnswer = z.fromJSONSchema(
  z.toJSONSchema(campaignDefinition, { io: "input", unrepresentable: "any" }),
) as z.ZodType<CampaignDefinition>;

const changedStatus = z.object({
  intervention: z.string(),
  code: z.string().describe("Of the place; empty: the whole campaign."),
  name: z.string(),
  counts: z.object({ dosesAdministered: z.int(), targetPopulation: count.nullable() }),
  before: z.enum(statusWords),
  after: z.enum(statusWords),
});

/** What a change would lead to, told instead of stored. */
export const changeListAnswer = z.object({
  reports: count.describe("Reports that there are: with any, the change needs a reason."),
  counts: z
    .array(
      z.object({
        figure: z.enum(changedFigures),
        of: z.string().describe("The number of a round, or the name of an intervention."),
        before: count.nullable(),
        after: count.nullable(),
      }),
    )
    .readonly(),
  wholes: z.array(changedStatus).readonly(),
  places: z.array(changedStatus).readonly(),
});

const otherDoses: Readonly<Record<keyof OtherDoses, string>> = {
  nonResidentDoses: "Doses given to people from elsewhere; not in coverage.",
};

const figureGroup = z
  .string()
  .nullable()
  .describe(
    "null: the groups that were asked for together. Groups that do not add are never together: each " +
      "has rows of its own (notAdded).",
  );

const coverageRow = z.object({
  code: z.string(),
  name: z.string(),
  intervention: z.string(),
  targetGroup: figureGroup,
  round: z.int(),
  targetPopulation: count.nullable().describe("People. null: none is loaded."),
  targetDetail: count
    .nullable()
    .describe(
      "Where the place or a part of it has a target population of its own: what those of its units " +
        "add up to. It divides nothing. null: no place has one.",
    ),
  dosesAdministered: count.describe(
    "Doses given to residents, in boxes (unit, intervention, group) with a target population; in " +
      "all boxes where none has one.",
  ),
  dosesWithoutTarget: count.describe(
    "Doses given to residents in the other boxes: beside the total, in no coverage.",
  ),
  unverified: z
    .int()
    .describe(
      "Of dosesAdministered and dosesWithoutTarget: in reports that nobody has verified yet.",
    ),
  ...eachOtherDose((name) => count.describe(otherDoses[name])),
  coverage: z
    .number()
    .min(0)
    .nullable()
    .describe("dosesAdministered ÷ targetPopulation, unrounded; null without a target population."),
  coverageGoal: z
    .string()
    .nullable()
    .describe('The goal of the day asked about, an exact decimal, "0.95"; null: there is none.'),
  goalScope: z
    .enum(goalScopes)
    .nullable()
    .describe("whole: of the sum. each: in every reporting unit. null: there is no goal."),
  needed: count
    .nullable()
    .describe(
      "People still to be reached for the goal, by everything counted; with a goal of each unit what " +
        "each lacks, added up. null without a goal.",
    ),
  eachUnit: z
    .object({
      reached: count.describe("Units that have reached the goal."),
      units: count.describe("Units with a target population."),
      neededOfSum: count.describe("What the sum lacks, beside needed."),
      beyond: count.describe("Units that have more than they need."),
    })
    .nullable()
    .describe("Of a goal of each unit, in rows of more than one unit."),
  remaining: count
    .nullable()
    .describe(
      "People not reached, whatever the goal: max(0, targetPopulation − dosesAdministered).",
    ),
  status: z
    .enum(coverageStatuses)
    .describe(
      "At the base day. noGoal: there is none to reach. unknown: no target population, no report, or " +
        "no complete day yet.",
    ),
  isDoubtful: z
    .boolean()
    .describe("true: reached, but only with doses under an open data-quality finding (doubts)."),
  doubtfulDoses: count.describe("Of dosesAdministered: those under an open data-quality finding."),
  baseDay: day
    .nullable()
    .describe(
      "What status and required pace start from: the day asked about when it is past or at least " +
        "75 % of its reports are in, else the day before it; null: before the round.",
    ),
  neededAtBase: count
    .nullable()
    .describe(
      "People that were still to be reached at the end of the base day; null after the round.",
    ),
  requiredPerDay: count
    .nullable()
    .describe(
      "neededAtBase ÷ days left after the base day, rounded up; null when none is left, and after the " +
        "round.",
    ),
  recentPace: z
    .number()
    .min(0)
    .nullable()
    .describe(
      "Mean doses of the latest three complete days of the last ten up to the base day, unrounded; " +
        "null without three, before and after the round, with `split`, and in rows by unit or " +
        "village of a whole kabupaten.",
    ),
  forecast: z
    .object({ low: count, high: count })
    .nullable()
    .describe("Doses at the end of the round, as an 80 % range; null where recentPace is."),
  reportsReceived: count,
  reportsExpected: count,
  dropouts: z
    .array(
      z.object({
        after: z
          .union([z.object({ round: z.int() }), z.object({ intervention: z.string() })])
          .describe(
            "What came before: the round before, or the intervention that this one follows.",
          ),
        first: z.int().describe("Doses given to residents before, where both were held."),
        last: z.int().describe("Doses given to residents in this row, there."),
        rate: z
          .number()
          .nullable()
          .describe(
            "(first − last) ÷ first, unrounded; below 0 when more came than before; null without a first dose.",
          ),
      }),
    )
    .describe("What dropped out since what came before. Empty: nothing comes before."),
});

/** Interventions without a total, each with why. */
const notAdded = z
  .array(
    z.object({
      intervention: z.string(),
      total: z.null(),
      reason: z
        .enum(notAddedReasons)
        .describe(
          "unlike: the groups count unlike nouns. overlapping: one person may be in several of them.",
        ),
      inWords: z.object({ id: z.string(), en: z.string() }),
    }),
  )
  .describe(
    "Interventions whose groups do not add: rows and totals are by group, and there is no total of them.",
  );

export const coverageAnswer = z.object({
  asOf: day,
  source: z.enum(targetSources),
  by: z.enum(places),
  isSample: z.boolean().describe("true: invented figures (DATA CONTOH)."),
  rows: z.array(coverageRow),
  total: z.array(coverageRow).describe("The caller's region as a whole."),
  notAdded,
  gates: z
    .array(
      z.object({
        code: z.string(),
        name: z.string(),
        isOpen: z.boolean().describe("Whether every condition is met."),
        terms: z.array(
          z.object({
            intervention: z.string(),
            targetGroup: z.string().nullable().describe("null: all groups together."),
            atLeast: z.string().describe("An exact decimal."),
            dosesAdministered: count,
            targetPopulation: count.nullable(),
            coverage: z.number().min(0).nullable(),
            isMet: z.boolean(),
          }),
        ),
      }),
    )
    .describe("The campaign's gates in the caller's region, whatever else the query asks for."),
  phase: z
    .enum(roundPhases)
    .describe("Where the round is on that day. ended: what is behind has missed its goal."),
  targetsChangedOn: day
    .nullable()
    .describe(
      "Latest day after asOf from which other target populations hold: the figures of asOf are " +
        "worked out with those in force on asOf. null: none changed since.",
    ),
  twoLevels: z
    .array(
      z.object({
        place: z.string().describe("Code of the kecamatan."),
        name: z.string(),
        intervention: z.string(),
        targetGroup: figureGroup,
        doses: count.describe("The kecamatan's own doses in the total."),
        people: count.describe("The kecamatan's own target population in the total."),
      }),
    )
    .describe(
      "Kecamatan that report beside their own villages: sums hold both, so the same people are " +
        "counted twice. Take these figures off for a total of the villages. Nearly always empty.",
    ),
  doubts: z
    .array(
      z.object({
        rule: z.enum(doubtRules),
        unit: z.string(),
        name: z.string(),
        day: day.nullable().describe("null: all days of the box."),
        intervention: z.string(),
        targetGroup: z.string(),
        doses: count.describe("Doses that the finding covers."),
      }),
    )
    .describe("Open findings of interventions in which a row isDoubtful, the most doses first."),
});

export type CoverageAnswer = z.infer<typeof coverageAnswer>;

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
  days: z
    .array(
      z.object({
        day,
        intervention: z.string(),
        targetGroup: figureGroup,
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
            "People that a straight line to the goal of that day asks for by its end; null without a goal.",
          ),
        reportsReceived: count,
        reportsExpected: count.describe(
          "0 on sweeping days. A unit that joined midway is expected from then on.",
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
        targetGroup: figureGroup,
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
    .describe("null when asOf is a past day or no day of the round."),
  notAdded,
});

export type TrendAnswer = z.infer<typeof trendAnswer>;

export const campaignsAnswer = z.object({
  campaigns: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      districtCode: z.string(),
      districtName: z.string(),
      startsOn: day,
      endsOn: day,
      isSample: z.boolean(),
      isArchived: z.boolean().describe("Put away: it stands apart in lists."),
    }),
  ),
});

export const healthAnswer = z.object({ status: z.literal("ok"), database: z.literal("ok") });

export const indexAnswer = z.object({
  version: z.literal(1),
  description: z.string().describe("Address of the OpenAPI description."),
});

export const createdAnswer = z.object({ slug: z.string() });

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
