import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
});

async function addressOf(proxies: string, headers: Record<string, string>): Promise<string> {
  vi.stubEnv("DATABASE_URL", "postgresql://localhost/x");
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
  vi.stubEnv("TRUST_PROXY", proxies);
  const { clientAddress } = await import("@/lib/account/auth/server/address");
  return clientAddress(new Headers(headers));
}

const peer = "192.168.1.9";

test.each([
  {
    case: "nobody in front: what is forwarded is the client's own story",
    proxies: "0",
    forwarded: "1.1.1.1",
    address: peer,
  },
  { case: "one proxy appends", proxies: "1", forwarded: "9.9.9.9, 10.0.0.7", address: "10.0.0.7" },
  {
    case: "two proxies append",
    proxies: "2",
    forwarded: "9.9.9.9, 10.0.0.7, 10.0.0.1",
    address: "10.0.0.7",
  },
  { case: "fewer entries than proxies", proxies: "2", forwarded: "10.0.0.7", address: peer },
  { case: "an entry that is no address", proxies: "1", forwarded: "unknown", address: peer },
  { case: "an entry with a port", proxies: "1", forwarded: "10.0.0.7:4711", address: "10.0.0.7" },
])("$case → $address", async ({ proxies, forwarded, address }) => {
  const headers = { "x-forwarded-for": forwarded, "x-cakupan-peer": peer };
  expect(await addressOf(proxies, headers)).toBe(address);
});

test.each([
  ["::ffff:10.0.0.7", "10.0.0.7"],
  ["::ffff:a00:7", "10.0.0.7"],
  ["::1", "0:0:0:0::/64"],
  ["2001:DB8:0:7:1:2:3:4", "2001:db8:0:7::/64"],
  ["2001:db8:0:7::ffff", "2001:db8:0:7::/64"],
  ["2001:db8::7:0:0:0:1", "2001:db8:0:7::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["[2001:db8:1:2:3::4]:443", "2001:db8:1:2::/64"],
  ["", ""],
])("the peer %s is the network %s", async (told, network) => {
  expect(await addressOf("0", { "x-cakupan-peer": told })).toBe(network);
});
