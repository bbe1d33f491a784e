import { isTallyCount } from "./tally-count";

/** Why a typed count is refused. Each has a sentence in the catalogue, under `entry.refused`. */
export type CountRefusal = "fraction" | "negative" | "dash" | "word" | "formula" | "tooLarge";

export type TypedCount =
  | { readonly kind: "empty" }
  | { readonly kind: "count"; readonly value: number }
  | { readonly kind: "refused"; readonly reason: CountRefusal };

/**
 * Reads a count as people type and paste it. Dots and spaces may group thousands: "1.234" is 1234.
 * A comma never does: "12,5" is a fraction and "1,234" could be one, so both are refused. An empty
 * field is empty and not 0; a dash is refused, because it may mean either.
 */
export function readTypedCount(typed: string): TypedCount {
  const text = typed.replaceAll(/[\u00a0\u202f]/g, " ").trim();
  if (text === "") return { kind: "empty" };
  if (/^(\d+|\d{1,3}(\.\d{3})+|\d{1,3}( \d{3})+)$/.test(text)) {
    const value = Number(text.replaceAll(/[. ]/g, ""));
    return isTallyCount(value) ? { kind: "count", value } : { kind: "refused", reason: "tooLarge" };
  }
  return { kind: "refused", reason: refusalOf(text) };
}

function refusalOf(text: string): CountRefusal {
  if (/^[-–—−]+$/.test(text)) return "dash";
  if (/^[-−]\s*\d/.test(text)) return "negative";
  if (/^[=+@]/.test(text)) return "formula";
  return /^\d[\d.,\s]*$/.test(text) ? "fraction" : "word";
}
