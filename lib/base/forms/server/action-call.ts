import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";

/** A request that may call a server action, and whether it came to one of ours. */
type Call = { hasBegun: boolean };

/** One a process: each bundle that Next makes has a copy of this module. */
const kept = globalThis as { cakupanCalls?: AsyncLocalStorage<Call | null> };

function calls(): AsyncLocalStorage<Call | null> {
  return (kept.cakupanCalls ??= new AsyncLocalStorage());
}

/** What each server action begins with: a failure from here on is ours, not of what was sent. */
export function beginAction(): void {
  const call = calls().getStore();
  if (call) call.hasBegun = true;
}

/** Whether this request calls an action and has come to none: what fails is the reading of it. */
export function isBeforeAction(): boolean {
  return calls().getStore()?.hasBegun === false;
}

/**
 * Lets a call of an action that cannot be read be answered 400. Next and React read it, in a form of
 * their own that changes with them, and answer 500 to what they cannot; that nothing of ours had
 * begun by then tells it from a failure of ours. Once, before the server answers.
 */
export function answerUnreadableCalls(): void {
  subscribe("http.server.request.start", (message) => {
    const { request, response } = message as {
      readonly request: IncomingMessage;
      readonly response: ServerResponse;
    };
    const call = mayCallAction(request) ? { hasBegun: false } : null;
    calls().enterWith(call);
    if (call === null) return;
    const writeHead: (status: number, ...rest: never[]) => ServerResponse =
      response.writeHead.bind(response);
    Object.assign(response, {
      writeHead: (status: number, ...rest: never[]) =>
        writeHead(status === 500 && !call.hasBegun ? 400 : status, ...rest),
    });
  });
}

function mayCallAction({ headers, method, url = "" }: IncomingMessage): boolean {
  if (method !== "POST" || url.startsWith("/api/")) return false;
  return (
    headers["next-action"] !== undefined ||
    /^multipart\/form-data/i.test(headers["content-type"] ?? "")
  );
}
