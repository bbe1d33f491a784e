import { failureCode } from "@/lib/base/external-cause";
import { now } from "@/lib/base/time/clock";

/** What happens at the door. One line each, so that an attack can be seen and a person's question answered. */
type SecurityEvent =
  | "signIn"
  | "wrongPassword"
  | "throttled"
  | "signOut"
  | "signOutEverywhere"
  | "refused"
  | "passwordChanged"
  | "passwordReset";

/** Never a password, never a name typed where a password may have been, never a body. */
type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One structured line on standard output; the launcher passes it to the log. */
export function logSecurity(event: SecurityEvent, facts: Facts): void {
  console.info(line("security", { event, ...facts }));
}

/** One structured line about an answer that was a problem: its id is the number that people quote. */
export function logProblem(level: "info" | "error", facts: Facts): void {
  console[level](line("problem", facts));
}

/** One line about the server itself: its clock, a failure of no request that is known. */
export function logServer(facts: Facts): void {
  console.warn(line("server", facts));
}

/** As many as lead from a statement to the page or route that wanted it. */
const keptFrames = 12;

/**
 * What the log has of a failure: its name, its code, and where it came about. Its message is left
 * out: PostgreSQL, Prisma and JSON.parse all repeat in it what somebody typed.
 */
export function failureFacts(error: unknown): Facts {
  if (!(error instanceof Error)) return { error: typeof error, errorCode: null, stack: [] };
  const frames = (error.stack ?? "").split("\n").filter((each) => /^\s+at /.test(each));
  return {
    error: error.name,
    errorCode: failureCode(error),
    stack: frames.slice(0, keptFrames).map((each) => each.trim()),
  };
}

function line(kind: "security" | "problem" | "server", facts: Facts): string {
  return JSON.stringify({ at: now().toISOString(), kind, ...facts });
}
