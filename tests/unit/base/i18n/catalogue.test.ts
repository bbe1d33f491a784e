import { readdirSync, readFileSync } from "node:fs";

import { parse, TYPE, type MessageFormatElement } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";

import { catalogues } from "@/lib/base/i18n/messages";
import { catalogueFile, catalogueList } from "@/scripts/catalogue-list";

type Sentence = { readonly key: string; readonly text: string };

/** Every sentence with its dotted key. A value that is no text is a mistake of the catalogue. */
function sentences(part: unknown, path = ""): Sentence[] {
  if (typeof part === "string") return [{ key: path, text: part }];
  if (typeof part !== "object" || part === null) throw new TypeError(`no sentence at ${path}`);
  return Object.entries(part).flatMap(([name, inner]) =>
    sentences(inner, path === "" ? name : `${path}.${name}`),
  );
}

const indonesian = sentences(catalogues.id);
const english = sentences(catalogues.en);

/** Words that a sentence takes for whom it counts: each language uses those that it needs. */
const wordNames = /^(?:[Pp]ersons?|[Tt]hings?|[Dd]one)$/;

/**
 * What a sentence prints, and the tags around it. A number that only chooses between forms is no
 * part of that: English has a plural where Indonesian has none.
 */
function printedIn(text: string): string[] {
  return [...new Set(printed(parse(text), ""))].filter((name) => !wordNames.test(name)).sort();
}

function printed(elements: readonly MessageFormatElement[], number: string): string[] {
  return elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
        return [];
      case TYPE.pound:
        return [number];
      case TYPE.plural:
      case TYPE.select:
        return Object.values(element.options).flatMap(({ value }) =>
          printed(value, element.type === TYPE.plural ? element.value : number),
        );
      case TYPE.tag:
        return [`<${element.value}>`, ...printed(element.children, number)];
      default:
        return [element.value];
    }
  });
}

/** What a sentence says itself, without its values and whatever form it takes. */
function wordsOf(elements: readonly MessageFormatElement[]): string {
  return elements
    .map((element): string => {
      switch (element.type) {
        case TYPE.literal:
          return element.value;
        case TYPE.plural:
        case TYPE.select:
          return Object.values(element.options)
            .map(({ value }) => wordsOf(value))
            .join(" ");
        case TYPE.tag:
          return wordsOf(element.children);
        default:
          return "…";
      }
    })
    .join("");
}

describe("the two languages", () => {
  test("have the same sentences", () => {
    expect(english.map(({ key }) => key).sort()).toEqual(indonesian.map(({ key }) => key).sort());
  });

  test("have the same files, and every file is loaded", () => {
    const files = (locale: string) => readdirSync(`lib/base/i18n/messages/${locale}`).sort();

    expect(files("en")).toEqual(files("id"));
    expect(files("id")).toEqual(
      Object.keys(catalogues.id)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  test("are listed as `npm run catalogues` writes it", () => {
    expect(readFileSync(catalogueFile, "utf8")).toBe(catalogueList());
  });

  test("print the same values in each sentence", () => {
    const inEnglish = new Map(english.map(({ key, text }) => [key, text]));

    const different = indonesian.filter(
      ({ key, text }) => printedIn(text).join() !== printedIn(inEnglish.get(key) ?? "").join(),
    );
    expect(different).toEqual([]);
  });

  test.each([
    ["id", indonesian, /\b(?:anak\w*|dosis\w*|(?:di|meng)?imunisasi|di?vaksin\w*|vaksin\w*)\b/i],
    ["en", english, /\b(?:child\w*|doses?|immuni[sz]\w+|vaccin\w+)\b/i],
  ] as const)("call nobody a child and nothing a dose by themselves: %s", (_, all, words) => {
    // What is supplied is vaccine, in vials that hold doses, whatever a campaign calls what it gives.
    const ofSupply = /^(stock|stockForm|problems\.stock|audit\..*(stockMove|dosesPerVial))/;
    const named = all.filter(
      ({ key, text }) =>
        !key.startsWith("words.") && !ofSupply.test(key) && words.test(wordsOf(parse(text))),
    );
    expect(named).toEqual([]);
  });

  test("leave no sentence empty, and none with a loose end", () => {
    const odd = [...indonesian, ...english].filter(
      ({ text }) => text.trim() !== text || text === "" || /\s{2}/.test(text),
    );
    expect(odd).toEqual([]);
  });
});

describe("the voice", () => {
  test.each([
    { word: "an exclamation mark", pattern: /!/ },
    { word: "capaian", pattern: /\bcapaian/i },
    { word: "kamu", pattern: /\bkamu\b/i },
    { word: "Anda in small letters", pattern: /\banda\b/ },
    { word: "≥ or ≤", pattern: /[≥≤]/ },
    { word: "a space before the percent sign", pattern: /[\d}] %/ },
    { word: "two numbers joined with a hyphen", pattern: /\d-\d+%/ },
  ])("has no $word in Indonesian", ({ pattern }) => {
    expect(indonesian.filter(({ text }) => pattern.test(text))).toEqual([]);
  });

  test.each([/!/, /[≥≤]/, /\bregency\b/i])("has no %s in English", (pattern) => {
    expect(english.filter(({ text }) => pattern.test(text))).toEqual([]);
  });
});
