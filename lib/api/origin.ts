import { env } from "@/lib/env";

/**
 * Whether a write comes from a page of another site. A browser says where a request was made;
 * a program says nothing and passes, because nobody can make it call against its will.
 */
export function isForeign(headers: Headers): boolean {
  const origin = headers.get("origin");
  if (origin !== null) return !isOwn(origin, headers.get("host"));

  const site = headers.get("sec-fetch-site");
  return site !== null && site !== "same-origin" && site !== "none";
}

function isOwn(origin: string, host: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === host || origin === new URL(env().NEXTAUTH_URL).origin;
}
