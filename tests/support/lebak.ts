/**
 * PIN Polio Lebak 2024: 345 villages, 197,163 children, of whom round 1 reached 186,060. How many each
 * village had is not published: 177 of 571 and 168 of 572 make the sum, and each lacks 4 or 5 to 95 %.
 */
export const lebakVillages: readonly {
  readonly dosesAdministered: number;
  readonly targetPopulation: number;
}[] = Array.from({ length: 345 }, (_, index) => {
  const [targetPopulation, goal] = index < 177 ? [571, 543] : [572, 544];
  // 1,443 = 345 × 4 + 63.
  return { targetPopulation, dosesAdministered: goal - (index < 63 ? 5 : 4) };
});
