import type { z } from "zod";

import type { Permission } from "@/lib/account/auth/policy";

/** Who may call: anyone, anyone signed in, or who holds a permission where they call. */
type AccessRule = "public" | "signedIn" | Permission;

/** Names the person whose queue is sent: the id of an account. */
export const personHeader = "x-cakupan-person";

/** What a route promises. The matrix test and the OpenAPI description are made from it. */
export type Endpoint = {
  /** Its name for programs that are generated from the description. */
  readonly operation: string;
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** As in OpenAPI: "/api/v1/campaigns/{slug}/coverage". */
  readonly path: string;
  /** The route file's path when it answers for more than this one. */
  readonly routePath?: string;
  readonly rule: AccessRule;
  readonly summary: string;
  /**
   * What is sent waited in one person's name: a call whose `X-Cakupan-Person` names someone other
   * than who is signed in is rejected with `otherPerson`.
   */
  readonly isPersonal?: true;
  /** `serveKept` answers it: with an ETag, and 304 while nothing was written to the campaign. */
  readonly isKept?: true;
  /** Its answer's ETag names what it says, and a write names in If-Match what it was read with. */
  readonly isTagged?: true;
  /**
   * A write that names in If-Match what it was read with, and whose own answer has no tag; "ifSent": it
   * may leave that out, because it can be taken back.
   */
  readonly isConditional?: true | "ifSent";
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Another shape of the body: what has this field is read by this schema. */
  readonly otherBody?: { readonly field: string; readonly schema: z.ZodType };
  /** What the body is written in; JSON when it is not said. */
  readonly bodyType?: "application/x-www-form-urlencoded";
  readonly answer: { readonly status: 200 | 201 | 302; readonly schema: z.ZodType };
  /** Statuses of the problems it answers with. */
  readonly problems: readonly number[];
};

/** A route's function, and the promise that it keeps: what app/api exports. */
export type Route<E extends Endpoint, Context> = {
  (request: Request, context: Context): Promise<Response>;
  readonly endpoint: E;
};

/** Says what a handler promises, and adds nothing to what it does. */
export function declare<const E extends Endpoint, Context>(
  endpoint: E,
  handler: (request: Request, context: Context) => Promise<Response>,
): Route<E, Context> {
  // A function of its own: one handler may answer for two endpoints.
  const route = (request: Request, context: Context) => handler(request, context);
  return Object.assign(route, { endpoint });
}
