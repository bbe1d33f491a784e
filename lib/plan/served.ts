/** What a unit's report of a day counts in one column. */
type ServedCount = {
  readonly intervention: string;
  readonly targetGroup: string;
  readonly people: number;
};

type Given = {
  readonly code: string;
  readonly follows?: string | null | undefined;
  readonly groupsAdd: boolean;
};

/**
 * People served in a session, from what the day's report counts in its groups.
 *
 * Nobody is given two doses of a series on one day, so dose 1, dose 2 and booster add up. Things that are
 * given at one visit do not: a child that gets MR and OPV is one. Groups that may hold the same person do
 * not add either. So it is the most that any one series shows: never more people than there were.
 *
 * @param targetGroups of the session; none: every group.
 */
export function servedOf(
  counts: readonly ServedCount[],
  targetGroups: readonly string[],
  interventions: readonly Given[],
): number {
  const bySeries = new Map<string, number>();
  for (const { code, groupsAdd } of interventions) {
    const people = counts
      .filter(
        (count) =>
          count.intervention === code &&
          (targetGroups.length === 0 || targetGroups.includes(count.targetGroup)),
      )
      .map((count) => Math.max(0, count.people));
    const of = groupsAdd ? people.reduce((sum, each) => sum + each, 0) : Math.max(0, ...people);
    const series = seriesOf(code, interventions);
    bySeries.set(series, (bySeries.get(series) ?? 0) + of);
  }
  return Math.max(0, ...bySeries.values());
}

/** The first of the series that an intervention belongs to. */
export function seriesOf(code: string, interventions: readonly Given[]): string {
  const follows = interventions.find((each) => each.code === code)?.follows ?? null;
  return follows === null || follows === code ? code : seriesOf(follows, interventions);
}
