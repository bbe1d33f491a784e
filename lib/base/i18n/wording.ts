import type { Locale } from "./locale";
import type { Catalogue } from "./messages";

/** Whom a campaign may count, besides what somebody types. */
export const knownNouns = [
  "child",
  "infant",
  "underTwo",
  "underFive",
  "adolescent",
  "pregnantWoman",
  "person",
  "elderly",
  "family",
] as const;

/** What may be done to them, besides what somebody types. */
export const knownActs = ["immunized", "vaccinated", "served", "examined", "helped"] as const;

/** What they may get, besides what somebody types. */
export const knownGives = ["dose", "service", "package"] as const;

/**
 * What sentences call the people of a figure, what was done to them, and what they got. Each is a
 * code of the lists above, or words as somebody typed them, which stand as they are in every
 * language and number. More than one where a figure is about unlike groups.
 */
export type Wording = {
  readonly nouns: readonly string[];
  readonly acts: readonly string[];
  readonly gives: readonly string[];
};

/**
 * The words as sentences take them: `{person}`, `{persons}`, `{thing}`, `{things}`, `{done}`, and
 * with a capital where one begins a sentence or a head.
 */
type SentenceWords = Readonly<
  Record<"person" | "persons" | "Persons" | "thing" | "things" | "Things" | "done" | "Done", string>
>;

/** A wording in one language. `words` is the part of the catalogue with the codes' own words. */
export function sentenceWords(
  { nouns, acts, gives }: Wording,
  words: Catalogue["words"],
  locale: Locale,
): SentenceWords {
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const text = (codes: readonly string[], word: (code: string) => string) =>
    list.format([...new Set(codes.map(word))]);
  const persons = text(nouns, (code) => (isNoun(code) ? words.nouns[code].many : code));
  const things = text(gives, (code) => (isGiven(code) ? words.gives[code].many : code));
  const done = text(acts, (code) => (isAct(code) ? words.acts[code] : code));
  return {
    person: text(nouns, (code) => (isNoun(code) ? words.nouns[code].one : code)),
    persons,
    Persons: capitalized(persons),
    thing: text(gives, (code) => (isGiven(code) ? words.gives[code].one : code)),
    things,
    Things: capitalized(things),
    done,
    Done: capitalized(done),
  };
}

/** Whether a noun is a code, which has a word in each language. */
export function isNoun(code: string): code is (typeof knownNouns)[number] {
  return (knownNouns as readonly string[]).includes(code);
}

/** Whether an act is a code. */
export function isAct(code: string): code is (typeof knownActs)[number] {
  return (knownActs as readonly string[]).includes(code);
}

/** Whether what is given is a code. */
export function isGiven(code: string): code is (typeof knownGives)[number] {
  return (knownGives as readonly string[]).includes(code);
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** A translator that knows the words: they stand beside the values of each sentence. */
export function worded<Translator extends (...args: never[]) => unknown>(
  translator: Translator,
  words: SentenceWords,
): Translator {
  const withWords = (of: object) =>
    new Proxy(of, {
      apply: (call, self, [key, values, ...rest]: [unknown, object | undefined]): unknown =>
        Reflect.apply(call as () => unknown, self, [key, { ...words, ...values }, ...rest]),
      get: (from, name) => {
        const part: unknown = Reflect.get(from, name);
        return name === "rich" || name === "markup" ? withWords(part as object) : part;
      },
    });
  return withWords(translator) as Translator;
}
