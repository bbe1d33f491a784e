import { useEffect, useState } from "react";

import { renewKit } from "@/lib/device/offline/keep-offline";
import { KitWritten, kitWritten, listKeptKits, type KeptKit } from "@/lib/device/offline/kit/store";

/**
 * Every kit of a person on this device, as they change. They are fetched anew, one after the other, as
 * soon as the server can be reached. null: not looked for yet.
 */
export function useKeptKits(actorId: string): {
  readonly kits: readonly KeptKit[];
  /** One was fetched while this page is open: the server is there. */
  readonly isFresh: boolean;
} | null {
  const [kept, setKept] = useState<ReturnType<typeof useKeptKits>>(null);

  useEffect(() => {
    let isHere = true;
    let isFresh = false;
    const look = async () => {
      const kits = await listKeptKits(actorId);
      if (isHere) setKept({ kits, isFresh });
      return kits;
    };
    const written = (event: Event) => {
      isFresh ||= event instanceof KitWritten && event.took !== null;
      void look();
    };
    const reach = async () => {
      if (!navigator.onLine) return;
      for (const { campaign } of await look()) {
        await renewKit(actorId, campaign.slug).catch(() => false);
      }
    };
    const online = () => void reach();
    void reach();
    void look();
    window.addEventListener("online", online);
    window.addEventListener(kitWritten, written);
    return () => {
      isHere = false;
      window.removeEventListener("online", online);
      window.removeEventListener(kitWritten, written);
    };
  }, [actorId]);

  return kept;
}
