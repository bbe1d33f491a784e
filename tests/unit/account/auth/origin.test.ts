import { afterEach, describe, expect, test, vi } from "vitest";

afterEach(() => {
  vi.resetModules();
  vi.unstubAllEnvs();
});

async function isForeign(publicUrl: string, headers: Record<string, string>): Promise<boolean> {
  vi.stubEnv("DATABASE_URL", "postgresql://localhost/x");
  vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
  vi.stubEnv("NEXTAUTH_URL", publicUrl);
  const origin = await import("@/lib/base/server/origin");
  return origin.isForeign(new Headers(headers));
}

const lan = "192.168.1.20:3000";

describe.each(["http://localhost:3000", "http://127.0.0.1:3000"])("while %s is ours", (url) => {
  test.each([
    ["this machine", { origin: "http://localhost:3000", host: "localhost:3000" }, false],
    ["the same machine by its address", { origin: `http://${lan}`, host: lan }, false],
    [
      "the same host, its name in capitals",
      { origin: "http://a.example", host: "A.example" },
      false,
    ],
    ["another port", { origin: "http://localhost:3001", host: "localhost:3000" }, true],
    ["another scheme", { origin: `https://${lan}`, host: lan }, true],
    ["another site", { origin: "http://evil.example", host: lan }, true],
    [
      "another site that says it was forwarded",
      { origin: "http://evil.example", host: lan, "x-forwarded-host": "evil.example" },
      true,
    ],
    ["nowhere", { origin: "null", host: lan }, true],
    ["an empty origin", { origin: "", host: lan }, true],
    ["no host", { origin: "http://localhost:3000" }, true],
    ["a program", { host: lan }, false],
    ["a browser without an origin", { host: lan, "sec-fetch-site": "same-site" }, true],
  ])("%s", async (_, headers, foreign) => {
    expect(await isForeign(url, headers)).toBe(foreign);
  });
});

describe("with an address of its own", () => {
  const ours = "https://cakupan.kapuaskab.go.id";

  test.each([
    ["a page of it", { origin: ours, host: "10.0.0.5:3000" }, false],
    ["the same host in the clear", { origin: ours.replace("https", "http"), host: "x" }, true],
    ["where the request arrives", { origin: `http://${lan}`, host: lan }, true],
  ])("%s", async (_, headers, foreign) => {
    expect(await isForeign(ours, headers)).toBe(foreign);
  });
});
