/**
 * Where a follow-up stands on a day, in the order in which bars show it. "late": nobody says that it is
 * done or cannot be, and its day has passed: late on the day after its due day.
 */
export const progressParts = ["done", "doing", "late", "open", "cannot"] as const;

export type ProgressPart = (typeof progressParts)[number];

/** Follow-ups of each part. */
export type Progress = Readonly<Record<ProgressPart, number>>;

export const noProgress: Progress = { done: 0, doing: 0, late: 0, open: 0, cannot: 0 };

/** Counts that are of one part each, added up by part. */
export function progressOf(
  counts: readonly { readonly part: ProgressPart; readonly count: number }[],
): Progress {
  const progress = { ...noProgress };
  for (const { part, count } of counts) progress[part] += count;
  return progress;
}

export function followUpsIn(progress: Progress): number {
  return progressParts.reduce((sum, part) => sum + progress[part], 0);
}
