/** Opens WhatsApp with the text, to that number, or for whomever is then chosen. Nothing is sent from here. */
export function whatsAppLink(text: string, phone: string | null): string {
  return `https://wa.me/${phone?.replace("+", "") ?? ""}?text=${encodeURIComponent(text)}`;
}

/** Several reminders as one text, in their order. */
export function allReminders(texts: readonly string[]): string {
  return texts.join("\n\n---\n\n");
}
