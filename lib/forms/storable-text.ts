import { z } from "zod";

import { problem } from "./problem";
import { isStorable } from "./storable";

/** What every schema of a text for the database begins with: `storableText.trim().max(80)`. */
export const storableText = z
  .string()
  .refine(isStorable, { error: problem("wrongFormat"), abort: true });

/**
 * The beginning of a text that has room for so many UTF-16 units: never with half of a letter at its
 * end, which no database would keep.
 */
export function cutText(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Cs}$/u, "");
}
