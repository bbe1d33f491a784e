import { pageOutbox } from "@/lib/device/outbox/page-outbox";

import { isLive, type ConfirmedMutation, type LiveMutation } from "@/lib/device/outbox/mutation";

import { refreshKit, renewKit } from "./keep-offline";
import { keepKit, findKeptKit } from "@/lib/device/offline/kit/store";
import { withArrived } from "@/lib/device/offline/kit/typed";
import { outboxTag } from "./outbox-tag";
import { isSlowLine } from "./slow-line";

/** After the last of several that were sent one by one. */
const rest = 3_000;
/** After a try in vain: a line that came back may go again. */
const pause = 15_000;

/**
 * As long as the page is open: asks the browser to be woken when something waits to be sent, and
 * fetches the kit anew when something arrived. Returns how to stop.
 */
export async function followOutbox(actorId: string, slug: string): Promise<() => void> {
  const outbox = await pageOutbox(actorId);
  let before = 0;
  /** What was on its way when it was last looked at. */
  let known = new Map<string, LiveMutation>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasLeft = false;

  async function look(): Promise<void> {
    const { unsent, mutations } = await outbox.view();
    const gone = mutations.flatMap((each) => {
      const live = known.get(each.id);
      return live && !isLive(each) && each.slug === slug ? [{ live, state: each.state }] : [];
    });
    known = new Map(mutations.filter(isLive).map((each) => [each.id, each]));
    if (gone.length > 0) await noteArrived(actorId, slug, gone).catch(() => undefined);
    if (unsent > before) await askToBeWoken().catch(() => undefined);
    if (unsent < before) fetchAfter(rest);
    before = unsent;
  }

  function fetchAfter(wait: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void fetchAfterArrival(actorId, slug)
        .catch(() => false)
        .then((isFetched) => {
          if (!isFetched && !hasLeft) fetchAfter(pause);
        });
    }, wait);
  }

  await look();
  const leave = outbox.subscribe(() => void look().catch(() => undefined));
  return () => {
    hasLeft = true;
    clearTimeout(timer);
    leave();
  };
}

/** On a slow line what arrived is in the kit already, and the rest of it can wait. */
function fetchAfterArrival(actorId: string, slug: string): Promise<boolean> {
  return (isSlowLine() ? renewKit : refreshKit)(actorId, slug);
}

async function noteArrived(
  actorId: string,
  slug: string,
  gone: readonly { readonly live: LiveMutation; readonly state: ConfirmedMutation["state"] }[],
): Promise<void> {
  const kit = await findKeptKit(actorId, slug);
  if (!kit) return;
  await keepKit(
    gone
      .filter(({ live, state }) => live.report.choice?.kept !== "theirs" && !state.isOutdated)
      .reduce((told, { live, state }) => withArrived(told, live, state), kit),
  );
}

/** Where the browser can and will: without it the next page that is opened sends. */
async function askToBeWoken(): Promise<void> {
  if (!("serviceWorker" in navigator) || !("SyncManager" in globalThis)) return;
  const registration = await navigator.serviceWorker.getRegistration();
  await registration?.sync.register(outboxTag);
}
