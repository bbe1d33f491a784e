import type { Strategy, Team } from "./plan";

type Said =
  | { readonly kind: "strategy"; readonly strategy: Omit<Strategy, "id" | "version"> }
  | { readonly kind: "team"; readonly team: Omit<Team, "id" | "version"> };

/** A strategy or team as somebody stored it. */
export type PlanVersion = Said & {
  readonly id: string;
  readonly version: number;
  readonly at: Date;
  readonly actorName: string;
};
