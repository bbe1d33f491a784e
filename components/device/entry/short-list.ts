/** The first of a long list; a table beside it shows the rest. */
export function shortList(parts: readonly string[]): string {
  return parts.length > 6 ? `${parts.slice(0, 6).join("; ")}; …` : parts.join("; ");
}
