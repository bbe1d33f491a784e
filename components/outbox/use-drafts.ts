"use client";

import { useEffect, useState } from "react";

import { draftsOf, type KeptDraft } from "@/lib/offline/drafts";

export type NamedDraft = KeptDraft & {
  /** As the device's kit knows it; else its code. */
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
  if (drafts.length === 0) return [];
  const { readKit } = await import("@/lib/offline/kit-store");
  const slugs = [...new Set(drafts.map(({ slug }) => slug))];
  const kits = await Promise.all(slugs.map((slug) => readKit(actorId, slug)));
  return drafts.map((draft) => {
    const kit = kits.find((each) => each?.campaign.slug === draft.slug);
    const unit = kit?.units.find(({ code }) => code === draft.unit);
    return { ...draft, unitName: unit?.name ?? draft.unit };
  });
}
