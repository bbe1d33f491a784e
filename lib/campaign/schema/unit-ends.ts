import { z } from "zod";

import { problem } from "@/lib/base/forms/problem";
import { limits } from "@/lib/base/limits";

import { calendarDay as day, unitCode as unit, type Reject } from "./fields";

const unitEndInput = z.object({
  unit,
  /** The last day that it may report. */
  until: day,
  /** The units that go on with its people; none: it is closed. */
  successors: z
    .array(
      z.object({
        unit,
        /**
         * Its first day, which is the next one; null: it was there already. When absent: one that begins
         * after the end, or is added with it, begins on the next day.
         */
        from: day.nullish(),
      }),
    )
    .max(limits.campaignUnits, problem("tooManyUnits")),
});

/** Every unit that ends before its campaign does. */
export const unitEndsInput = z
  .array(unitEndInput)
  .max(limits.campaignUnits, problem("tooManyUnits"));

export type UnitEndInput = z.infer<typeof unitEndInput>;

/** What is wrong between ends: a unit twice, a day that ends nothing, a unit that goes on with itself. */
export function checkUnitEnds(
  ends: readonly UnitEndInput[],
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  reject: Reject,
): void {
  ends.forEach(({ unit: code, until, successors }, index) => {
    const at = ["unitEnds", index] as const;
    if (ends.findIndex((each) => each.unit === code) < index) reject([...at, "unit"], "unitTwice");
    if (until < startsOn || until >= endsOn) reject([...at, "until"], "unitEndDay");
    successors.forEach((successor, place) => {
      const field = [...at, "successors", place, "unit"];
      if (successor.unit === code) reject(field, "successorItself");
      if (successors.findIndex((each) => each.unit === successor.unit) < place) {
        reject(field, "unitTwice");
      }
    });
  });
}
