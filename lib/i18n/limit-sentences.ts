import { limits } from "@/lib/limits";

import type { Locale } from "./locale";

/**
 * Sentences with the numbers of `lib/limits.ts` in place of their names: "{batchCells}" is 20.000
 * in Indonesian and 20,000 in English. Names that are no limit are left to who prints the sentence.
 */
export function withLimits<Part extends object>(part: Part, locale: Locale): Part {
  const number = new Intl.NumberFormat(locale);
  const filled = JSON.stringify(part).replaceAll(/\{(\w+)\}/g, (name, limit: string) =>
    isLimit(limit) ? number.format(limits[limit]) : name,
  );
  return JSON.parse(filled) as Part;
}

function isLimit(name: string): name is keyof typeof limits {
  return Object.hasOwn(limits, name);
}
