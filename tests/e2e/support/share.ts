/** A number shared out among places as evenly as it goes. */
export function shareOut(total: number, places: number): number[] {
  return Array.from(
    { length: places },
    (_, index) => Math.floor((total * (index + 1)) / places) - Math.floor((total * index) / places),
  );
}
