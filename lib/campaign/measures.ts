/**
 * What is counted in a column beside its residents: part of no coverage, and 0 where a report leaves
 * it out. Another one is added here, as a column of its tables and functions in `prisma`, and where
 * people type and read it.
 */
export const otherMeasures = ["nonResidents"] as const;

/** What is counted in a column. */
export const measures = ["residents", ...otherMeasures] as const;

export type OtherMeasure = (typeof otherMeasures)[number];
export type Measure = (typeof measures)[number];

/**
 * What a field of a form, and a column of a mapping that is kept, call a measure: both outlive the
 * page or file that wrote them, so these texts may not change.
 */
export const measureTexts: Readonly<
  Record<Measure, { readonly field: string; readonly role: string }>
> = {
  residents: { field: "r", role: "box" },
  nonResidents: { field: "o", role: "outside" },
};

/** What sums of the other measures are called in read models, files and answers of the API. */
const otherDoseNames = { nonResidents: "nonResidentDoses" } as const satisfies Record<
  OtherMeasure,
  string
>;

type OtherDose = (typeof otherDoseNames)[OtherMeasure];

/** Sums of the other measures: beside the total, in no coverage. */
export type OtherDoses = Readonly<Record<OtherDose, number>>;

/** The counts of one column. */
export type Doses = Readonly<Record<Measure, number>>;

/** The same as it is sent: what says nothing may be left out. */
type SentDoses = { readonly residents: number } & {
  readonly [Other in OtherMeasure]?: number | undefined;
};

/** Something of each measure. */
export function eachMeasure<Value>(of: (measure: Measure) => Value): Record<Measure, Value> {
  return recordOf(measures, of);
}

/** Something of each measure beside residents. */
export function eachOther<Value>(
  of: (measure: OtherMeasure) => Value,
): Record<OtherMeasure, Value> {
  return recordOf(otherMeasures, of);
}

/** Something of each sum of another measure, by its public name. */
export function eachOtherDose<Value>(
  of: (name: OtherDose, measure: OtherMeasure) => Value,
): Record<OtherDose, Value> {
  const record: Partial<Record<OtherDose, Value>> = {};
  for (const measure of otherMeasures) {
    const name = otherDoseNames[measure];
    record[name] = of(name, measure);
  }
  return record as Record<OtherDose, Value>;
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

/** Everything that was counted. */
export function sumOfDoses(sent: SentDoses): number {
  return measures.reduce((sum, measure) => sum + (sent[measure] ?? 0), 0);
}

/** Whether anything was counted at all. */
export function hasDoses(sent: SentDoses): boolean {
  return measures.some((measure) => (sent[measure] ?? 0) !== 0);
}

function recordOf<Key extends string, Value>(
  keys: readonly Key[],
  of: (key: Key) => Value,
): Record<Key, Value> {
  const record: Partial<Record<Key, Value>> = {};
  for (const key of keys) record[key] = of(key);
  return record as Record<Key, Value>;
}
