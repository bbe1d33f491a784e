/** The value in the middle; of an even number of them, the upper of the two. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new RangeError("the median of nothing");
  return middle;
}

/** Milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/**
 * How the works compare, each in milliseconds. They take turns, so that whatever else the machine
 * does happens to all of them; the first rounds warm up and are not counted.
 */
export async function takeTurns<Name extends string>(
  works: Readonly<Record<Name, () => Promise<unknown>>>,
  { rounds, warmUp }: { readonly rounds: number; readonly warmUp: number },
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const name of names) {
      const milliseconds = await timed(works[name]);
      if (round >= 0) taken[name]?.push(milliseconds);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(taken[name] ?? [])])) as Record<
    Name,
    number
  >;
}

/** One figure a line: name, tab, value, tab, unit. */
export function tell(name: string, value: number, unit: "ratio" | "ms" | "rows" | "1/s"): void {
  const digits = unit === "rows" || unit === "1/s" ? 0 : 3;
  process.stdout.write(`${name}\t${value.toFixed(digits)}\t${unit}\n`);
}

/** What is going on, for who waits; not a figure. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
