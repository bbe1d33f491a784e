import { clientAddress } from "@/lib/account/auth/server/address";

/** The people who made the requests that are being answered. */
const people = new WeakMap<Request, string>();

/** Notes, for the log, whose request it is: the id of an account. */
export function noteCaller(request: Request, actorId: string): void {
  people.set(request, actorId);
}

/** Who made a request and from where, as far as it is known. */
export function callerOf(request: Request): {
  readonly actor: string | null;
  readonly peer: string | null;
} {
  const peer = clientAddress(request.headers);
  return { actor: people.get(request) ?? null, peer: peer === "" ? null : peer };
}
