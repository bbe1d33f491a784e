import { isIP } from "node:net";

import { env } from "@/lib/base/server/env";

/** Set by the server itself on every request, over whatever came: the other end of the connection. */
const peerHeader = "x-cakupan-peer";

/**
 * The network that a request comes from, for the sign-in throttle and the log: an IPv4 address, or
 * the /64 of an IPv6 address, which one household has whole. "" where no server set the header.
 *
 * X-Forwarded-For begins with whatever the client wrote and ends with what proxies appended. Only
 * entries of proxies that are ours count: with TRUST_PROXY=1 the last, with 2 the one before. With
 * none in front the header is the client's own story, and a guesser would tell a new one each time.
 */
export function clientAddress(headers: Pick<Headers, "get">): string {
  const hops = env().TRUST_PROXY;
  const told = hops === 0 ? [] : (headers.get("x-forwarded-for")?.split(",") ?? []);
  return networkOf(told.at(-hops) ?? "") ?? networkOf(headers.get(peerHeader) ?? "") ?? "";
}

/** null: it is no address. */
function networkOf(text: string): string | null {
  const [, bracketed, plain] = /^\[(.*)\](?::\d+)?$|^([\d.]+)(?::\d+)?$/.exec(text.trim()) ?? [];
  const address = (bracketed ?? plain ?? text.trim()).replace(/%.*$/, "");
  switch (isIP(address)) {
    case 4:
      return address;
    case 6:
      return networkOfSix(address);
    default:
      return null;
  }
}

function networkOfSix(address: string): string {
  // As the URL standard writes it: lower case, numbers only, the longest run of zeros left out.
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [left = "", right] = short.split("::");
  const [before, after] = [left, right ?? ""].map((part) => (part === "" ? [] : part.split(":")));
  const zeros = Array.from({ length: 8 - (before?.length ?? 0) - (after?.length ?? 0) }, () => "0");
  const groups = [...(before ?? []), ...zeros, ...(after ?? [])];
  if (groups.slice(0, 6).join(":") === "0:0:0:0:0:ffff") return mapped(groups.slice(6));
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/** An IPv4 address that a socket for both writes as IPv6. */
function mapped(groups: readonly string[]): string {
  return groups
    .map((group) => parseInt(group, 16))
    .flatMap((number) => [number >> 8, number & 255])
    .join(".");
}
