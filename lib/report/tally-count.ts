/** The largest count that the database holds; a village with more in one cell is a slip. */
export const maxCount = 999_999;

/** Whether the database can hold it: a whole number from 0 to the largest. */
export function isTallyCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= maxCount;
}
