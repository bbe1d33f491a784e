import { z } from "zod";

import { problem } from "./problem";
import { isStorable } from "./storable";

/** What every schema of a text for the database begins with: `storableText.trim().max(80)`. */
export const storableText = z
  .string()
  .refine(isStorable, { error: problem("wrongFormat"), abort: true });

/**
 * Letters that are not seen, or that turn what stands around them: bidirectional marks, zero widths,
 * soft hyphens, controls. In a name they make one look like another, "Dinas Kesehatan" twice.
 * The joiners U+200C and U+200D are among them: no name in Indonesian, or any script in use here,
 * needs them.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u115F\u1160\u2800\u3164\uFFA0]/u;

/** Whether a name holds letters that nobody sees. */
export function hasUnseenLetters(name: string): boolean {
  return unseen.test(name.trim());
}

/** What the schema of every name begins with: of a person, campaign, unit, group or intervention. */
export const nameText = storableText.refine((text) => !hasUnseenLetters(text), {
  error: problem("unseenLetters"),
  abort: true,
});

/** What turns the text around it about. Line ends, tabs and mere marks harm nobody in a note. */
const turning = /[\u202A-\u202E\u2066-\u2069]/u;

/**
 * What the schema of a free text that is typed on a page begins with: a note, a source, a decree. A
 * report's own note is taken as it comes: what waits on a device must not be rejected for a letter
 * that its reason was pasted with.
 */
export const noteText = storableText.refine((text) => !turning.test(text), {
  error: problem("unseenLetters"),
  abort: true,
});

/**
 * The beginning of a text that has room for so many UTF-16 units: never with half of a letter at its
 * end, which no database would keep.
 */
export function cutText(text: string, length: number): string {
  return text.slice(0, length).replace(/\p{Cs}$/u, "");
}
