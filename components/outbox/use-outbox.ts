"use client";

import { useEffect, useState } from "react";

import type { Outbox, OutboxView } from "@/lib/outbox/open-outbox";
import { pageOutbox } from "@/lib/outbox/page-outbox";

/** A person's outbox and what is in it, as it changes; null until it is open. */
export function useOutbox(
  actorId: string,
): { readonly outbox: Outbox; readonly view: OutboxView } | null {
  const [open, setOpen] = useState<{ outbox: Outbox; view: OutboxView } | null>(null);

  useEffect(() => {
    let isHere = true;
    let leave = () => {};
    const look = async (outbox: Outbox) => {
      const view = await outbox.view();
      if (isHere) setOpen({ outbox, view });
    };
    pageOutbox(actorId)
      .then((outbox) => {
        if (!isHere) return;
        leave = outbox.subscribe(() => void look(outbox).catch(() => undefined));
        return look(outbox);
      })
      // The entry screens say that this browser keeps nothing.
      .catch(() => undefined);
    return () => {
      isHere = false;
      leave();
    };
  }, [actorId]);

  return open;
}
