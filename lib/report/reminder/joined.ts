/** Several reminders as one text, in their order. */
export function allReminders(texts: readonly string[]): string {
  return texts.join("\n\n---\n\n");
}
