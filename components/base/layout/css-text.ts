/** A text as a string of CSS: whatever could end it, or the element that holds it, is written as its code. */
export function cssText(text: string): string {
  const written = [...text].map((letter) =>
    /[\p{L}\p{N} .,:·–-]/u.test(letter)
      ? letter
      : `\\${letter.codePointAt(0)?.toString(16) ?? ""} `,
  );
  return `"${written.join("")}"`;
}
