import type { PlannedSession } from "./plan";

/** Ids of sessions whose team has another on the same day; what was called off is in nobody's way. */
export function clashingSessions(
  sessions: readonly Pick<PlannedSession, "id" | "team" | "day" | "calledOff">[],
): ReadonlySet<string> {
  const byTeam = new Map<string, string[]>();
  for (const { id, team, day, calledOff } of sessions) {
    if (team === null || calledOff !== null) continue;
    const key = `${team} ${day}`;
    byTeam.set(key, [...(byTeam.get(key) ?? []), id]);
  }
  return new Set([...byTeam.values()].filter((ids) => ids.length > 1).flat());
}
