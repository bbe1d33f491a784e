"use client";

import { useEffect } from "react";

/** After the page is there: long enough that nothing of it is slowed down. */
const rest = 2_500;

/**
 * Remembers on this device who is signed in, and keeps the entry screens of a campaign on it.
 *
 * @param slug the campaign to keep; null: none, as on every page but those of entry.
 */
export function DeviceCare(props: {
  readonly actorId: string;
  readonly name: string;
  readonly slug: string | null;
  readonly hasWorker: boolean;
}) {
  const { actorId, name, slug, hasWorker } = props;

  useEffect(() => {
    void import("@/lib/device/outbox/current-person").then(({ rememberPerson }) =>
      rememberPerson({ actorId, name }),
    );
    if (slug === null || !hasWorker) return;
    let isHere = true;
    let unfollow = () => {};
    const callOff = whenIdle(() => {
      void import("@/lib/device/offline/keep-offline").then(({ keepOffline }) =>
        keepOffline(actorId, slug),
      );
    });
    // At once: what arrives before the page has rested must be in the kit, too.
    void import("@/lib/device/offline/follow-outbox")
      .then(({ followOutbox }) => followOutbox(actorId, slug))
      .then((stop) => {
        if (isHere) unfollow = stop;
        else stop();
      })
      // The entry screens say what this browser cannot keep.
      .catch(() => undefined);
    return () => {
      isHere = false;
      callOff();
      unfollow();
    };
  }, [actorId, name, slug, hasWorker]);

  return null;
}

/** Runs it once the page has loaded and rested; the function that it returns calls it off. */
function whenIdle(work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    timer = setTimeout(work, rest);
  };
  if (document.readyState === "complete") wait();
  else window.addEventListener("load", wait, { once: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener("load", wait);
  };
}
