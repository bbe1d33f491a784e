"use client";

import { useEffect, useState } from "react";

import { serverNow } from "@/lib/device/offline/device-clock";
import { findKeptKit } from "@/lib/device/offline/kit/store";
import type { LiveMutation } from "@/lib/device/outbox/mutation";
import { roundOfDay } from "@/lib/report/report-rules";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

/**
 * The day that a report was meant for which was rejected because its own has not come: the device's
 * clock was wrong when it was typed. The server's today, as the device's kit tells; null: not that
 * rejection, or not known.
 */
export function useMoveDay(actorId: string, { slug, day, state }: LiveMutation): string | null {
  const [today, setToday] = useState<string | null>(null);
  const isEarly =
    state.kind === "rejected" && state.problems.some(({ code }) => code === "futureDay");

  useEffect(() => {
    if (!isEarly) return;
    let isHere = true;
    void findKeptKit(actorId, slug).then((kit) => {
      if (!kit || !isHere) return;
      const found = localDay(serverNow(kit, now()), kit.campaign.timeZone);
      setToday(found < day && roundOfDay(kit.campaign, found) !== null ? found : null);
    });
    return () => {
      isHere = false;
    };
  }, [actorId, slug, day, isEarly]);

  return isEarly ? today : null;
}
