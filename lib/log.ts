import { now } from "@/lib/time/clock";

/** What happens at the door. One line each, so that an attack can be seen and a person's question answered. */
export type SecurityEvent =
  | "signIn"
  | "wrongPassword"
  | "throttled"
  | "signOut"
  | "signOutEverywhere"
  | "refused"
  | "passwordChanged"
  | "passwordReset";

/** Never a password, never a name typed where a password may have been, never a body. */
type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** One structured line on standard output; the launcher passes it to the log. */
export function logSecurity(event: SecurityEvent, facts: Facts): void {
  console.info(line("security", { event, ...facts }));
}

/** One structured line about an answer that was a problem: its id is the number that people quote. */
export function logProblem(level: "info" | "error", facts: Facts): void {
  console[level](line("problem", facts));
}

function line(kind: "security" | "problem", facts: Facts): string {
  return JSON.stringify({ at: now().toISOString(), kind, ...facts });
}
