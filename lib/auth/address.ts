import { env } from "@/lib/env";

/**
 * The address that a request comes from, for the sign-in throttle; null when it cannot be told.
 *
 * X-Forwarded-For begins with whatever the client wrote and ends with what proxies appended. Only
 * entries of proxies that are ours count: with TRUST_PROXY=1 the last, with 2 the one before. With
 * none in front the header is the client's own story, and a guesser would tell a new one each time.
 */
export function clientAddress(headers: Headers): string | null {
  const hops = env().TRUST_PROXY;
  if (hops === 0) return null;
  const told = headers.get("x-forwarded-for")?.split(",") ?? [];
  return told.at(-hops)?.trim().slice(0, 64) ?? null;
}
