import { pageOutbox } from "@/lib/outbox/page-outbox";

import { refreshKit } from "./keep-offline";
import { outboxTag } from "./outbox-tag";

/** After the last of several that were sent one by one. */
const rest = 3_000;

/**
 * As long as the page is open: asks the browser to be woken when something waits to be sent, and
 * fetches the kit anew when something arrived. Returns how to stop.
 */
export async function followOutbox(actorId: string, slug: string): Promise<() => void> {
  const outbox = await pageOutbox(actorId);
  let before = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    const { unsent } = await outbox.view();
    if (unsent > before) await askToBeWoken().catch(() => undefined);
    if (unsent < before) {
      clearTimeout(timer);
      timer = setTimeout(() => void refreshKit(actorId, slug).catch(() => false), rest);
    }
    before = unsent;
  }

  await look();
  const leave = outbox.subscribe(() => void look().catch(() => undefined));
  return () => {
    clearTimeout(timer);
    leave();
  };
}

/** Where the browser can and will: without it the next page that is opened sends. */
async function askToBeWoken(): Promise<void> {
  if (!("serviceWorker" in navigator) || !("SyncManager" in globalThis)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.sync.register(outboxTag);
}
