import "server-only";

import { hash, verify } from "@node-rs/argon2";

/** OWASP's second parameter set for argon2id: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id, the library's default algorithm. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** The hash of a password that nobody has: checked when a name is unknown, so that both answers take as long. */
const nobody = hashPassword(crypto.randomUUID());

/**
 * Whether the password fits the hash. An unknown user has no hash; the answer is then "no" after
 * the same work.
 */
export async function passwordFits(
  password: string,
  passwordHash: string | null,
): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await nobody), password, cost);
  return passwordHash !== null && fits;
}
