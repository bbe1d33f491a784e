/** A draft that nobody saved for so long is forgotten. */
export const draftDays = 90;

/** Since when a draft must have been saved to be there at a moment. */
export function keptSince(moment: Date): Date {
  return new Date(moment.getTime() - draftDays * 86_400_000);
}
