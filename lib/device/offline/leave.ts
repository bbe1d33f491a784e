import { forgetEveryDraft } from "@/lib/base/forms/kept-draft";
import { countUnsent } from "@/lib/device/outbox/count-unsent";
import { countUnsentHere } from "@/lib/device/outbox/page-outbox";

import { draftsOf } from "./drafts";
import { forgetPerson } from "./forget-person";

/** Longer than a slow signal takes to say that it is there. */
const patience = 8_000;

/** What signing out finds on this device. */
export type Leaving =
  | { readonly kind: "free" }
  /** `queued`: reports that the server is not known to have; `drafts`: typed, and not sent. */
  | { readonly kind: "unsent"; readonly queued: number; readonly drafts: number }
  /** The server does not answer, and only it can end a session. */
  | { readonly kind: "noNetwork" };

export async function lookBeforeLeaving(actorId: string): Promise<Leaving> {
  const drafts = draftsOf(actorId).length;
  // An outbox that lives in this window leaves a draft of each report, unless nothing is kept at all.
  const queued = Math.max(await countUnsent(actorId), (await countUnsentHere(actorId)) - drafts);
  if (queued + drafts > 0) return { kind: "unsent", queued, drafts };
  return (await isServerThere()) ? { kind: "free" } : { kind: "noNetwork" };
}

/** Takes everything of the person off this device, if the server is there to end the session. */
export async function clearForLeaving(actorId: string): Promise<boolean> {
  if (!(await isServerThere())) return false;
  await forgetPerson(actorId);
  forgetEveryDraft();
  return true;
}

async function isServerThere(): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(patience);
    return (await fetch("/api/health", { cache: "no-store", signal })).ok;
  } catch {
    return false;
  }
}
