import "server-only";

import type { z } from "zod";

import { deviceCookieName, readDevice } from "@/lib/account/auth/server/known-device";
import { authorize, type Grant } from "@/lib/account/auth/grant";
import {
  mayEver,
  ownPlace,
  type Actor,
  type Permission,
  type Place,
} from "@/lib/account/auth/policy";
import { decodeSession, sessionCookieName } from "@/lib/account/auth/server/token";
import { countWrite } from "@/lib/account/auth/server/write-limit";
import { chooseAddressed } from "@/lib/campaign/address";
import type { Campaign } from "@/lib/campaign/campaign";
import { readablePlace } from "@/lib/campaign/server/queries";
import { AppError } from "@/lib/base/errors";
import type { Locale } from "@/lib/base/i18n/locale";
import { isForeign } from "@/lib/base/server/origin";
import { contentTag } from "@/lib/base/server/content-tag";
import { storedId } from "@/lib/base/stored-id";
import { now } from "@/lib/base/time/clock";

import { ApiProblem } from "./api-problem";
import { readJson } from "./body";
import { noteCaller } from "./caller";
import { callerLocale } from "./caller-locale";
import { campaignAt } from "./campaign-at";
import { readCookie } from "./cookie";
import { declare, personHeader, type Endpoint, type Route } from "./endpoint";
import { askPass } from "./gate";
import { parseBody, parseQuery } from "./parse";
import { problemAnswer } from "./problem";
import type { CampaignState, Pass } from "./queries";

type Parsed<Schema> = Schema extends z.ZodType ? z.infer<Schema> : undefined;
type QueryOf<E extends Endpoint> = E extends { readonly query: infer Schema }
  ? Parsed<Schema>
  : undefined;
type BodyOf<E extends Endpoint> =
  | (E extends { readonly body: infer Schema } ? Parsed<Schema> : undefined)
  | (E extends { readonly otherBody: { readonly schema: infer Schema } } ? Parsed<Schema> : never);
type PermissionOf<E extends Endpoint> = Extract<E["rule"], Permission>;

type PermittedEndpoint = Endpoint & { readonly rule: Permission };

/** A call that may be made, read and checked. */
type Call<E extends PermittedEndpoint> = {
  readonly grant: Grant<PermissionOf<E>>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  /** What the device's cookie says; null: it has none. */
  readonly device: string | null;
  readonly locale: Locale;
  readonly at: Date;
  /** The tag of If-Match; "*" for whatever stands; null: it was not sent. */
  readonly ifMatch: string | null;
  /** What the address names beside the campaign: the id of a record. "": it names none. */
  readonly id: string;
};

type Slug = { readonly params: Promise<{ readonly slug: string; readonly id?: string }> };
/** A route of a fixed address is handed no parameters. */
type Id = { readonly params?: Promise<{ readonly id?: string }> };

/**
 * A route that concerns no one campaign: the grant is for the caller's own region.
 *
 * What `work` returns is sent as JSON with the endpoint's status; what it throws becomes a problem.
 */
export function serve<const E extends PermittedEndpoint>(
  endpoint: E,
  work: (call: Call<E>) => Promise<z.infer<E["answer"]["schema"]>>,
): Route<E, Id> {
  return declare(endpoint, (request, { params }) =>
    answered(request, async (locale) => {
      const at = now();
      const { actor } = await letIn(request, null, at);
      if (endpoint.isPersonal) assertPerson(request.headers, actor);
      const grant = grantOf(endpoint, actor, ownPlace(actor));
      if (isWrite(request)) await countWrite(actor);
      return jsonAnswer(
        endpoint,
        await work({
          grant,
          ...(await inputOf(endpoint, request)),
          device: deviceOf(request),
          locale,
          at,
          ifMatch: ifMatchOf(request),
          id: await idOf(params),
        }),
      );
    }),
  );
}

/**
 * A route in a campaign: the grant is for the part of it that is the caller's. A campaign that is
 * not theirs is not found, whatever they may do elsewhere.
 */
export function serveCampaign<const E extends PermittedEndpoint>(
  endpoint: E,
  work: (
    call: Call<E> & { readonly campaign: Campaign },
  ) => Promise<z.infer<E["answer"]["schema"]>>,
): Route<E, Slug> {
  return declare(endpoint, (request, { params }) =>
    answered(request, async (locale) => {
      const at = now();
      const { actor, grant, state } = await enter(endpoint, request, params, at);
      const campaign = await campaignAt(actor, state);
      if (isWrite(request)) await countWrite(actor);
      const input = await inputOf(endpoint, request);
      const id = await idOf(params);
      const asked = { device: deviceOf(request), locale, at, ifMatch: ifMatchOf(request), id };
      return jsonAnswer(endpoint, await work({ grant, campaign, ...input, ...asked }));
    }),
  );
}

