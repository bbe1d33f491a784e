/** The code of a choice as a field shows it, "Kapuas (62.03)"; else what was typed. */
export function codeIn(text: string): string {
  return /\((\d{2}(?:\.\d+)*)\)$/.exec(text.trim())?.[1] ?? text.trim();
}
