"use client";

import { useEffect } from "react";

/** After the page is there: long enough that nothing of it is slowed down. */
const rest = 2_500;

/**
 * Remembers on this device who is signed in, and keeps the entry screens of campaigns on it.
 *
 * @param slugs the campaigns to keep; none, as on every page but those of entry and *Hari ini*.
 * @param hasToday *Hari ini* is kept, too.
 * @param forms addresses of pages with a form that goes through the outbox, to keep as well.
 */
export function DeviceCare(props: {
  readonly actorId: string;
  readonly name: string;
  readonly slugs: readonly string[];
  readonly hasToday: boolean;
  readonly forms: readonly string[];
  readonly hasWorker: boolean;
}) {
  const { actorId, name, hasToday, hasWorker } = props;
  // A list is another one each time that the page is drawn.
  const named = props.slugs.join(" ");
  const formed = props.forms.join(" ");

  useEffect(() => {
    void import("@/lib/device/outbox/current-person").then(({ rememberPerson }) =>
      rememberPerson({ actorId, name }),
    );
    const slugs = named.split(" ").filter((slug) => slug !== "");
    const forms = formed.split(" ").filter((address) => address !== "");
    if ((slugs.length === 0 && forms.length === 0 && !hasToday) || !hasWorker) return;
    let isHere = true;
    const unfollow: (() => void)[] = [];
    const callOff = whenIdle(() => {
      void import("@/lib/device/offline/keep-offline").then(({ keepOffline }) =>
        keepOffline(actorId, { slugs, hasToday, forms }),
      );
    });
    // At once: what arrives before the page has rested must be in the kit, too.
    void import("@/lib/device/offline/follow-outbox")
      .then(({ followOutbox }) =>
        Promise.all(
          slugs.map(async (slug) => {
            const stop = await followOutbox(actorId, slug);
            if (isHere) unfollow.push(stop);
            else stop();
          }),
        ),
      )
      // The entry screens say what this browser cannot keep.
      .catch(() => undefined);
    return () => {
      isHere = false;
      callOff();
      for (const stop of unfollow) stop();
    };
  }, [actorId, name, named, formed, hasToday, hasWorker]);

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
