import type { ReportReceipt, ReportResult } from "@/lib/report/schema";

import { isRecord } from "@/lib/base/forms/unknown-object";
import { type LiveMutation } from "./mutation";
import { packed } from "./packed";
import { asSent } from "./sending";

/** What came of a request. */
export type ExchangeAnswer<Body> =
  | { readonly kind: "answered"; readonly at: Date | null; readonly body: Body }
  /** The session ended; another person's is open; nothing was read of what was sent. */
  | { readonly kind: "signedOut" | "otherPerson" }
  /** The server will not have these as they are: together, or this one alone. */
  | { readonly kind: "unreadable" | "notAllowed" | "noCampaign"; readonly told?: Told }
  /** Try later; nothing was read of what was sent. `wait` in milliseconds, when the server said. */
  | { readonly kind: "busy"; readonly wait: number | null }
  /** The server failed on it: it may have stored all, some or nothing. */
  | { readonly kind: "broken"; readonly told?: Told }
  /** No connection, no answer in time, or half of one: the same. */
  | { readonly kind: "silent" };

/** What our own server said of what it would not take: a field each, or the whole by its code. */
type Told = {
  readonly status: number;
  readonly code: string;
  readonly fields: readonly { readonly field: string; readonly code: string }[];
};

export type Exchange = {
  readonly actorId: string;
  readonly fetch: typeof fetch;
  readonly baseUrl: string;
  /** Milliseconds that one request may take. */
  readonly patience: number;
};

/**
 * Sends reports of one campaign in one request. Never throws.
 *
 * @param times the hour of sending, and since when other reports wait on this device.
 */
export async function postBatch(
  wire: Exchange,
  slug: string,
  batch: readonly LiveMutation[],
  times: { readonly sentAt: string; readonly waitingSince: string },
): Promise<ExchangeAnswer<readonly ReportResult[]>> {
  const text = JSON.stringify({ ...times, reports: batch.map(({ report }) => asSent(report)) });
  const { body, headers } = await packed(text);
  return askServer(wire, addressOf(wire, slug), isResults, {
    method: "POST",
    headers,
    body,
    // A row that was just left is still sent when the page is closed.
    keepalive: (typeof body === "string" ? body.length : body.byteLength) < 50_000,
  });
}

/** Reads back what the server has of these submissions. Never throws. */
export async function readReceipts(
  wire: Exchange,
  slug: string,
  ids: readonly string[],
): Promise<ExchangeAnswer<readonly ReportReceipt[]>> {
  const query = new URLSearchParams({ ids: ids.join(",") }).toString();
  return askServer(wire, `${addressOf(wire, slug)}?${query}`, isReceipts, { cache: "no-store" });
}

function addressOf({ baseUrl }: Exchange, slug: string): string {
  return `${baseUrl}/api/v1/campaigns/${encodeURIComponent(slug)}/daily-reports`;
}

/** One request of the outbox, and what came of it. Never throws. */
export async function askServer<Body>(
  wire: Exchange,
  address: string,
  read: (body: unknown) => Body | null,
  init: RequestInit,
): Promise<ExchangeAnswer<Body>> {
  try {
    const { fetch: get } = wire;
    const response = await get(address, {
      ...init,
      headers: { ...init.headers, Accept: "application/json", "X-Cakupan-Person": wire.actorId },
      signal: AbortSignal.timeout(wire.patience),
    });
    const text = await response.text();
    if (!response.ok) return rejection(response, parsed(text));
    const body = read(parsed(text));
    if (body === null) return { kind: "silent" };
    const at = new Date(response.headers.get("date") ?? "");
    return { kind: "answered", at: Number.isNaN(at.getTime()) ? null : at, body };
  } catch {
    return { kind: "silent" };
  }
}

function rejection(response: Response, body: unknown): ExchangeAnswer<never> {
  const { status } = response;
  const code = isRecord(body) ? body["code"] : undefined;
  if (status === 429 || status === 503) return { kind: "busy", wait: waitOf(response) };
  // Only our own server's word counts: a portal or proxy on the way answers 403 and 404 too.
  if (typeof code !== "string") return status === 413 ? { kind: "unreadable" } : { kind: "broken" };
  const told = { status, code, fields: fieldsOf(body) };
  // Another kabupaten has a campaign of this slug since: none is sent to in the other's place.
  if (code === "ambiguousCampaign") return { kind: "noCampaign", told };
  switch (status) {
    case 401:
      return { kind: "signedOut" };
    case 403:
      if (code === "otherPerson") return { kind: "otherPerson" };
      // The account page comes first, and the sign-in page leads to it.
      if (code === "passwordTemporary") return { kind: "signedOut" };
      return { kind: code === "forbidden" ? "notAllowed" : "broken", told };
    case 404:
      return { kind: "noCampaign", told };
    case 400:
    case 413:
    case 422:
      return { kind: "unreadable", told };
    default:
      return { kind: "broken", told };
  }
}

function fieldsOf(body: unknown): Told["fields"] {
  const problems = isRecord(body) ? body["problems"] : undefined;
  if (!Array.isArray(problems)) return [];
  return problems.flatMap((each: unknown) => {
    if (!isRecord(each)) return [];
    const { field, code } = each;
    return typeof field === "string" && typeof code === "string" ? [{ field, code }] : [];
  });
}

/** Seconds or a date, as HTTP allows; a date is left to the device's own wait. */
function waitOf({ headers }: Response): number | null {
  const seconds = Number(headers.get("retry-after") ?? "");
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function listIn<Each>(
  body: unknown,
  name: string,
  isEach: (value: unknown) => value is Each,
): readonly Each[] | null {
  const list = isRecord(body) ? body[name] : null;
  return Array.isArray(list) && list.every(isEach) ? list : null;
}

function isResults(body: unknown): readonly ReportResult[] | null {
  return listIn(body, "results", isResult);
}

function isReceipts(body: unknown): readonly ReportReceipt[] | null {
  return listIn(body, "receipts", isReceipt);
}

/** The parts that the queue depends on; the rest is our own server's word. */
function isResult(value: unknown): value is ReportResult {
  return (
    isRecord(value) &&
    typeof value["id"] === "string" &&
    typeof value["outcome"] === "string" &&
    Array.isArray(value["problems"])
  );
}

function isReceipt(value: unknown): value is ReportReceipt {
  if (!isRecord(value)) return false;
  const { id, unit, day, version, standing } = value;
  return (
    typeof id === "string" &&
    typeof unit === "string" &&
    typeof day === "string" &&
    typeof version === "number" &&
    (standing === null ||
      (isRecord(standing) &&
        typeof standing["version"] === "number" &&
        Array.isArray(standing["tallies"])))
  );
}
