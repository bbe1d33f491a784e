/**
 * Turns the paper that the page is printed on. A page of its own in the style sheet would begin only
 * after what stands above it on the screen, and leave an upright sheet before it.
 */
export function LandscapePaper() {
  return <style>{"@media print { @page { size: A4 landscape; } }"}</style>;
}
