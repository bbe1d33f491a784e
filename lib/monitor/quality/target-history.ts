/** One number of a cell, with the set that brought it. */
type TargetVersion = { readonly set: number; readonly people: number };

/**
 * What the target population of a cell is compared with: the number that stood when the last report
 * came before the one in force did. Where none came while another number stood, because the campaign
 * had not begun, it is the last number that differs.
 *
 * The same number loaded again changes nothing, so the one in force counts from the first set of its
 * run. A number that was put right before any report came on it was never anybody's divisor.
 *
 * @param versions of one cell, oldest first; the last is in force.
 * @param reportedOn ids of the sets that a report of the campaign came after, before the next set.
 * @returns null when no other number came before; the number in force itself when it stood then too.
 */
export function peopleBefore(
  versions: readonly TargetVersion[],
  reportedOn: readonly number[],
): number | null {
  const now = versions.at(-1);
  const others = versions.slice(
    0,
    versions.findLastIndex(({ people }) => people !== now?.people) + 1,
  );
  const last = others.at(-1);
  const since = versions[others.length];
  if (!last || !since) return null;

  const reported = Math.max(...reportedOn.filter((set) => set < since.set));
  return (others.findLast(({ set }) => set <= reported) ?? last).people;
}

/** The versions of a cell in one round: a number for the round goes before one for every round. */
export function versionsOfRound(
  ofEvery: readonly TargetVersion[],
  ofRound: readonly TargetVersion[],
): readonly TargetVersion[] {
  const first = ofRound[0]?.set ?? Infinity;
  return [...ofEvery.filter(({ set }) => set < first), ...ofRound];
}
