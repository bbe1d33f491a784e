import { notFound } from "next/navigation";

import { authorize, type Grant } from "@/lib/account/auth/grant";
import { permits, type Actor } from "@/lib/account/auth/policy";
import { requireActor } from "@/lib/account/auth/server/session";

/** What each page that sets campaigns up starts with; to other roles it does not exist. */
export async function openCampaigns(): Promise<{
  actor: Actor;
  grant: Grant<"campaign:manage">;
}> {
  const actor = await requireActor();
  if (!permits(actor, "campaign:manage", actor.homeRegion)) notFound();
  return { actor, grant: authorize(actor, "campaign:manage", actor.homeRegion) };
}
