/** Texts of which many say the same lines, each line once: as they are sent to a page. */
export type SharedLines = {
  readonly lines: readonly string[];
  /** Of each text, where its lines stand. */
  readonly texts: readonly (readonly number[])[];
};

/** Keeps each line of the texts once. */
export function shareLines(texts: readonly string[]): SharedLines {
  const places = new Map<string, number>();
  const placeOf = (line: string) => {
    const place = places.get(line) ?? places.size;
    places.set(line, place);
    return place;
  };
  const rows = texts.map((text) => text.split("\n").map(placeOf));
  return { lines: [...places.keys()], texts: rows };
}

/** The texts again, in their order. */
export function separateTexts({ lines, texts }: SharedLines): readonly string[] {
  return texts.map((text) => text.map((place) => lines[place]).join("\n"));
}

/** Several reminders as one text, in their order. */
export function allReminders(reminders: SharedLines): string {
  return separateTexts(reminders).join("\n\n---\n\n");
}
