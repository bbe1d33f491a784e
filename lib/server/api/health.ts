import "server-only";

import { setTimeout as pause } from "node:timers/promises";

import type { z } from "zod";

import { externalCause } from "@/lib/base/external-cause";
import { assertDatabaseWrites, ownRights } from "@/lib/server/state/queries";
import { freeMegabytes, isTooLittle } from "@/lib/server/db/storage";

import { ApiProblem } from "./api-problem";
import { assertDatabaseAnswers } from "./queries";
import type { healthAnswer } from "./schema";

/** Longer than the pool waits for a connection, shorter than the 5 s that a caller waits for us. */
const patience = 4_000;
/** One trial of writing, however often health is asked for. */
const writingFreshness = 10_000;

/** The start has made sure already; this is for who started the server without it. */
const rights = { areRight: false };

const lastTrial: { at: number; outcome: Promise<void> | null } = { at: 0, outcome: null };

/**
 * @returns that all is well: the database answers, and what is sent can be stored.
 * @throws {ApiProblem} 503, at most 4 s later: `databaseAway`, also when the server is there and
 * does not answer; `databaseRights` when the login may change what only grows, or cannot do its
 * work, looked at until it is right once; `storageFull` when little room is left or the database cannot write, as of at
 * most 10 s ago.
 */
export async function healthOf(): Promise<z.infer<typeof healthAnswer>> {
  const overdue = new AbortController();
  try {
    await Promise.race([
      assertRoom().then(assertDatabaseAnswers).then(assertRights).then(assertWriting),
      pause(patience, undefined, { signal: overdue.signal }).then(() => {
        throw new Error("no answer within 4 s");
      }),
    ]);
  } catch (error) {
    if (error instanceof ApiProblem) throw error;
    const reason = error instanceof Error ? error.message : "unknown";
    throw new ApiProblem(503, externalCause(error) ?? "databaseAway", reason);
  } finally {
    overdue.abort();
  }
  return { status: "ok", database: "ok" };
}

async function assertRights(): Promise<void> {
  if (rights.areRight) return;
  const { excess, works } = await ownRights();
  if (excess.length > 0 || !works) {
    throw new ApiProblem(503, "databaseRights", `login with ${excess.join(", ") || "too little"}`);
  }
  rights.areRight = true;
}

/** First: a database that has no room goes away, and room is what to make. */
async function assertRoom(): Promise<void> {
  if (isTooLittle(await freeMegabytes())) {
    throw new ApiProblem(503, "storageFull", "too little room on the disk");
  }
}

async function assertWriting(): Promise<void> {
  if (lastTrial.outcome === null || performance.now() - lastTrial.at > writingFreshness) {
    lastTrial.at = performance.now();
    lastTrial.outcome = assertDatabaseWrites();
  }
  await lastTrial.outcome;
}
