/** A zero-based axis: where it ends, and the lines across it. */
export type Axis = { readonly end: number; readonly ticks: readonly number[] };

/** Steps that people count in. */
const steps = [1, 2, 2.5, 5];

/** A round step that crosses the axis at most four times. */
function stepFor(end: number): number {
  const power = 10 ** Math.floor(Math.log10(end / 4));
  const step = [...steps, 10].find((each) => each * power * 4 >= end - 1e-9);
  return (step ?? 10) * power;
}

/**
 * An axis for counts that ends on a round number at or above the largest.
 *
 * @param largest 0 or more.
 */
export function countAxis(largest: number): Axis {
  if (largest < 1) return { end: 1, ticks: [0, 1] };
  const step = Math.max(1, stepFor(largest));
  const end = Math.ceil(largest / step - 1e-9) * step;
  return { end, ticks: ticksUpTo(end, step) };
}

/** Where an axis of shares ends at most, in percent: one mistyped target must not flatten the rest. */
const maxEnd = 150;

/**
 * An axis for shares in percent: to 100, or to the next ten above a larger one, but to 150 % at most.
 * What goes beyond its end is drawn broken, and its number says the rest.
 *
 * @param largest in percent.
 */
export function shareAxis(largest: number): Axis {
  const end = Math.max(100, Math.ceil(Math.min(largest, maxEnd) / 10 - 1e-9) * 10);
  // Up to 120 % the quarters still make no more than four lines.
  return { end, ticks: ticksUpTo(end, end < 125 ? 25 : stepFor(end)) };
}

function ticksUpTo(end: number, step: number): number[] {
  return Array.from({ length: Math.floor(end / step + 1e-9) + 1 }, (_, index) => index * step);
}
