"use server";

import { z } from "zod";

import { requireGrant } from "@/lib/auth/session";

import { searchRegions, type FoundRegion } from "./queries";

const asked = z.object({
  text: z.string().max(80),
  levels: z.array(z.enum(["nation", "province", "district", "subdistrict", "village"])).max(5),
});

/** Suggestions for who appoints people: areas of their own region. */
export async function suggestHomeRegions(query: unknown): Promise<FoundRegion[]> {
  const grant = await requireGrant("people:manage");
  const { text, levels } = asked.parse(query);
  return searchRegions(grant, text, levels);
}

/** Suggestions for who makes a campaign: the kabupaten and kota of their own region. */
export async function suggestDistricts(query: unknown): Promise<FoundRegion[]> {
  const grant = await requireGrant("campaign:manage");
  const { text } = asked.parse(query);
  return searchRegions(grant, text, ["district"]);
}
