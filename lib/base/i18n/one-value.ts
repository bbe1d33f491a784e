/**
 * A sentence with its one value in its place, without the reader of sentences, which is too large for
 * what every page carries.
 *
 * @param sentence As it is written, "Nomor {id}.", or as the build takes it apart:
 *   `["Nomor ", ["id"], "."]`. Types of a file know the first only.
 */
export function withOneValue(sentence: unknown, value: string): string {
  if (!Array.isArray(sentence)) return String(sentence).replace(/\{\w+\}/, () => value);
  return sentence.map((piece) => (typeof piece === "string" ? piece : value)).join("");
}
