import type { z } from "zod";

import type { ErrorCode } from "@/lib/base/errors";

/** What can be wrong with one field. Each has a sentence in the catalogue, under `problems`. */
const fieldProblems = [
  "required",
  "wholeNumber",
  "negative",
  "tooLong",
  "tooShort",
  "wrongFormat",
  "noSuchDay",
  "sinceDayMissing",
  "asOfMissing",
  "endsBeforeStart",
  "goalRange",
  "goalAsShare",
  "deviationRange",
  "shareRange",
  "usernameFormat",
  "usernameReserved",
  "phoneFormat",
  "passwordTooShort",
  "passwordsDiffer",
  "nameDiffers",
  "passwordWrong",
  "passwordGuessable",
  "passwordSame",
  "unseenLetters",
  "slugFormat",
  "webAddress",
  "codeFormat",
  "codeTwice",
  "unitTwice",
  "stageDays",
  "tooManyUnitSets",
  "outsideCampaign",
  "overlap",
  "unknownRegion",
  "levelsOverlap",
  "unknownUnit",
  "unitEndDay",
  "successorItself",
  "unknownGroup",
  "unknownUnitSet",
  "atLeastOne",
  "tooManyInterventions",
  "tooManyTargetGroups",
  "tooManyColumns",
  "tooManyRounds",
  "tooManyUnits",
  "tooManyRows",
  "tooManyReports",
  "tooManyReportCells",
  "tooManyReportParts",
  "tooManyBatchCells",
  "tooManyIds",
  "tooManyMarks",
  "reasonTooLong",
  "roundOrder",
  "sweepingDay",
  "campaignTooLong",
  "hourFormat",
  "unitLine",
  "officeLines",
  "tooManyOffices",
  "tooManyAddressees",
  "classLines",
  "reviewBeforeDay",
  "stockTooMany",
  "stockReceivedLater",
  "stockAppendOnly",
  "stockNothing",
  "stockSamePlace",
  "agesOrder",
  "periodOfRhythm",
  "tooManyMonths",
  "gapRange",
  "gapTooShort",
  "unknownPredecessor",
  "followsItself",
  "tooManyGates",
  "unknownIntervention",
  "unknownVersion",
  "noSuchPeriod",
  "notANumber",
  "tooLargeNumber",
  "tooManyDecimals",
  "positionRange",
  "tooManyGoals",
  "goalTwice",
  "periodOfIndicator",
  "noSuchMoment",
  "nameLike",
  "criteriaOfSerious",
  "beforeFound",
  "beforeGiven",
  "tooManyInHouse",
  "moreReached",
  "tooManyHouses",
] as const;

/** A field's problem, or an expected failure that concerns one field. */
export type Problem = (typeof fieldProblems)[number] | ErrorCode;

/** A zod message that names a problem: `z.string().min(1, problem("required"))`. */
export function problem(name: (typeof fieldProblems)[number]): string {
  return name;
}

/** Problems by the field's name, as `rounds.0.startsOn`. */
export type FieldProblems = Readonly<Record<string, readonly Problem[] | undefined>>;

/** The problems of a failed parse. A message that names none is told as `wrongFormat`. */
export function problemsByField(error: {
  readonly issues: readonly Pick<z.core.$ZodIssue, "path" | "message">[];
}): FieldProblems {
  const fields: Record<string, Problem[]> = {};
  for (const issue of error.issues) {
    const named = fieldProblems.find((name) => name === issue.message);
    (fields[issue.path.join(".")] ??= []).push(named ?? "wrongFormat");
  }
  return fields;
}
