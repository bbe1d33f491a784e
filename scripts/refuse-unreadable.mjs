import http from "node:http";
import { createRequire } from "node:module";

/**
 * Loaded before Next: answers what Next cannot read, and would answer 500 to, before anything of
 * ours is asked. 405 for methods that no Request can have, which show a caller what a proxy in
 * between has added; 400 for an address whose escapes are no text, and for a state of the router
 * that no page sends; 415 for a form where no page is.
 */
const refusedMethods = new Set(["TRACE", "TRACK"]);

/** What the matcher of proxy.ts leaves out. */
const formless = /^\/+(api\/|_next\/|icon|apple-icon|favicon|manifest|sw\.js)/;

const signIn = /^\/+(masuk|api\/auth\/callback)\b/;

const require = createRequire(import.meta.url);
const create = http.createServer;

http.createServer = (...given) =>
  create(...given.map((each) => (typeof each === "function" ? guarded(each) : each)));

function guarded(listener) {
  return (request, response) => {
    // lib/account/auth/server/address.ts believes this header, so whatever a client wrote there is overwritten.
    request.headers["x-cakupan-peer"] = request.socket.remoteAddress ?? "";
    const refusal = refusalOf(request);
    if (refusal !== null) {
      response.writeHead(refusal, { connection: "close", "content-length": "0" }).end();
    } else if (request.method === "POST" && signIn.test(request.url)) {
      atTheDoor(request, response, () => listener(request, response));
    } else {
      return listener(request, response);
    }
  };
}

/** What lib/account/auth/server/door.ts says of a sign-in, once Next has loaded it. Who is refused waits for it. */
function atTheDoor(request, response, pass) {
  const { wait = 0, status, headers, body } = globalThis.cakupanDoor?.(request.headers) ?? {};
  if (status !== undefined) {
    setTimeout(
      () => response.writeHead(status, { ...headers, connection: "close" }).end(body),
      1_000,
    );
  } else if (wait > 0) {
    setTimeout(() => request.destroyed || pass(), wait);
  } else {
    pass();
  }
}

function refusalOf({ headers, method, url }) {
  if (refusedMethods.has(method)) return 405;
  if (!isText(url)) return 400;
  // proxy.ts looks at the forms that are sent to pages; elsewhere there are none.
  const isForm = /^multipart\//i.test(headers["content-type"] ?? "") || "next-action" in headers;
  if (isForm && formless.test(url)) return 415;
  const state = headers["next-router-state-tree"];
  return state === undefined || isRouterState(state) ? null : 400;
}

function isText(url) {
  const [path] = url.split("?", 1);
  if (!path.includes("%")) return true;
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Asked of Next itself: what it takes is its own affair, and changes with its versions. */
function isRouterState(state) {
  const {
    parseAndValidateFlightRouterState,
  } = require("next/dist/server/app-render/parse-and-validate-flight-router-state.js");
  try {
    parseAndValidateFlightRouterState(state);
    return true;
  } catch {
    return false;
  }
}
