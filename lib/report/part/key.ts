import type { ReportPart } from "./part";

/** Which number it is, in texts and fields. */
export function partKeyOf({ kind, code }: Pick<ReportPart, "kind" | "code">): string {
  return `${kind}/${code}`;
}

/** The fields of parts as a stored report fills them. */
export function partTextsOf(parts: readonly ReportPart[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(parts.map((part) => [partKeyOf(part), String(part.count)]));
}
