"use client";

import { useState } from "react";

import type { RegionChoice } from "@/components/account/people/region-field";
import { changedDraft, newDraft, resumedDraft, type CampaignDraft } from "@/lib/campaign/draft";
import { isPresetName } from "@/lib/campaign/preset";

import type { Areas } from "./units-editor";

/** What is typed of a campaign, with the villages of its kabupaten to choose from. */
export function useCampaignDraft(props: {
  readonly slug: string | null;
  readonly initial: CampaignDraft;
  readonly ownDistrict: RegionChoice | null;
  /** The kabupaten that is chosen already. */
  readonly district?: RegionChoice | null;
  readonly areas: Areas;
  readonly findAreas: (district: string) => Promise<Areas>;
}) {
  const [draft, setDraft] = useState(() => resumedDraft(props.initial));
  const [areas, setAreas] = useState(props.areas);
  const [district, setDistrict] = useState(props.district ?? props.ownDistrict);
  // The field of the kabupaten begins anew with what is put back.
  const [visit, setVisit] = useState(0);
  const isNew = props.slug === null;

  const change = (changes: Partial<CampaignDraft>) =>
    setDraft((standing) => (isNew ? changedDraft(standing, changes) : { ...standing, ...changes }));

  async function showAreas(chosen: RegionChoice | null) {
    setAreas(chosen ? await props.findAreas(chosen.code) : { subdistricts: [], villages: [] });
  }

  return {
    draft,
    areas,
    district,
    visit,
    change,
    chooseDistrict: async (chosen: RegionChoice | null) => {
      const districtCode = chosen?.code ?? "";
      const changes = {
        districtCode,
        villages: [],
        timeZone: newDraft(districtCode).timeZone,
        // A preset's name was waiting for its place.
        ...(chosen && isPresetName(draft.name) && { name: `${draft.name} ${chosen.name}` }),
      };
      change(changes);
      setDistrict(chosen);
      await showAreas(chosen);
    },
    replace: setDraft,
    restore: (found: { readonly draft: CampaignDraft; readonly district: RegionChoice | null }) => {
      setDraft(found.draft);
      setDistrict(found.district);
      setVisit((count) => count + 1);
      if (found.district && !props.ownDistrict) void showAreas(found.district);
    },
    discard: () => {
      setDraft(props.initial);
      setDistrict(props.ownDistrict);
      setVisit((count) => count + 1);
      setAreas(props.areas);
    },
  };
}
