import { notFound } from "next/navigation";

import { authorize, type Grant } from "@/lib/account/auth/grant";
import { mayEver, ownPlace, type Actor } from "@/lib/account/auth/policy";
import { requireActor } from "@/lib/account/auth/server/session";

/** Who fills in days, wherever that is; to others *Hari ini* does not exist. */
export async function openToday(): Promise<{ actor: Actor; grant: Grant<"tally:submit"> }> {
  const actor = await requireActor();
  if (!mayEver(actor.role, "tally:submit")) notFound();
  return { actor, grant: authorize(actor, "tally:submit", ownPlace(actor)) };
}
