import { NextIntlClientProvider, createTranslator } from "next-intl";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { VerdictSentence } from "@/components/monitor/summary/verdict-sentence";
import type { Locale } from "@/lib/base/i18n/locale";
import { catalogues } from "@/lib/base/i18n/messages";
import { sentenceWords, worded, type Wording } from "@/lib/base/i18n/wording";
import { parseGoal } from "@/lib/coverage/goal";

const families: Wording = { nouns: ["family"], acts: ["served"], gives: ["package"] };
const children: Wording = { nouns: ["child"], acts: ["immunized"], gives: ["dose"] };

/** "Waktu habis, kurang 324 …", as the summary says it. */
function outOfTime(wording: Wording, locale: Locale): string {
  const sentence = createElement(VerdictSentence, {
    wording,
    sentence: { kind: "outOfTime", needed: 324 },
    goal: parseGoal("0.9"),
    places: "village",
    partCount: 3,
    isOver: true,
  });
  const page = createElement(NextIntlClientProvider, {
    locale,
    timeZone: "Asia/Jakarta",
    messages: catalogues[locale],
    children: sentence,
  });
  return renderToStaticMarkup(page).replaceAll(/<[^>]*>/g, "");
}

test("families are families, and children still children", () => {
  expect(outOfTime(families, "id")).toBe("Waktu habis, kurang 324 keluarga.");
  expect(outOfTime(families, "en")).toBe("Time is up, 324 families short.");
  expect(outOfTime(children, "id")).toBe("Waktu habis, kurang 324 anak.");
});

test("a translator that knows the words has them for plain and rich sentences, below their values", () => {
  const t = createTranslator({ locale: "en", messages: catalogues.en, namespace: "source" });
  const words = sentenceWords(families, catalogues.en.words, "en");
  const told = worded(t, words);
  const of = { intervention: "AIR", place: "Selat" };
  expect(told("doses", { ...of, count: "1" })).toBe("1 package of AIR, Selat");
  expect(told("doses", { ...of, count: "40" })).toBe("40 packages of AIR, Selat");
  expect(told.markup("nonResidents", { count: "2" })).toContain("2 packages went to families");
  expect(told("csv.columns.doses")).toBe("served");
});
