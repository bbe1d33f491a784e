/** How long a report may wait on a device before its own account of when it was typed is not believed. */
export const maxTypingAge = 14 * 24 * 60 * 60 * 1000;

/**
 * When a report was typed, as far as its sender can be believed: the time that it lay on the device
 * (sending less typing, both by the device's clock, so that a wrong clock does no harm) before it was
 * received. What no honest device says counts as typed when it was received: no hour of sending, an
 * hour of typing after it, a wait of more than 14 days, or typing before the day that it is about.
 *
 * A device that was in contact since would have sent it then (`believed`): it was typed after that.
 */
export function typingTime({
  submittedAt,
  sentAt,
  receivedAt,
  dayBegins,
  believedFrom = null,
}: {
  readonly submittedAt: Date | null;
  readonly sentAt: Date | null;
  readonly receivedAt: Date;
  /** The local midnight with which the reported day begins; null: there is no such day. */
  readonly dayBegins: Date | null;
  /** null: this device was never in contact. */
  readonly believedFrom?: Date | null;
}): Date {
  if (!submittedAt || !sentAt || !dayBegins) return receivedAt;
  const waited = sentAt.getTime() - submittedAt.getTime();
  if (waited < 0 || waited > maxTypingAge) return receivedAt;
  const typedAt = new Date(receivedAt.getTime() - waited);
  if (typedAt < dayBegins) return receivedAt;
  return believedFrom && typedAt < believedFrom ? earlier(believedFrom, receivedAt) : typedAt;
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}
