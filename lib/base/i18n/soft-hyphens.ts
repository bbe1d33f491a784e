/** Words that short stand on one line. */
const shortest = 8;

const word = new RegExp(`\\p{L}{${String(shortest)},}`, "gu");

/** Before the last consonant of a syllable that follows: kon-tra-sep-si, stun-ting, a-nak. */
const syllable =
  /(?<=\p{L}{2})(?<=[aiueo]\p{L}*)(?:ng|ny|sy|kh|[bdfgkpt][rl]|[b-df-hj-np-tv-z])(?=[aiueo])/giu;

/**
 * A name with soft hyphens where an Indonesian word may part, for the head of a narrow column: browsers
 * know the syllables of no Indonesian word, and break it anywhere without a hyphen.
 */
export function withSoftHyphens(text: string): string {
  return text.replace(word, (long) => long.replace(syllable, "\u00ad$&"));
}
