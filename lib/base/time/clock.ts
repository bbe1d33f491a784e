/** The one place that asks what time it is. Everything else takes the answer as an argument. */
export function now(): Date {
  return new Date();
}