/**
 * Who calls, and the part of the campaign that is theirs.
 *
 * @throws {AppError} `notSignedIn`, `notFound`, `forbidden`; {AmbiguousCampaign}
 */
export async function enter<E extends PermittedEndpoint>(
  endpoint: E,
  request: Request,
  params: Slug["params"],
  at: Date,
): Promise<{ actor: Actor; grant: Grant<PermissionOf<E>>; state: CampaignState }> {
  const { slug } = await params;
  const { actor, campaigns } = await letIn(request, slug, at);
  const state = chooseAddressed(slug, campaigns);
  const place = state && readablePlace(actor, state.districtCode);
  if (!state || !place) throw new AppError("notFound", `campaign ${slug} for ${actor.username}`);

  const grant = grantOf(endpoint, actor, place);
  if (endpoint.isPersonal) assertPerson(request.headers, actor);
  return { actor, grant, state };
}

/**
 * The person a device means: its queue is sent again after a sign-in, and a sign-in may be
 * another's. A caller that names nobody means who is signed in.
 *
 * @throws {ApiProblem} `otherPerson`
 */
function assertPerson(headers: Headers, actor: Actor): void {
  const meant = headers.get(personHeader);
  if (meant !== null && storedId.safeParse(meant).data !== actor.id) {
    throw new ApiProblem(403, "otherPerson", `a queue of another than ${actor.username}`);
  }
}

/** @throws {AppError} `notFound` for what is no UUID: no record has it. */
async function idOf(params: Id["params"]): Promise<string> {
  const id = (await params)?.id;
  if (id === undefined) return "";
  const read = storedId.safeParse(id);
  if (!read.success) throw new AppError("notFound", "an id that is no UUID");
  return read.data;
}

/** Runs the work; whatever it throws becomes a problem in the caller's language. */
export async function answered(
  request: Request,
  work: (locale: Locale) => Promise<Response>,
): Promise<Response> {
  try {
    return await work(callerLocale(request.headers));
  } catch (error) {
    return problemAnswer(error, request, callerLocale(request.headers));
  }
}

/** @throws {AppError} `notSignedIn`, `passwordTemporary`; {ApiProblem} `foreignOrigin` for another site's write. */
async function letIn(request: Request, slug: string | null, at: Date): Promise<Pass> {
  if (isWrite(request) && isForeign(request.headers)) {
    throw new ApiProblem(403, "foreignOrigin", request.headers.get("origin") ?? "another site");
  }
  const cookie = readCookie(request.headers.get("cookie"), sessionCookieName());
  const session = cookie === null ? null : await decodeSession(cookie, at);
  const pass = session && (await askPass({ sessionId: session.sessionId, slug }));
  if (!pass) throw new AppError("notSignedIn", "no session that holds");
  noteCaller(request, pass.actor.id);
  if (pass.isPasswordTemporary) {
    throw new AppError("passwordTemporary", pass.actor.username);
  }
  return pass;
}

function deviceOf({ headers }: Request): string | null {
  return readDevice(readCookie(headers.get("cookie"), deviceCookieName()));
}

/** A proxy that compresses makes a tag weak; it names the same answer. */
function ifMatchOf({ headers }: Request): string | null {
  const [first] = (headers.get("if-match") ?? "").split(",");
  return first?.trim().replace(/^W\//, "").replaceAll('"', "") || null;
}

function isWrite({ method }: Request): boolean {
  return method !== "GET" && method !== "HEAD";
}

function grantOf<E extends PermittedEndpoint>(
  { rule }: E,
  actor: Actor,
  place: Place,
): Grant<PermissionOf<E>> {
  if (!mayEver(actor.role, rule)) throw new AppError("forbidden", `${actor.username}: ${rule}`);
  return authorize(actor, rule as PermissionOf<E>, place);
}

async function inputOf<E extends Endpoint>(
  endpoint: E,
  request: Request,
): Promise<{ query: QueryOf<E>; body: BodyOf<E> }> {
  const { searchParams } = new URL(request.url);
  const query = endpoint.query && parseQuery(endpoint.query, searchParams);
  const body = endpoint.body && readBody(endpoint, await readJson(request));
  return { query: query as QueryOf<E>, body: body as BodyOf<E> };
}

function readBody({ body, otherBody }: Endpoint, sent: unknown): unknown {
  const isOther =
    otherBody && typeof sent === "object" && sent !== null && Object.hasOwn(sent, otherBody.field);
  const schema = isOther ? otherBody.schema : body;
  return schema && parseBody(schema, sent);
}

function jsonAnswer(endpoint: Endpoint, answer: unknown): Response {
  return new Response(JSON.stringify(answer), {
    status: endpoint.answer.status,
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": "private, no-store",
      ...(endpoint.isTagged && { ETag: `"${contentTag(answer)}"` }),
    },
  });
}
