/** What a form of an answer says, as it is sent and stored: see `answerInput`. */
export function answerOf(
  fields: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const { state = "", text = "", evidence = "" } = fields;
  return { state, text: text.trim(), evidence: evidence.trim() };
}
