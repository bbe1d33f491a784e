import type { Grant } from "@/lib/account/auth/grant";
import { mayEver } from "@/lib/account/auth/policy";
import { isWithin, type RegionCode } from "@/lib/base/region/code";

import type { MoveInput } from "./schema";
import type { StoreKey } from "./stock";
import { storeKey } from "./store";

export type StockGrant = Grant<"stock:report">;

/** Which stores of a kabupaten are somebody's: all, or one. */
type OwnStores = { readonly kind: "all" } | { readonly kind: "one"; readonly store: StoreKey };

export function ownStores({ region, office }: StockGrant, district: RegionCode): OwnStores {
  if (office !== null) {
    return { kind: "one", store: storeKey({ kind: "office", code: office.office }, district) };
  }
  return isWithin(district, region) ? { kind: "all" } : { kind: "one", store: region };
}

/** Whether somebody writes down what happens in every store of the kabupaten. */
export function managesStock(grant: StockGrant, district: RegionCode): boolean {
  return ownStores(grant, district).kind === "all" && mayEver(grant.actor.role, "stock:manage");
}

type Way = Pick<MoveInput, "kind" | "from" | "to">;

/**
 * Whether a move is one that somebody may write down of a store of their own: what came from outside, what
 * they gave back, threw away or counted. What goes from store to store is sent by who manages it.
 */
export function isOwnMove({ kind, from, to }: Way, store: StoreKey, district: RegionCode): boolean {
  switch (kind) {
    case "receipt":
      return from === null && to === store;
    case "count":
      return to === store;
    case "return":
      return from === store && (to === null || to === district);
    case "discard":
      return from === store && to === null;
    case "issue":
      return false;
  }
}
