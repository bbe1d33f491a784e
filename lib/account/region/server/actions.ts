"use server";

import { z } from "zod";

import { requireGrant } from "@/lib/account/auth/server/session";
import { AppError } from "@/lib/base/errors";
import { beginAction } from "@/lib/base/forms/server/action-call";
import { storableText } from "@/lib/base/forms/storable-text";

import { searchRegions, type FoundRegion } from "./queries";

const asked = z.object({
  text: storableText.max(80),
  levels: z.array(z.enum(["nation", "province", "district", "subdistrict", "village"])).max(5),
});

/** Suggestions for who appoints people: areas of their own region; none for anyone else. */
export async function suggestHomeRegions(query: unknown): Promise<FoundRegion[]> {
  beginAction();
  const { data } = asked.safeParse(query);
  if (!data) return [];
  return suggest(async () =>
    searchRegions(await requireGrant("people:manage"), data.text, data.levels),
  );
}

/** Suggestions for who makes a campaign: the kabupaten and kota of their own region. */
export async function suggestDistricts(query: unknown): Promise<FoundRegion[]> {
  beginAction();
  const { data } = asked.safeParse(query);
  if (!data) return [];
  return suggest(async () =>
    searchRegions(await requireGrant("campaign:manage"), data.text, ["district"]),
  );
}

/** Who may not ask is suggested nothing. */
async function suggest(search: () => Promise<FoundRegion[]>): Promise<FoundRegion[]> {
  try {
    return await search();
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}
