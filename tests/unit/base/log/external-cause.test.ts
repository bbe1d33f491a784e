import { describe, expect, it } from "vitest";

import { failureFacts } from "@/lib/base/server/log";
import { failureCode, externalCause } from "@/lib/base/external-cause";

function coded(code: string, cause?: unknown): Error {
  return Object.assign(new Error("x", { cause }), { code });
}

describe("the cause of a failure", () => {
  it.each([
    ["53100", "storageFull"],
    ["58030", "storageFull"],
    ["53200", "databaseAway"],
    ["53300", "databaseAway"],
    ["57P03", "databaseAway"],
    ["08006", "databaseAway"],
    ["ECONNREFUSED", "databaseAway"],
    ["23505", null],
    ["42P01", null],
  ])("of %s is %s", (code, cause) => {
    expect(externalCause(coded(code))).toBe(cause);
  });

  it("is found in what Prisma and the pool wrap around it", () => {
    const adapter = { name: "DriverAdapterError", cause: { originalCode: "53100" } };
    const raw = { code: "P2010", meta: { driverAdapterError: adapter } };
    expect(externalCause(Object.assign(new Error("raw"), raw))).toBe("storageFull");
    expect(externalCause(new AggregateError([coded("ECONNREFUSED")]))).toBe("databaseAway");
  });

  it("is the disk when that made the server go away", () => {
    expect(externalCause(coded("ECONNRESET", coded("53100")))).toBe("storageFull");
  });

  it("is none of what is no error, or has itself as its cause", () => {
    const circle = new Error("circle");
    circle.cause = circle;
    expect([null, "53100", 53100, circle].map(externalCause)).toEqual([null, null, null, null]);
  });

  it("has a code for the log, that of the database where there is one", () => {
    expect(failureCode(coded("P2010", coded("53100")))).toBe("53100");
    expect(failureCode(new Error("x"))).toBeNull();
  });
});

describe("what the log has of a failure", () => {
  it("is its name, its code and where, and nothing that it says", () => {
    const typed = "rahasia-budi";
    const failure = coded("22P02", new Error(typed));
    failure.message = `invalid input syntax for type uuid: "${typed}"\n    ${typed}`;
    failure.stack = `Error: ${failure.message}\n    at readRows (lib/server/db/read.ts:20:3)\n    at page`;
    expect(failureFacts(failure)).toEqual({
      error: "Error",
      errorCode: "22P02",
      stack: ["at readRows (lib/server/db/read.ts:20:3)", "at page"],
    });
    expect(failureFacts(typed)).toEqual({ error: "string", errorCode: null, stack: [] });
  });

  it("of what JSON.parse rejects does not repeat the text", () => {
    try {
      JSON.parse("rahasia");
      expect.unreachable();
    } catch (error) {
      expect(String(error)).toContain("rahasia");
      expect(JSON.stringify(failureFacts(error))).not.toContain("rahasia");
    }
  });
});
