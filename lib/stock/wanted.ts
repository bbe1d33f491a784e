import type { Assessment } from "@/lib/monitor/assessment";

import type { Wanted } from "./answers";

/**
 * People who are still to be reached in a line of supply: of each of its interventions that has a goal, since
 * each takes a dose of its own.
 */
export function wantedIn(
  interventions: readonly string[],
  rows: readonly Pick<
    Assessment,
    "intervention" | "coverageGoal" | "neededAtBase" | "required" | "targetPopulation"
  >[],
): Wanted {
  const ofLine = rows.filter(({ intervention }) => interventions.includes(intervention));
  const withGoal = ofLine.filter(({ coverageGoal }) => coverageGoal !== null);
  if (withGoal.length === 0) return { kind: "noGoal" };
  const known = withGoal.filter(({ neededAtBase }) => neededAtBase !== null);
  if (known.length < withGoal.length) return { kind: "noTarget" };
  const people = known.reduce((sum, { neededAtBase }) => sum + (neededAtBase ?? 0), 0);
  const perDay = known.reduce(
    (sum, { required }) => sum + (required.kind === "perDay" ? required.perDay : 0),
    0,
  );
  return { kind: "known", people, perDay: perDay === 0 ? null : perDay };
}
