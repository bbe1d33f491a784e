import { AppError } from "@/lib/base/errors";
import type { RegionCode } from "@/lib/base/region/code";

import { permits, type Actor, type Permission } from "./policy";

declare const minted: unique symbol;

/**
 * Proof that an actor may do one thing in one region. Only `authorize` makes one,
 * and every query and command asks for one, so nothing can be read or written unasked.
 */
export type Grant<P extends Permission> = {
  readonly actor: Actor;
  readonly permission: P;
  readonly region: RegionCode;
  readonly [minted]: true;
};

/** @throws {AppError} `forbidden` when the policy says no. */
export function authorize<P extends Permission>(
  actor: Actor,
  permission: P,
  region: RegionCode,
): Grant<P> {
  if (!permits(actor, permission, region)) {
    throw new AppError("forbidden", `${actor.username} may not ${permission} in ${region}`);
  }
  return { actor, permission, region } as Grant<P>;
}
