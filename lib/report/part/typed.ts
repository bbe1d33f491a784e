import { readTypedCount } from "../typed-count";
import { partKeyOf } from "./key";
import { askedNumbers, type AskedOfDay, type ReportPart } from "./part";
import { hasMoreRecovered } from "./rules";

/** The fields of a report's parts as they were typed, and what they come to. */
export type TypedParts = {
  /** By `partKeyOf`; an empty one was not answered. */
  readonly texts: Readonly<Record<string, string>>;
  /** null: one of them is no count, or more people were served than found. */
  readonly said: readonly ReportPart[] | null;
};

/** What fields say, in the order in which they are asked; what is not asked is passed over. */
export function readTypedParts(texts: TypedParts["texts"], asked: AskedOfDay): TypedParts {
  const read = askedNumbers(asked).map((number) => ({
    ...number,
    read: readTypedCount(texts[partKeyOf(number)] ?? ""),
  }));
  const said = read.flatMap(({ kind, code, read: { ...count } }) =>
    count.kind === "count" ? [{ kind, code, count: count.value }] : [],
  );
  const isWrong = read.some(({ read }) => read.kind === "rejected") || hasMoreRecovered(said);
  return { texts, said: isWrong ? null : said };
}

/** Whether the fields say that sweeping served more people than it found. */
export function saysMoreRecovered(texts: TypedParts["texts"]): boolean {
  const numbers = askedNumbers({ parts: ["sweeping"], interventions: [], isSweeping: true });
  return hasMoreRecovered(
    numbers.flatMap((number) => {
      const read = readTypedCount(texts[partKeyOf(number)] ?? "");
      return read.kind === "count" ? [{ ...number, count: read.value }] : [];
    }),
  );
}
