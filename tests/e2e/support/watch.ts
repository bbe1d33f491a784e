import type { BrowserContext } from "@playwright/test";

/** Something that a story brings about on purpose, and that would otherwise fail it. */
export type Expected =
  "console.error" | "400" | "401" | "403" | "404" | "409" | "422" | "429" | "503" | "network";

type Watch = {
  /** What went wrong so far, in words. */
  readonly complaints: readonly string[];
  readonly expect: (what: Expected) => void;
};

/**
 * Listens to every page of a browser: errors on its console, errors of its scripts, rejected and
 * failed requests, requests to anywhere else.
 *
 * @param own the product's origin.
 */
export function watch(context: BrowserContext, own: string, hasScripts: boolean): Watch {
  const found: { readonly kind: string; readonly text: string }[] = [];
  const expected = new Set<string>();
  const note = (kind: string, text: string) => found.push({ kind, text });

  context.on("console", (message) => {
    // A failed request is told by the response or its failure, with its address and status.
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    note("console.error", `${message.text()} (${message.page()?.url() ?? "no page"})`);
  });
  context.on("weberror", (error) => note("script", String(error.error().stack ?? error.error())));
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== own) note("third party", request.url());
  });
  context.on("response", (response) => {
    if (response.status() < 400) return;
    note(String(response.status()), `${response.request().method()} ${response.url()}`);
  });
  context.on("requestfailed", (request) => {
    const failure = request.failure()?.errorText ?? "";
    // A page that is left gives up what it was still loading.
    if (failure === "net::ERR_ABORTED") return;
    // Switching scripts off blocks them as a content security policy would.
    if (!hasScripts && request.resourceType() === "script") return;
    note("network", `${request.url()} ${failure}`);
  });

  return {
    get complaints() {
      return found
        .filter(({ kind }) => !expected.has(kind))
        .map((each) => `${each.kind}: ${each.text}`);
    },
    expect: (what) => expected.add(what),
  };
}
