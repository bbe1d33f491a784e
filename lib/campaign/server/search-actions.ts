"use server";

import { z } from "zod";

import { currentActor } from "@/lib/account/auth/server/session";
import { beginAction } from "@/lib/base/forms/server/action-call";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { searched, shelvesOf } from "@/lib/campaign/campaign-shelves";

import { campaignsOf } from "./current";

type FoundCampaign = {
  readonly slug: string;
  readonly name: string;
  readonly districtName: string;
  readonly isArchived: boolean;
};

/** So many are read without looking again. */
const maxFound = 12;

/** Campaigns of who asks that a text names, in the order of lists, those in the archive last; none of a stranger. */
export async function findCampaigns(text: unknown): Promise<FoundCampaign[]> {
  beginAction();
  const asked = z.string().max(80).safeParse(text);
  if (!asked.success || asked.data.trim() === "") return [];
  const actor = await currentActor();
  if (!actor) return [];
  const found = searched(await campaignsOf(actor), asked.data);
  const today = localDay(now(), "Asia/Jakarta");
  return [false, true]
    .flatMap((archived) =>
      shelvesOf(
        found.filter(({ isArchived }) => isArchived === archived),
        today,
      ).flatMap(({ campaigns }) => campaigns),
    )
    .slice(0, maxFound)
    .map(({ slug, name, districtName, isArchived }) => ({ slug, name, districtName, isArchived }));
}
