import "server-only";

import { setTimeout as pause } from "node:timers/promises";

import type { z } from "zod";

import { ApiProblem } from "./api-problem";
import { assertDatabaseAnswers } from "./queries";
import type { healthAnswer } from "./schema";

/** Longer than the pool waits for a connection, shorter than the 5 s that a caller waits for us. */
const patience = 4_000;

/**
 * @returns that all is well.
 * @throws {ApiProblem} `databaseAway`, 503, at most 4 s later, also when the server is there and
 * does not answer.
 */
export async function healthOf(): Promise<z.infer<typeof healthAnswer>> {
  const overdue = new AbortController();
  try {
    await Promise.race([
      assertDatabaseAnswers(),
      pause(patience, undefined, { signal: overdue.signal }).then(() => {
        throw new Error("no answer within 4 s");
      }),
    ]);
    return { status: "ok", database: "ok" };
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown";
    throw new ApiProblem(503, "databaseAway", reason);
  } finally {
    overdue.abort();
  }
}
