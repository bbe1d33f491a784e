import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import compile from "icu-minify/compile";
import format from "icu-minify/format";
import { createTranslator } from "next-intl";
import { expect, test } from "vitest";

import { locales } from "@/lib/base/i18n/locale";
import { catalogues } from "@/lib/base/i18n/messages";
import { sentenceFormats } from "@/lib/base/i18n/sentence-formats";

const formats = { dateTime: { ...sentenceFormats.dateTime } };
const timeZone = "Asia/Jakarta";

type Value = string | number | Date | ((pieces: unknown) => string);

const formatters = {
  getDateTimeFormat: (...args: ConstructorParameters<typeof Intl.DateTimeFormat>) =>
    new Intl.DateTimeFormat(...args),
  getNumberFormat: (...args: ConstructorParameters<typeof Intl.NumberFormat>) =>
    new Intl.NumberFormat(...args),
  getPluralRules: (...args: ConstructorParameters<typeof Intl.PluralRules>) =>
    new Intl.PluralRules(...args),
};

/** Sentences in which something is filled in. */
function openSentences(part: unknown): string[] {
  if (typeof part === "string") return /[{<']/.test(part) ? [part] : [];
  return Object.values(part as Record<string, unknown>).flatMap(openSentences);
}

/** Something for each name in a sentence: the number, or the choice at that place. */
function valuesOf(elements: readonly MessageFormatElement[], number: number, choice: number) {
  const values: Record<string, Value> = {};
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    const inner =
      element.type === TYPE.tag
        ? element.children
        : element.type === TYPE.plural || element.type === TYPE.select
          ? Object.values(element.options).flatMap(({ value }) => value)
          : [];
    // A name that is counted somewhere is a number everywhere.
    for (const [name, value] of Object.entries(valuesOf(inner, number, choice))) {
      if (typeof values[name] !== "number") values[name] = value;
    }
    if (element.type === TYPE.date || element.type === TYPE.time) {
      values[element.value] = new Date("2026-06-01T05:00:00Z");
    } else if (element.type === TYPE.select) {
      const options = Object.keys(element.options);
      values[element.value] = options[choice % options.length] ?? "other";
    } else if (element.type === TYPE.tag) {
      values[element.value] = (pieces) => `[${joined(pieces)}]`;
    } else {
      const isCounted = element.type !== TYPE.argument;
      if (isCounted || values[element.value] === undefined) {
        values[element.value] = isCounted ? number : `<${element.value}>`;
      }
    }
  }
  return values;
}

function joined(pieces: unknown): string {
  return [pieces].flat().map(String).join("");
}

test.each(locales)("what the build takes apart reads the same: %s", (locale) => {
  const sentences = openSentences(catalogues[locale]);
  expect(sentences.length).toBeGreaterThan(300);
  const empty = new Set<string>();
  for (const text of sentences) {
    const whole = createTranslator({ locale, messages: { text }, timeZone });
    for (const [choice, number] of [0, 1, 2, 1234].entries()) {
      const values = valuesOf(parse(text), number, choice);
      const read = format(compile(text), locale, values, { formatters, timeZone, formats });
      expect(joined(read)).toBe(joined(whole.rich("text", values)));
      if (joined(read) === "") empty.add(text);
    }
  }
  // Where nothing comes of a sentence, next-intl writes its key: whoever says one of these asks first.
  expect([...empty]).toEqual([catalogues[locale].tallyImport.result.text]);
});
