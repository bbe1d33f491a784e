import { expect, test } from "vitest";

import { wordsOf } from "@/components/base/ui/date-field";

test.each([
  ["2026-11-12", "id", "Kamis, 12 November 2026"],
  ["2026-11-12", "en", "Thursday, 12 November 2026"],
  ["16:00", "id", "16.00"],
  ["16:00:00", "en", "16:00"],
  // A year that is still being typed, and nothing at all.
  ["0002-11-12", "id", ""],
  ["2026-13-40", "id", ""],
  ["", "id", ""],
] as const)("%s is read in %s as %j", (value, locale, words) => {
  expect(wordsOf(value, locale)).toBe(words);
});
