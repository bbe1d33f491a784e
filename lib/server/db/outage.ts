import "server-only";

import { setTimeout as pause } from "node:timers/promises";

import type { ExternalCause } from "@/lib/base/external-cause";
import { freeMegabytes, isTooLittle } from "./storage";

import { pool } from "./pool";

/** Shorter than the 5 s within which an outage is told. */
const patience = 3_500;
/** One question a second, however many pages are asked for. */
const freshness = 1_000;

const last: { at: number; answer: Promise<boolean> | null } = { at: 0, answer: null };

/** Why no page can be drawn now; null: the database answers. One that has no room on its disk stops. */
export async function outage(): Promise<ExternalCause | null> {
  if (await databaseAnswers()) return null;
  return isTooLittle(await freeMegabytes()) ? "storageFull" : "databaseAway";
}

/**
 * Whether the database answers, as of at most a second ago. A pool whose connections are all in use
 * counts as an answer: the page then waits its turn.
 */
export async function databaseAnswers(): Promise<boolean> {
  if (last.answer === null || performance.now() - last.at > freshness) {
    last.at = performance.now();
    last.answer = ask();
  }
  return last.answer;
}

async function ask(): Promise<boolean> {
  const overdue = new AbortController();
  const probe = { text: "SELECT 1", query_timeout: patience };
  try {
    return await Promise.race([
      pool()
        .query(probe)
        .then(() => true),
      pause(patience, undefined, { signal: overdue.signal }).then(() => pool().waitingCount > 0),
    ]);
  } catch {
    return false;
  } finally {
    overdue.abort();
  }
}
