import { maxTypingAge } from "./typing-time";

/** What an answered batch of a device says about what it still has. */
type Contact = {
  readonly receivedAt: Date;
  /** The sender's clock when it was sent; null: not told. */
  readonly sentAt: Date | null;
  /**
   * The oldest hour of typing, by the sender's clock, of what waits on the device beside this batch;
   * the hour of sending when nothing does. null: not told, as by a program or an older page.
   */
  readonly waitingSince: Date | null;
  /** Of each report of the batch: when it was typed, as far as that is believed, and whether it still waits. */
  readonly reports: readonly { readonly typedAt: Date; readonly isSettled: boolean }[];
};

/**
 * From when on the device is believed after this contact: what was typed earlier would have come with
 * it, but for what the device says that it still has, and for what the answer leaves on it (a
 * conflict, a reason that is asked for).
 *
 * Who does not tell what else waits sends in the order of typing, so nothing older than the newest
 * report of the batch is left.
 */
export function believedAfter({ receivedAt, sentAt, waitingSince, reports }: Contact): Date {
  const open = reports.filter(({ isSettled }) => !isSettled);
  const newest = Math.max(...reports.map(({ typedAt }) => typedAt.getTime()));
  const rest = waitingSince && sentAt ? sinceWhen(receivedAt, sentAt, waitingSince) : newest;
  return new Date(
    Math.min(receivedAt.getTime(), rest, ...open.map(({ typedAt }) => typedAt.getTime())),
  );
}

/** As an hour of the server's clock: sending less typing, both by the device's, is how long it waits. */
function sinceWhen(receivedAt: Date, sentAt: Date, waitingSince: Date): number {
  const waited = sentAt.getTime() - waitingSince.getTime();
  return receivedAt.getTime() - Math.min(maxTypingAge, Math.max(0, waited));
}
