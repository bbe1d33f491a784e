import { z } from "zod";

import { roundPhases } from "@/lib/campaign/calendar";
import { targetSources } from "@/lib/campaign/campaign";
import { unitSetKinds } from "@/lib/campaign/unit-set/unit-set";
import { eachOtherDose, type OtherDoses } from "@/lib/campaign/measures";
import { goalScopes } from "@/lib/coverage/dated-goal";
import { coverageStatuses } from "@/lib/coverage/status";
import { places } from "@/lib/monitor/place";
import { doubtRules } from "@/lib/monitor/quality/doubt";

import { rhythmFields } from "./day-notes";
import { count, day, groupOfFigure, notAdded } from "./fields";

const otherDoses: Readonly<Record<keyof OtherDoses, string>> = {
  nonResidentDoses: "Doses given to people from elsewhere; not in coverage.",
};

/** A round, or an intervention: what may come before another of its kind. */
const stepOfSeries = z.union([
  z.object({ round: z.int() }),
  z.object({ intervention: z.string() }),
]);

const coverageRow = z.object({
  code: z.string(),
  name: z.string(),
  intervention: z.string(),
  targetGroup: groupOfFigure,
  round: z.int(),
  targetPopulation: count.nullable().describe("People. null: none is loaded."),
  targetDetail: count
    .nullable()
    .describe(
      "Where the place or a part of it has a target population of its own: what those of its units " +
        "add up to. It divides nothing. null: no place has one.",
    ),
  other: z
    .object({
      source: z.enum(targetSources),
      targetPopulation: count,
      coverage: z.number().nullable(),
      difference: z
        .number()
        .nullable()
        .describe(
          "Percentage points in tenths of one, rounded: coverage by this source less coverage.",
        ),
      isLarge: z.boolean().describe("true: more than one point apart."),
    })
    .nullable()
    .describe("By the source that does not decide here; null: it has no target population here."),
  announced: z
    .object({
      doses: count,
      day,
      source: z.string(),
      coverage: z.number().nullable().describe("doses ÷ targetPopulation."),
    })
    .nullable()
    .describe(
      "Of a place without reports: the newest total that was announced on or before the day. It is " +
        "part of no other number. null: reports are in, or nothing was announced.",
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
      "Mean doses of the latest three complete service days of the last ten up to the base day, " +
        "unrounded; with the rhythm sessions or periods of each service day of two weeks or one period; " +
        "null without three, before and after the round, with `split`, and in rows by unit or " +
        "village of a whole kabupaten.",
    ),
  forecast: z
    .object({ low: count, high: count })
    .nullable()
    .describe("Doses at the end of the round, as an 80 % range; null where recentPace is."),
  reportsReceived: count,
  reportsExpected: count.describe("Those owed by the rhythm, and those that came all the same."),
  serviceDay: count.describe("Service day k of n at asOf; closed days are none."),
  serviceDays: count.describe(
    "Service days n of the round in this place: sweeping and closed days left out.",
  ),
  closedDays: count.describe(
    "Days between the first and the last on which all of the place is closed.",
  ),
  dropouts: z
    .array(
      z.object({
        after: stepOfSeries.describe(
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

export const coverageAnswer = z.object({
  ...rhythmFields,
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
            unitSet: z
              .object({ kind: z.enum(unitSetKinds), code: z.string() })
              .nullable()
              .describe("Of the units of this set; null: of all units."),
            atLeast: z.string().describe("An exact decimal."),
            dosesAdministered: count,
            targetPopulation: count.nullable(),
            coverage: z.number().min(0).nullable(),
            isMet: z.boolean(),
          }),
        ),
      }),
    )
    .describe(
      "The campaign's gates in its kabupaten, whatever else the query asks for; empty for callers who " +
        "read a part of it.",
    ),
  gaps: z
    .array(
      z.object({
        after: stepOfSeries.describe("What came before."),
        of: stepOfSeries.describe("What follows it."),
        days: z
          .int()
          .describe(
            "From the last day of the round before to the first of this one; of interventions from the " +
              "first day with the one to the first with the other, in the caller's region.",
          ),
        minDays: count.nullable().describe("The fewest there should be; null: none are asked."),
        isShort: z.boolean().describe("true: a warning, fewer than there should be."),
        planned: z
          .object({ days: z.int(), isShort: z.boolean() })
          .nullable()
          .describe("As the rounds were planned first; null: of interventions."),
        reason: z.string().nullable().describe("Why fewer were kept, as it was given."),
      }),
    )
    .describe("Days between what follows each other. Empty: nothing has followed anything yet."),
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
        targetGroup: groupOfFigure,
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
