/** The two sums of a row stay at the right while its days scroll; a phone has no room for them. */
const pinned = "sticky z-10 max-tablet:hidden";

export const pinnedComplete = `${pinned} right-15.25 min-w-15`;
export const pinnedOnTime = `${pinned} right-0 w-15 min-w-15`;
