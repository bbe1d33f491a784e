/** Sent where no script keeps what is typed: the fields then say it themselves; see `withPlainFields`. */
export const plainName = "tanpaSkrip";

/** What stands in a list for words that somebody types. */
export const otherWord = "…";

/** The field of such a word, beside the list of that name. */
export function ownWordName(name: string): string {
  return `${name}-own`;
}
