import "server-only";

import { randomInt } from "node:crypto";

const consonants = "bdgjklmnprstw";
const vowels = "aeiou";

/**
 * A password to be told on paper or by telephone, such as "rabu-kelo-mipa-taju-52": syllables that
 * are said as they are written, about 54 bits.
 */
export function temporaryPassword(): string {
  const syllable = () => `${pick(consonants)}${pick(vowels)}`;
  const words = Array.from({ length: 4 }, () => syllable() + syllable());
  return [...words, String(randomInt(10, 100))].join("-");
}

function pick(letters: string): string {
  return letters.charAt(randomInt(letters.length));
}
