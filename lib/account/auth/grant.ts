import { AppError } from "@/lib/base/errors";
import type { RegionCode } from "@/lib/base/region/code";

import {
  permits,
  type Actor,
  type OfficePermission,
  type OfficePlace,
  type Permission,
  type Place,
} from "./policy";

declare const minted: unique symbol;

type InArea = { readonly region: RegionCode; readonly office: null };
type InOffice = { readonly region: null; readonly office: OfficePlace };

/**
 * Proof that an actor may do one thing in one region, or in what one office holds. Only `authorize`
 * makes one, and every query and command asks for one, so nothing can be read or written unasked.
 * What asks for the region of a grant has to say what it does where there is an office.
 */
export type Grant<P extends Permission> = {
  readonly actor: Actor;
  readonly permission: P;
  readonly [minted]: true;
} & (P extends OfficePermission ? InArea | InOffice : InArea);

/** @throws {AppError} `forbidden` when the policy says no. */
export function authorize<P extends Permission>(
  actor: Actor,
  permission: P,
  place: Place,
): Grant<P> {
  if (!permits(actor, permission, place)) {
    const where = typeof place === "string" ? place : `${place.district}/${place.office}`;
    throw new AppError("forbidden", `${actor.username} may not ${permission} in ${where}`);
  }
  const reach =
    typeof place === "string" ? { region: place, office: null } : { region: null, office: place };
  const grant: unknown = { actor, permission, ...reach };
  return grant as Grant<P>;
}

/** Where a grant holds, as one word that no other place has: what is kept for it is kept by this. */
export function reachKey({ region, office }: Grant<Permission>): string {
  return office === null ? region : `${office.district}/${office.office}`;
}
