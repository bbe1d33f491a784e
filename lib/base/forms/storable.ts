/**
 * Whether PostgreSQL can keep the text. It has every character but the zero byte, and half of a
 * surrogate pair, which JSON may carry as "\ud800", is none.
 *
 * One rule for every text that comes in: what cannot be kept is rejected as a wrong format of its
 * field, and never cleaned in silence, because something else would then stand than was sent. A text
 * that is only looked for, in an address or a search, stands in no row and finds nothing.
 */
export function isStorable(text: string): boolean {
  return !text.includes("\0") && !/\p{Cs}/u.test(text);
}
