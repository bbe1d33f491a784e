import "server-only";

import { availableParallelism } from "node:os";

import { hash, verify } from "@node-rs/argon2";

import { AppError } from "@/lib/base/errors";
import { limits } from "@/lib/base/limits";

import { HashQueue, type HashRank } from "@/lib/account/auth/hash-queue";

/** OWASP's second parameter set for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Node's pool has four threads, which compression and files need too: two are left to them. */
const maxAtOnce = 2;

const atOnce = Math.min(maxAtOnce, Math.max(1, Math.floor(availableParallelism() / 2)));

/** One queue a process, however often this module is loaded. */
const kept = globalThis as { cakupanHashes?: HashQueue };

function queue(): HashQueue {
  kept.cakupanHashes ??= new HashQueue(
    {
      atOnce,
      strangersWaiting: limits.strangersWaitingForHash,
    },
    () => new AppError("busy", "too many passwords to check"),
  );
  return kept.cakupanHashes;
}

/** argon2id, the library's default algorithm. Waits for its turn, and is never rejected. */
export function hashPassword(password: string): Promise<string> {
  return queue().run("work", () => hash(password, cost));
}

/**
 * The hashes of many passwords, in their order. No more of them than the queue takes at once ask for a
 * turn, so that whoever signs in meanwhile waits for one of them and not for all.
 */
export async function hashPasswords(passwords: readonly string[]): Promise<string[]> {
  const hashes: string[] = [];
  const left = [...passwords.entries()];
  async function lane(): Promise<void> {
    for (let next = left.shift(); next; next = left.shift()) {
      const [index, password] = next;
      hashes[index] = await hashPassword(password);
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane));
  return hashes;
}

/** The hash of a password that nobody has: checked when a name is unknown, so that both answers take as long. */
const nobody = hashPassword(crypto.randomUUID());

/**
 * Whether the password fits the hash. An unknown user has no hash; the answer is then "no" after
 * the same work.
 *
 * @throws {AppError} `busy` for a stranger, when too many wait.
 */
export async function passwordFits(
  password: string,
  passwordHash: string | null,
  rank: HashRank = "work",
): Promise<boolean> {
  const against = passwordHash ?? (await nobody);
  const fits = await queue().run(rank, () => verify(against, password, cost));
  return passwordHash !== null && fits;
}
