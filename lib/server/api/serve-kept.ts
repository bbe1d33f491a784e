import "server-only";

import { createHash, randomUUID } from "node:crypto";

import type { z } from "zod";

import { reachKey, type Grant } from "@/lib/account/auth/grant";
import type { Campaign } from "@/lib/campaign/campaign";
import { env } from "@/lib/base/server/env";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

import { campaignAt } from "./campaign-at";
import { declare, type Endpoint, type Route } from "./endpoint";
import { KeptAnswers } from "./kept-answers";
import { parseQuery } from "./parse";
import { answered, enter } from "./serve";

type ReadingEndpoint = Endpoint & {
  readonly method: "GET";
  readonly rule: "coverage:read";
  readonly isKept: true;
  readonly query: z.ZodObject;
};

/** Another process may run other code: what it called by a name is not what this one does. */
const thisProcess = randomUUID();

const store: { answers?: KeptAnswers } = {};
const computing = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/**
 * A read in a campaign whose answer holds until something is written to the campaign, or its day
 * ends. The ETag names version, day, region or office, and query; a match is answered 304 without computing,
 * and an answer that was computed before is sent again. Person and version are asked of the
 * database at every call, so neither is ever old.
 */
export function serveKept<const E extends ReadingEndpoint>(
  endpoint: E,
  work: (
    grant: Grant<"coverage:read">,
    campaign: Campaign,
    query: z.infer<E["query"]>,
    at: Date,
  ) => Promise<z.infer<E["answer"]["schema"]>>,
): Route<E, { readonly params: Promise<{ readonly slug: string }> }> {
  return declare(endpoint, (request, { params }) =>
    answered(request, async () => {
      const at = now();
      const { actor, grant, state } = await enter(endpoint, request, params, at);
      const asked = queryText(request.url);
      const day = localDay(at, state.timeZone);
      const key = `${endpoint.operation} ${state.id} ${state.version} ${day} ${reachKey(grant)} ${asked}`;
      const headers = {
        ETag: tagOf(key),
        "Cache-Control": "private, no-cache",
        Vary: "Cookie",
        "Content-Type": "application/json",
      };
      if (matches(request.headers.get("if-none-match"), headers.ETag)) {
        return new Response(null, { status: 304, headers });
      }
      const body = await keptOr(key, async () => {
        const query = parseQuery<E["query"]>(endpoint.query, new URLSearchParams(asked));
        const campaign = await campaignAt(actor, state);
        return JSON.stringify(await work(grant, campaign, query, at));
      });
      return new Response(body, { headers });
    }),
  );
}

async function keptOr(key: string, compute: () => Promise<string>): Promise<BodyInit> {
  store.answers ??= new KeptAnswers(env().KEPT_ANSWERS_MB * 1024 * 1024);
  if (store.answers.room === 0) return compute();

  const kept = store.answers.get(key);
  if (kept) return kept;

  // Callers with the same key have all seen this version, so one computation is new enough for all.
  const begun = computing.get(key) ?? compute().then((text) => new TextEncoder().encode(text));
  computing.set(key, begun);
  try {
    const body = await begun;
    store.answers.keep(key, body);
    return body;
  } finally {
    computing.delete(key);
  }
}

function queryText(url: string): string {
  const at = url.indexOf("?");
  return at < 0 ? "" : url.slice(at + 1);
}

/** Weak: a server in front may compress the same answer. */
function tagOf(key: string): string {
  const digest = createHash("sha1").update(thisProcess).update(key).digest("base64url");
  return `W/"${digest}"`;
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match: tags are compared weakly. */
function matches(header: string | null, tag: string): boolean {
  if (header === null) return false;
  const bare = tag.slice(2);
  return header
    .split(",")
    .some((each) => each.trim() === "*" || each.trim().replace(/^W\//, "") === bare);
}
