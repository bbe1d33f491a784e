import { env } from "./env";

/** Behind TLS the cookie is sent over TLS only, and browsers are told to stay with it. */
export function isSecure(): boolean {
  return env().NEXTAUTH_URL.startsWith("https://");
}

/**
 * Whether a write comes from a page of another site. A browser says where a request was made;
 * a program says nothing and passes, because nobody can make it call against its will.
 */
export function isForeign(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return origin !== ownOrigin(headers.get("host"));

  const site = headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin" && site !== "none";
}

/**
 * Where our pages are. The address that NEXTAUTH_URL names is the only one, with its scheme and
 * port. While it names this machine, as it does unless somebody sets it, people of the same network
 * come by any of its names, over plain HTTP: then it is where the request arrives. A forwarded host
 * is never believed: anyone can send it.
 */
function ownOrigin(host: string | null): string | null {
  const { hostname, origin } = new URL(env().NEXTAUTH_URL);
  const isThisMachine = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (!isThisMachine) return origin;
  return host === null ? null : `http://${host.toLowerCase()}`;
}
