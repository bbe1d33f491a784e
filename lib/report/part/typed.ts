import type { StoredReport } from "../schema";
import { readTypedCount } from "../typed-count";
import { partKeyOf, type AskedOfDay, type ReportPart, askedNumbers } from "./part";

/** The fields of a report's parts as they were typed, and what they come to. */
export type TypedParts = {
  /** By `partKeyOf`; an empty one was not answered. */
  readonly texts: Readonly<Record<string, string>>;
  /** null: one of them is no count. */
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
  return { texts, said: read.some(({ read }) => read.kind === "rejected") ? null : said };
}

/** The fields as a stored report fills them. */
export function partTextsOf(parts: StoredReport["parts"] = []): TypedParts["texts"] {
  return Object.fromEntries(parts.map((part) => [partKeyOf(part), String(part.count)]));
}
