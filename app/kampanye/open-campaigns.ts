import { notFound } from "next/navigation";

import { authorize, type Grant } from "@/lib/auth/grant";
import { permits, type Actor } from "@/lib/auth/policy";
import { requireActor } from "@/lib/auth/session";

/** What each page that sets campaigns up starts with; to other roles it does not exist. */
export async function openCampaigns(): Promise<{
  actor: Actor;
  grant: Grant<"campaign:manage">;
}> {
  const actor = await requireActor();
  if (!permits(actor, "campaign:manage", actor.homeRegion)) notFound();
  return { actor, grant: authorize(actor, "campaign:manage", actor.homeRegion) };
}
