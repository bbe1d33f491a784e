/**
 * What is counted in a column beside its residents: part of no coverage, and 0 where a report leaves
 * it out. Another one is added here, as a column of its tables and functions in `prisma`, and where
 * people type and read it.
 */
export const otherMeasures = ["nonResidents"] as const;

/** What is counted in a column. */
export const measures = ["residents", ...otherMeasures] as const;

type OtherMeasure = (typeof otherMeasures)[number];
export type Measure = (typeof measures)[number];

/** The counts of one column. */
export type Doses = Readonly<Record<Measure, number>>;

/** The same as it is sent: what says nothing may be left out. */
type SentDoses = { readonly residents: number } & {
  readonly [Other in OtherMeasure]?: number | undefined;
};

/** Something of each measure. */
export function eachMeasure<Value>(of: (measure: Measure) => Value): Record<Measure, Value> {
  return Object.fromEntries(measures.map((measure) => [measure, of(measure)])) as Record<
    Measure,
    Value
  >;
}

/** All counts, none left out. */
export function dosesOf(sent: SentDoses): Record<Measure, number> {
  return eachMeasure((measure) => sent[measure] ?? 0);
}

/** A tally without the other measures that it counted none of. */
export function withoutNothing<Tally extends SentDoses>(tally: Tally): Tally {
  const isNothing = (name: string) =>
    otherMeasures.some((other) => other === name && !tally[other]);
  return Object.fromEntries(Object.entries(tally).filter(([name]) => !isNothing(name))) as Tally;
}

export function isSameDoses(a: SentDoses, b: SentDoses): boolean {
  return measures.every((measure) => (a[measure] ?? 0) === (b[measure] ?? 0));
}

/** Whether anything was counted at all. */
export function hasDoses(sent: SentDoses): boolean {
  return measures.some((measure) => (sent[measure] ?? 0) !== 0);
}
