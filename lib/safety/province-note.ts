import type { AdverseEvent } from "./adverse-event";
import { deadlineOf, type Deadline } from "./deadline";

/** Events that are told one by one; the others are counted. */
const told = 12;

/**
 * What the province is told of a campaign's events, as plain text: counts, and of each serious one its
 * kecamatan, what was given, its deadline. No unit, no signs as somebody wrote them, no name.
 */
export function provinceNote(
  serious: readonly AdverseEvent[],
  at: Date,
  texts: {
    /** Lines above: whose, of when, how many. */
    readonly head: readonly string[];
    readonly event: (event: AdverseEvent, deadline: Deadline) => string;
    readonly more: (count: number) => string;
    readonly foot: string;
  },
): string {
  const shown = serious.slice(0, told);
  const rest = serious.length - shown.length;
  return [
    ...texts.head,
    ...shown.map(
      (event, index) =>
        `${String(index + 1)}. ${texts.event(event, deadlineOf(event, "province", at))}`,
    ),
    ...(rest > 0 ? [texts.more(rest)] : []),
    texts.foot,
  ].join("\n");
}
