import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { nameText } from "@/lib/base/forms/storable-text";
import { limits } from "@/lib/base/limits";
import { isCalendarDay } from "@/lib/base/time/calendar-day";

import { unitCodeShape } from "../code";
import { unitSetKinds } from "./unit-set";

const day = z
  .string()
  .trim()
  .refine(isCalendarDay, { error: problem("noSuchDay"), abort: true })
  .nullish()
  .transform((text) => text ?? undefined);

/** Which set: what names it is the kind with the code. */
export const unitSetKey = z.object({
  kind: z.enum(unitSetKinds),
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/, problem("codeFormat")),
});

const unitSetInput = unitSetKey.extend({
  name: nameText.trim().min(1, problem("required")).max(120, problem("tooLong")),
  /** First and last day on which the units of a stage owe reports; the campaign's when absent. */
  opensOn: day,
  closesOn: day,
  /** Codes of reporting units of the campaign. */
  units: z
    .array(z.string().trim().regex(unitCodeShape, problem("codeFormat")))
    .min(1, problem("atLeastOne"))
    .max(limits.campaignUnits, problem("tooManyUnits")),
});

/** Every set of the campaign, those of a kind in their order. */
export const unitSetsInput = z
  .array(unitSetInput)
  .max(limits.campaignUnitSets, problem("tooManyUnitSets"));

type Reject = (
  path: (string | number)[],
  name: "codeTwice" | "unitTwice" | "endsBeforeStart" | "stageDays",
) => void;

/** What is wrong between sets: a code twice, a unit in two sets of a kind, days of what is no stage. */
export function checkUnitSets(sets: z.infer<typeof unitSetsInput>, reject: Reject): void {
  const codes = new Set<string>();
  const members = new Set<string>();
  sets.forEach(({ kind, code, opensOn, closesOn, units }, index) => {
    const at = ["unitSets", index] as const;
    const key = `${kind} ${code.toLowerCase()}`;
    if (codes.has(key)) reject([...at, "code"], "codeTwice");
    codes.add(key);
    for (const unit of units) {
      const member = `${kind} ${unit}`;
      if (members.has(member)) reject([...at, "units"], "unitTwice");
      members.add(member);
    }
    if ((opensOn ?? closesOn) && kind !== "stage") reject([...at, "opensOn"], "stageDays");
    if (opensOn && closesOn && closesOn < opensOn) reject([...at, "closesOn"], "endsBeforeStart");
  });
}
