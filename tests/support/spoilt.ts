/** The value with one of its texts replaced, for each of its texts and each replacement. */
export function spoiltLeaves(
  value: unknown,
  texts: readonly string[],
  where = "",
): { readonly where: string; readonly text: string; readonly value: unknown }[] {
  if (typeof value === "string") return texts.map((text) => ({ where, text, value: text }));
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return list.flatMap((item, index) =>
      spoiltLeaves(item, texts, `${where}.${String(index)}`).map((leaf) => ({
        ...leaf,
        value: list.map((each, at) => (at === index ? leaf.value : each)),
      })),
    );
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    spoiltLeaves(part, texts, `${where}.${name}`).map((leaf) => ({
      ...leaf,
      value: { ...value, [name]: leaf.value },
    })),
  );
}
