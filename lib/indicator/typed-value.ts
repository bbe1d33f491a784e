import { seenText } from "@/lib/base/forms/written-count";

import type { Counted, IndicatorMeasure } from "./indicator";

/** A number as it was typed: what cannot be read stays a text, which the schema then rejects. */
type TypedNumber = number | string | null;

type TypedCounted = Readonly<Record<keyof Counted, TypedNumber>>;

/**
 * Reads a number as people write it in Indonesian: "12,5", "1.250", "24,6%", and "12.5" of a
 * spreadsheet that writes a decimal point. Never rounded.
 *
 * @returns the text where it is none; null where nothing was typed.
 */
export function readNumber(typed: string): TypedNumber {
  const text = seenText(typed).replace(/\s*%$/, "");
  if (text === "") return null;
  if (/^\d{1,3}([. ]\d{3})+(,\d+)?$/.test(text)) {
    return Number(text.replaceAll(/[. ]/g, "").replace(",", "."));
  }
  if (/^\d+([.,]\d+)?$/.test(text)) return Number(text.replace(",", "."));
  return typed.trim();
}

/**
 * What was typed of one value. In one field: a number, "30/120", "30 dari 120", or yes or no; or in two
 * fields the numerator and the denominator.
 */
export function readCounted(measure: IndicatorMeasure, first: string, second = ""): TypedCounted {
  const nothing = { value: null, numerator: null, denominator: null };
  const parts = seenText(first).split(/\s*\/\s*|\s+dari\s+|\s+of\s+/i);
  if (second.trim() !== "") {
    return { ...nothing, numerator: readNumber(first), denominator: readNumber(second) };
  }
  if (parts.length === 2) {
    const [numerator = "", denominator = ""] = parts;
    return { ...nothing, numerator: readNumber(numerator), denominator: readNumber(denominator) };
  }
  if (measure === "yesNo") return { ...nothing, value: readYesNo(first) };
  return { ...nothing, value: readNumber(first) };
}

function readYesNo(typed: string): TypedNumber {
  const text = seenText(typed).toLowerCase();
  if (["ya", "ada", "yes", "y"].includes(text)) return 1;
  if (["tidak", "belum", "no", "n"].includes(text)) return 0;
  return readNumber(typed);
}

/** The two fields in which a value stands, as `readCounted` reads them. */
export function typedCounted(
  measure: IndicatorMeasure,
  { value, numerator, denominator }: Counted,
): readonly [string, string] {
  if (numerator !== null && denominator !== null) {
    return [typedNumber(numerator), typedNumber(denominator)];
  }
  if (measure === "yesNo" && value !== null) return [value === 1 ? "ya" : "tidak", ""];
  return [typedNumber(value), ""];
}

/** "12,5"; no dot, so that it is read the same again. */
export function typedNumber(value: number | null): string {
  return value === null ? "" : String(value).replace(".", ",");
}

/** Whether two texts of one value say the same. */
export function isSameCounted(one: TypedCounted, other: Counted): boolean {
  return (
    one.value === other.value &&
    one.numerator === other.numerator &&
    one.denominator === other.denominator
  );
}
