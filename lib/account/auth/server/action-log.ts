import "server-only";

import { headers } from "next/headers";

import type { AppError } from "@/lib/base/errors";
import { failureFacts, logProblem, logSecurity } from "@/lib/base/server/log";
import type { ExternalCause } from "@/lib/base/external-cause";

import { clientAddress } from "./address";
import { currentActor } from "./session";

/** One line when an action was rejected to who called it; what was merely wrong in a form is nobody's event. */
export async function tellRejectedAction({ code }: AppError): Promise<void> {
  if (code !== "forbidden" && code !== "notSignedIn") return;
  const actor = await currentActor().catch(() => null);
  logSecurity("refused", { code, actor: actor?.id ?? null, ...(await place()) });
}

/** One line when an action could not be done for a cause outside. Nobody is asked who called: that may be what failed. */
export async function tellFailedAction(cause: ExternalCause, error: unknown): Promise<void> {
  const facts = { status: 503, code: cause, actor: null, ...(await place()) };
  logProblem("error", { ...facts, ...failureFacts(error) });
}

/** The page that the action was called from, without what its address asks for. */
async function place() {
  const sent = await headers();
  const [path = ""] = (sent.get("x-cakupan-address") ?? "").split("?");
  const peer = clientAddress(sent);
  return { method: "POST", path, peer: peer === "" ? null : peer };
}
