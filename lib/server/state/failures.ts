import "server-only";

import type { Instrumentation } from "next";

import { readCookie } from "@/lib/server/api/cookie";
import { clientAddress } from "@/lib/account/auth/server/address";
import { decodeSession, sessionCookieName } from "@/lib/account/auth/server/token";
import { isBeforeAction } from "@/lib/base/forms/server/action-call";
import { failureFacts, logProblem, logServer } from "@/lib/base/server/log";
import { externalCause } from "@/lib/base/external-cause";
import { now } from "@/lib/base/time/clock";

type Arguments = Parameters<Instrumentation.onRequestError>;

/**
 * One line for a page, download or action that failed. Its id is the digest, the number that the
 * error page shows; whose request it was is what the cookie says, since the database may be away.
 */
export async function tellFailure(...[error, request, context]: Arguments): Promise<void> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const cookie = readCookie(headers.get("cookie"), sessionCookieName());
  const session = cookie === null ? null : await decodeSession(cookie, now());
  const peer = clientAddress(headers);
  const [path = ""] = request.path.split("?");
  const isUnreadable = isBeforeAction();
  logProblem(isUnreadable ? "info" : "error", {
    id: digestOf(error),
    status: isUnreadable ? 400 : 500,
    code: isUnreadable ? "invalid" : (externalCause(error) ?? "defect"),
    method: request.method,
    path,
    of: context.routeType,
    session: session === null ? null : JSON.stringify(session),
    peer: peer === "" ? null : peer,
    ...failureFacts(error),
  });
}

function digestOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("digest" in error)) return null;
  return String(error.digest);
}

/**
 * Lets no library print a failure whole: its message may hold what somebody typed. One with a digest
 * is told with its request.
 */
export function sieveConsole(target: Pick<Console, "error" | "warn">): void {
  for (const level of ["error", "warn"] as const) {
    const print = target[level].bind(target);
    target[level] = (...parts: unknown[]) => {
      const failures = parts.filter((part) => part instanceof Error);
      if (failures.length === 0) print(...parts);
      for (const failure of failures.filter((each) => digestOf(each) === null)) {
        logServer({ event: "failure", ...failureFacts(failure) });
      }
    };
  }
}
