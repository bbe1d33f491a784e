import { now } from "@/lib/base/time/clock";

import { handedBefore, strikeHanded } from "./handed";
import type { Outbox } from "./open-outbox";

const opened = new Map<string, Promise<Outbox>>();

/** Not sooner, whatever the queue asks for, and not later: a clock may have been changed. */
const soonest = 1_000;
const latest = 5 * 60_000;

/**
 * The person's outbox for as long as this page is open: one, however many parts of the page use it.
 * It sends by itself, when the page opens, when the connection is back, when the page is looked at
 * again and when the next try is due.
 */
export function pageOutbox(actorId: string): Promise<Outbox> {
  const known = opened.get(actorId);
  if (known) return known;
  const outbox = import("./open-outbox").then(async ({ openOutbox }) =>
    startSending(
      await openOutbox({
        actorId,
        fetch: (input, init) => fetch(input, init),
        now,
        random: Math.random,
        // Signing out took it away; whoever signs in next on this page gets a new one.
        onGone: () => opened.delete(actorId),
      }),
    ),
  );
  opened.set(actorId, outbox);
  // A part of the program that did not arrive is asked for again.
  outbox.catch(() => opened.delete(actorId));
  return outbox;
}

/** Unsent reports of the outbox that this page has open, wherever it keeps them; 0: it has none. */
export async function countUnsentHere(actorId: string): Promise<number> {
  const outbox = await opened.get(actorId)?.catch(() => undefined);
  return (await outbox?.view())?.unsent ?? 0;
}

async function startSending(outbox: Outbox): Promise<Outbox> {
  const handed = handedBefore(outbox.actorId);
  for (const typed of handed) await outbox.recover(typed);
  strikeHanded(outbox.actorId, handed);

  let timer: ReturnType<typeof setTimeout> | undefined;

  const send: Outbox["send"] = async (options) => {
    clearTimeout(timer);
    const sent = await outbox.send(options);
    clearTimeout(timer);
    if (sent.nextAt !== null) {
      const wait = Math.min(latest, Math.max(soonest, sent.nextAt - now().getTime()));
      timer = setTimeout(() => void send().catch(() => undefined), wait);
    }
    return sent;
  };
  const sendNow = () => void send({ isForced: true }).catch(() => undefined);
  window.addEventListener("online", sendNow);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void send().catch(() => undefined);
  });
  // Whoever opens a page is signed in: what waited for that goes.
  sendNow();
  return { ...outbox, send };
}
