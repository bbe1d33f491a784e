import { z } from "zod";

const environment = z.object({
  DATABASE_URL: z.url(),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.url(),
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
});

export type Environment = z.infer<typeof environment>;

let checked: Environment | undefined;

/**
 * The process environment, checked at first use: a build needs none of it. Nothing else reads
 * `process.env`.
 *
 * @throws {z.ZodError} naming each setting that is missing or wrong.
 */
export function env(): Environment {
  checked ??= environment.parse(process.env);
  return checked;
}
