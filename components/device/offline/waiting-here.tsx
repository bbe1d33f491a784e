"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

/**
 * On the sign-in page, after a session ended: what was typed on this device is safe. What looks for it
 * is loaded once the page is there, so that signing in waits for nothing.
 */
export function WaitingHere() {
  const t = useTranslations("signIn");
  const [waiting, setWaiting] = useState<{ readonly name: string; readonly count: number }>();

  useEffect(() => {
    let isGone = false;
    const look = async () => {
      const { waitingHere } = await import("@/lib/device/offline/waiting-here");
      const found = await waitingHere();
      if (!isGone && found) setWaiting(found);
    };
    look().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, []);

  return (
    <p role="status" className="mb-4 max-w-95 text-dense font-medium text-ink2 empty:hidden">
      {waiting ? t("waitingHere", waiting) : null}
    </p>
  );
}
