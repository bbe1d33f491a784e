import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { limits } from "@/lib/base/limits";

import { mayGiveNothing, type Rhythm } from "../rhythm";
import { unitKinds } from "../unit-kind";
import { checkCodes, code, shortText, word, type Reject } from "./fields";

const months = z
  .int(problem("wholeNumber"))
  .min(0, problem("negative"))
  .max(limits.campaignAgeMonths, problem("tooManyMonths"))
  .nullish()
  .transform((count) => count ?? undefined);

const targetGroupInput = z.object({
  code,
  name: shortText,
  /** What its people are called; as the campaign says when absent. */
  noun: word,
  /** Ages in whole months, from this one on and below that one. */
  minMonths: months,
  maxMonthsExclusive: months,
  /** Kinds of reporting units that are asked of it; every kind when absent or empty. */
  unitKinds: z
    .array(z.enum(unitKinds))
    .max(unitKinds.length)
    .nullish()
    .transform((kinds) => {
      const named = unitKinds.filter((kind) => kinds?.includes(kind));
      return named.length === 0 || named.length === unitKinds.length ? undefined : named;
    }),
});

export const groupList = z
  .array(targetGroupInput)
  .max(limits.campaignTargetGroups, problem("tooManyTargetGroups"));

/** What is wrong between groups, and between the two bounds of one. */
export function checkGroups(
  {
    targetGroups,
    rhythm,
  }: {
    readonly targetGroups: z.infer<typeof groupList>;
    readonly rhythm?: Rhythm | undefined;
  },
  reject: Reject,
): void {
  if (targetGroups.length === 0 && !mayGiveNothing({ rhythm })) {
    reject(["targetGroups"], "atLeastOne");
  }
  checkCodes("targetGroups", targetGroups, reject);
  targetGroups.forEach(({ minMonths, maxMonthsExclusive }, index) => {
    if (maxMonthsExclusive !== undefined && maxMonthsExclusive <= (minMonths ?? 0)) {
      reject(["targetGroups", index, "maxMonthsExclusive"], "agesOrder");
    }
  });
}
