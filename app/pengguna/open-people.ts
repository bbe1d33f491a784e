import { notFound } from "next/navigation";

import { authorize, type Grant } from "@/lib/account/auth/grant";
import { permits, type Actor } from "@/lib/account/auth/policy";
import { requireActor } from "@/lib/account/auth/server/session";

/** What each page about people starts with; to a role that manages nobody it does not exist. */
export async function openPeople(): Promise<{ actor: Actor; grant: Grant<"people:manage"> }> {
  const actor = await requireActor();
  if (!permits(actor, "people:manage", actor.homeRegion)) notFound();
  return { actor, grant: authorize(actor, "people:manage", actor.homeRegion) };
}
