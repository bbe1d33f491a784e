import type { DatedGoal } from "@/lib/coverage/dated-goal";
import { parseGoal } from "@/lib/coverage/goal";

/** The goals of an intervention that has had the same one since ever: a share of the sum, "0.95". */
export function goalOf(share: string | null, over: Partial<DatedGoal> = {}): readonly DatedGoal[] {
  return [
    {
      fromDay: "2020-01-01",
      share: share === null ? null : parseGoal(share),
      scope: "whole",
      decree: null,
      reason: null,
      ...over,
    },
  ];
}
