"use client";

import { useEffect, useState } from "react";

import { draftsOf, type KeptReportDraft } from "@/lib/device/offline/drafts";

export type NamedDraft = KeptReportDraft & {
  /** As it was typed under, or as the device's kit knows it; else its code. */
  readonly unitName: string;
};

/** A person's drafts on this device; none until they were looked for. */
export function useDrafts(actorId: string): readonly NamedDraft[] {
  const [drafts, setDrafts] = useState<readonly NamedDraft[]>([]);

  useEffect(() => {
    let isHere = true;
    const look = () =>
      void namedDrafts(actorId)
        .then((found) => isHere && setDrafts(found))
        .catch(() => undefined);
    look();
    // Another tab may have typed or sent.
    window.addEventListener("storage", look);
    return () => {
      isHere = false;
      window.removeEventListener("storage", look);
    };
  }, [actorId]);

  return drafts;
}

async function namedDrafts(actorId: string): Promise<readonly NamedDraft[]> {
  const drafts = draftsOf(actorId);
  const nameless = drafts.filter(({ unitName }) => unitName === null);
  const kits = await kitsOf(actorId, [...new Set(nameless.map(({ slug }) => slug))]);
  return drafts.map((draft) => {
    const kit = kits.find((each) => each?.campaign.slug === draft.slug);
    const unit = kit?.units.find(({ code }) => code === draft.unit);
    return { ...draft, unitName: draft.unitName ?? unit?.name ?? draft.unit };
  });
}

async function kitsOf(actorId: string, slugs: readonly string[]) {
  if (slugs.length === 0) return [];
  const { findKeptKit } = await import("@/lib/device/offline/kit/store");
  return Promise.all(slugs.map((slug) => findKeptKit(actorId, slug)));
}
