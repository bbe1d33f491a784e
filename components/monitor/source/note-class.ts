/** Of a cell in the lines under a card's first; a phone leaves out one that has nothing to say. */
export function noteClass(isSaid: boolean): string {
  return isSaid ? "note" : "note unsaid";
}
