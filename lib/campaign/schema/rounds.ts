import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { limits } from "@/lib/base/limits";

import { roundProblems } from "../round-order";
import { calendarDay, minGapDays, optionalText, unitCode, type Reject } from "./fields";

const roundInput = z.object({
  number: z.int(problem("wholeNumber")).min(1).max(limits.campaignRounds),
  startsOn: calendarDay,
  endsOn: calendarDay,
  /** Last of the catch-up days after `endsOn`. */
  sweepingEndsOn: calendarDay.nullish().transform((day) => day ?? undefined),
  /** From the last day of the round before to its first. */
  minGapDays,
  /** Why it keeps fewer; needed where it does. */
  gapReason: optionalText.nullish().transform((text) => text ?? undefined),
  /** Codes of the units that it is held in, or of kecamatan for all of theirs; every unit when absent. */
  units: z
    .array(unitCode)
    .min(1, problem("atLeastOne"))
    .max(limits.campaignUnits, problem("tooManyUnits"))
    .nullish()
    .transform((codes) => codes ?? undefined),
});

export const roundList = z
  .array(roundInput)
  .min(1, problem("atLeastOne"))
  .max(limits.campaignRounds, problem("tooManyRounds"));

/** What is wrong between rounds, and with them in a campaign of these days. */
export function checkRounds(
  input: {
    readonly startsOn: string;
    readonly endsOn: string;
    readonly rounds: z.infer<typeof roundList>;
  },
  reject: Reject,
): void {
  for (const { index, field, name } of roundProblems(input.rounds, input)) {
    reject(["rounds", index, field], name);
  }
}
