import { useEffect, useState } from "react";

import { freshFor, refreshKit } from "@/lib/device/offline/keep-offline";
import { slugAt } from "@/lib/device/offline/kit/screen";
import { KitWritten, kitWritten, findKeptKit, type KeptKit } from "@/lib/device/offline/kit/store";
import { isBehind } from "@/lib/device/offline/kit/typed";
import { isSlowLine, slowAfter } from "@/lib/device/offline/slow-line";
import { isLive, type LiveMutation, type Mutation } from "@/lib/device/outbox/mutation";
import { pageOutbox } from "@/lib/device/outbox/page-outbox";

type Kept = {
  readonly kit: KeptKit | null;
  readonly typed: readonly LiveMutation[];
  /** The kit was fetched while this page is open: the server is there. */
  readonly isFresh: boolean;
  /** It has not come, or so slowly that a step is better drawn from here. */
  readonly isFar: boolean;
};

/** How long after a try in vain the kit is asked for again. */
const pause = 15_000;

/**
 * What the device has to draw the address with, as it changes: what arrives from here is followed,
 * and the kit is fetched anew as soon as the server can be reached. null: not looked for yet.
 */
export function useKept(actorId: string, pageSlug: string, address: string | null): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  const slug = address === null ? null : slugAt(new URL(address), pageSlug);

  useEffect(() => {
    if (slug === null) return;
    let isHere = true;
    let isFresh = false;
    let isFar = true;
    let leave = () => {};
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isAsked = false;
    const look = () =>
      void Promise.all([findKeptKit(actorId, slug), readOutbox(actorId)]).then(
        ([kit, mutations]) => {
          if (!isHere) return;
          setKept({ kit, typed: mutations.filter(isLive), isFresh, isFar });
          // Something arrived as the last page closed: it would be shown as missing.
          if (isAsked || kit === null || !isBehind(kit, mutations)) return;
          isAsked = true;
          reach();
        },
      );
    const written = (event: Event) => {
      if (event instanceof KitWritten && event.took !== null) {
        isFresh = true;
        isFar = event.took > slowAfter || isSlowLine();
        clearTimeout(timer);
        if (isFar) timer = setTimeout(reach, freshFor);
      }
      look();
    };
    const reach = () => {
      clearTimeout(timer);
      if (!isFar || !isHere) return;
      timer = setTimeout(reach, pause);
      if (navigator.onLine) void refreshKit(actorId, slug).catch(() => false);
    };
    const part = () => {
      isFar = true;
      look();
    };
    look();
    timer = setTimeout(reach, pause);
    window.addEventListener("offline", part);
    window.addEventListener("online", reach);
    window.addEventListener(kitWritten, written);
    void pageOutbox(actorId)
      .then((outbox) => {
        if (isHere) leave = outbox.subscribe(look);
      })
      .catch(() => undefined);
    return () => {
      isHere = false;
      clearTimeout(timer);
      leave();
      window.removeEventListener("offline", part);
      window.removeEventListener("online", reach);
      window.removeEventListener(kitWritten, written);
    };
  }, [actorId, slug]);

  return kept;
}

async function readOutbox(actorId: string): Promise<readonly Mutation[]> {
  try {
    return (await (await pageOutbox(actorId)).view()).mutations;
  } catch {
    return [];
  }
}
