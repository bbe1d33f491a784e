import { limits } from "@/lib/base/limits";

import type { Locale } from "./locale";

/**
 * Sentences with the numbers of `lib/base/limits.ts` in place of their names: "{batchCells}" is 20.000
 * in Indonesian and 20,000 in English. Names that are no limit are left to who prints the sentence.
 *
 * @param part Sentences as they are written, or as the build takes them apart: "{batchCells} counts"
 *   is `[["batchCells"], " counts"]` then. One that has limits only is a string again.
 */
export function withLimits<Part extends object>(part: Part, locale: Locale): Part {
  const number = new Intl.NumberFormat(locale);
  const filled = JSON.stringify(part).replaceAll(
    /\{(\w+)\}|\["(\w+)"\]/g,
    (found, written?: string, taken?: string) => {
      const name = written ?? taken ?? "";
      if (!isLimit(name)) return found;
      const text = number.format(limits[name]);
      return taken === undefined ? text : JSON.stringify(text);
    },
  );
  return joined(JSON.parse(filled)) as Part;
}

/** With each sentence that is text alone in one piece. */
function joined(part: unknown): unknown {
  if (Array.isArray(part))
    return part.every((piece) => typeof piece === "string") ? part.join("") : part;
  if (typeof part !== "object" || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, joined(inner)]));
}

function isLimit(name: string): name is keyof typeof limits {
  return Object.hasOwn(limits, name);
}
