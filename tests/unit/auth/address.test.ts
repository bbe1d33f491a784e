import { afterEach, expect, test, vi } from "vitest";

afterEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
});

async function addressOf(proxies: string, forwarded: string | null): Promise<string | null> {
  vi.stubEnv("DATABASE_URL", "postgresql://localhost/x");
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
  vi.stubEnv("TRUST_PROXY", proxies);
  const { clientAddress } = await import("@/lib/auth/address");
  return clientAddress(new Headers(forwarded === null ? {} : { "x-forwarded-for": forwarded }));
}

test.each([
  {
    case: "nobody in front: the client's own story",
    proxies: "0",
    forwarded: "1.1.1.1",
    address: null,
  },
  { case: "one proxy appends", proxies: "1", forwarded: "9.9.9.9, 10.0.0.7", address: "10.0.0.7" },
  {
    case: "two proxies append",
    proxies: "2",
    forwarded: "9.9.9.9, 10.0.0.7, 10.0.0.1",
    address: "10.0.0.7",
  },
  { case: "fewer entries than proxies", proxies: "2", forwarded: "10.0.0.7", address: null },
  { case: "no header", proxies: "1", forwarded: null, address: null },
])("$case → $address", async ({ proxies, forwarded, address }) => {
  expect(await addressOf(proxies, forwarded)).toBe(address);
});
