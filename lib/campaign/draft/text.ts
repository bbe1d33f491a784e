/** A number as it stands in a field; none is an empty one. */
export function numberText(value: number | null | undefined): string {
  return String(value ?? "");
}

/** Codes of a text, between lines, commas and spaces; none: undefined. */
export function codesIn(text: string): string[] | undefined {
  const codes = text.split(/[\s,;]+/).filter((code) => code !== "");
  return codes.length === 0 ? undefined : codes;
}

/** A number as it is sent; what is none is refused there. */
export function wholeNumberOf(typed: string): number | string | undefined {
  const text = typed.trim();
  return /^\d+$/.test(text) ? Number(text) : text || undefined;
}

/** 3.5 → "3,5", as people type it. */
export function decimalText(value: number): string {
  return String(Math.round(value * 100) / 100).replace(".", ",");
}

/** A name as a part of an address or a code: "PIN Polio 2024" → "pin-polio-2024". */
export function slugOf(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60);
}
