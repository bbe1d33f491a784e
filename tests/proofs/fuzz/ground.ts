import type { Shape, Values } from "./sample";

/** Whose cookie a request brings. */
export const people = [
  "administrator",
  "healthOffice",
  "subdistrictHead",
  "villageHead",
  "regentOffice",
  "unitHead",
  "stranger",
  "disabled",
  "nobody",
  "garbage",
  "expired",
  "otherSecret",
] as const;

export type Person = (typeof people)[number];

export type EndpointGround = {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly query: Shape | null;
  readonly body: Shape | null;
  readonly isForm: boolean;
};

/** A form as a page renders it for a browser without scripts: names and values in order. */
export type FormGround = {
  readonly address: string;
  readonly fields: readonly (readonly [string, string])[];
};

export type ActionGround = {
  readonly id: string;
  /** What the code calls it. */
  readonly name: string;
  /** A page that may call it. */
  readonly address: string;
  readonly forms: readonly FormGround[];
};

/** A request that is taken as it is, in the name of who may make it. */
export type Right = {
  readonly target: string;
  readonly method: string;
  /** "{new}" in it is the id of a record that there is not yet: `addressOf`. */
  readonly path: string;
  readonly person: Person;
  /** Sent as JSON, or as the fields of an action's form. */
  readonly kind: "json" | "form";
  /** Id of the action that is called, with the content as its arguments; null: a route. */
  readonly action: string | null;
  /** @param fresh what makes it another one than before, where there may be one of a kind only. */
  readonly content: (fresh: string) => unknown;
};

/** What there is to be asked: the generator makes a request of it and of a number. */
export type Ground = {
  readonly slugs: readonly string[];
  readonly values: Values;
  readonly pages: readonly string[];
  readonly endpoints: readonly EndpointGround[];
  readonly actions: readonly ActionGround[];
  readonly rights: readonly Right[];
};

/** A UUID that belongs to the number of a request, as `content` has it. */
export function freshId(fresh: string, kind = "9"): string {
  return `7b0d7f6e-0000-4000-800${kind}-${fresh.padStart(12, "0")}`;
}

/** The address of a right request. */
export function addressOf({ path }: Pick<Right, "path">, fresh: string): string {
  return path.replace("{new}", freshId(fresh));
}
