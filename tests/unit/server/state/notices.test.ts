import { afterEach, describe, expect, it, vi } from "vitest";

import { sieveConsole, tellFailure } from "@/lib/server/state/failures";
import { clockNotice, demoNotice, storageNotice } from "@/lib/server/state/notice";
import { freeMegabytes, isTooLittle } from "@/lib/server/db/storage";
import { tellDifference } from "@/lib/server/state/watch";

afterEach(() => {
  vi.restoreAllMocks();
});

describe("clocks of application and database", () => {
  it.each([
    [0, null],
    [60, null],
    [-60, null],
    [61, 1],
    [-160, -3],
    [3 * 24 * 3600, 4320],
  ])("that differ by %d s are told as %s minutes", (seconds, minutes) => {
    expect(clockNotice(seconds)?.code).toBe(minutes === null ? undefined : "clockDiffers");
    expect(clockNotice(seconds)).toEqual(
      minutes === null ? null : { code: "clockDiffers", minutes },
    );
  });

  it("have one line in the log when they differ, and none when nobody knows", async () => {
    const log = vi.spyOn(console, "warn").mockReturnValue(undefined);
    await tellDifference(() => Promise.resolve(59));
    await tellDifference(() => Promise.reject(new Error("away")));
    expect(log).not.toHaveBeenCalled();
    await tellDifference(() => Promise.resolve(-7200.4));
    expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toMatchObject({
      kind: "server",
      event: "clockDiffers",
      secondsBeforeDatabase: -7200,
    });
  });
});

describe("room on the disk", () => {
  const megabyte = { bsize: 1024 * 1024, blocks: 1_000 };
  const disk = (bavail: number) => () => Promise.resolve({ ...megabyte, bavail });

  it("is read where the database's files are", async () => {
    expect(await freeMegabytes("/data", disk(99))).toBe(99);
    expect(isTooLittle(99)).toBe(true);
    expect(isTooLittle(100)).toBe(false);
  });

  it("is unknown without a folder, of a folder that is gone, and where nothing is counted", async () => {
    expect(await freeMegabytes(null, disk(1))).toBeNull();
    expect(await freeMegabytes("/data", () => Promise.reject(new Error("ENOENT")))).toBeNull();
    const uncounted = () => Promise.resolve({ bsize: 4096, blocks: 0, bavail: 0 });
    expect(await freeMegabytes("/proc", uncounted)).toBeNull();
    expect(isTooLittle(null)).toBe(false);
  });

  it("is told to an administrator before it is too little", () => {
    expect(storageNotice(499)).toEqual({ code: "storageLow", megabytes: 499 });
    expect(storageNotice(500)).toBeNull();
    expect(storageNotice(null)).toBeNull();
  });
});

describe("a page that failed", () => {
  it("has one line with the number that its error page shows, and no library prints it whole", async () => {
    vi.stubEnv("DATABASE_URL", "postgresql://x@127.0.0.1/x");
    vi.stubEnv("NEXTAUTH_SECRET", "unit-tests-secret-0123456789abcdef0");
    vi.stubEnv("NEXTAUTH_URL", "http://localhost:3000");
    const lines: unknown[][] = [];
    const printed = { error: (...parts: unknown[]) => lines.push(parts), warn: () => undefined };
    const log = vi.spyOn(console, "error").mockReturnValue(undefined);
    sieveConsole(printed);

    const failure = Object.assign(new Error("syntax: 'rahasia'"), { digest: "2841709931" });
    await tellFailure(
      failure,
      { path: "/pengguna?cari=rahasia", method: "GET", headers: { cookie: "a=rahasia" } },
      {
        routerKind: "App Router",
        routePath: "/pengguna",
        routeType: "render",
        renderSource: "react-server-components",
        revalidateReason: undefined,
      },
    );
    printed.error(" ⨯", failure);
    expect(lines).toEqual([]);
    expect(log).toHaveBeenCalledTimes(1);
    expect(JSON.parse(String(log.mock.calls[0]?.[0]))).toMatchObject({
      kind: "problem",
      id: "2841709931",
      path: "/pengguna",
      method: "GET",
      of: "render",
      error: "Error",
    });

    const others = vi.spyOn(console, "warn").mockReturnValue(undefined);
    printed.error(" ⨯", new TypeError("another 'rahasia'"));
    printed.error("a sentence of Next");
    expect(log).toHaveBeenCalledTimes(1);
    expect(JSON.parse(String(others.mock.calls[0]?.[0]))).toMatchObject({
      kind: "server",
      event: "failure",
      error: "TypeError",
    });
    expect(lines).toEqual([["a sentence of Next"]]);
    expect(JSON.stringify([log.mock.calls, others.mock.calls])).not.toContain("rahasia");
    vi.unstubAllEnvs();
  });
});

describe("demo accounts", () => {
  it("are told while one may sign in", () => {
    expect(demoNotice(0)).toBeNull();
    expect(demoNotice(7)).toEqual({ code: "demoAccounts", accounts: 7 });
  });
});
