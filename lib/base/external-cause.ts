/** What sockets and Prisma call a server that is away, and a pool or database that is too busy. */
const awayCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EHOSTUNREACH",
  "ETIMEDOUT",
  "EPIPE",
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  // A transaction that got no connection, or that ran out of time while it waited for others.
  "P2028",
]);
/** What PostgreSQL calls it: lost connections, stopping, starting, no connection or memory free. */
const awayStates = /^(08...|57P0[1-3]|53300|53200)$/;
const awaySentences =
  /timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|Client has encountered a connection error|database server|unexpected message from backend/i;
/** Disk full, and a disk that does not take what is written. */
const storageStates = /^(53100|58030)$/;

/** A failure that nobody here made: the same request may work when its cause has passed. */
export type ExternalCause = "databaseAway" | "storageFull";

/**
 * Whether a failure is that the database cannot be reached or has nothing free, or that its disk is
 * full, rather than a defect (null). Looks through what Prisma and the pool wrap around it.
 */
export function externalCause(error: unknown): ExternalCause | null {
  const layers = layersOf(error);
  const states = layers.flatMap(codesOf);
  // Asked first: a server that died of a full disk is away too, and the disk is what to mend.
  if (states.some((state) => storageStates.test(state))) return "storageFull";
  if (states.some((state) => awayCodes.has(state) || awayStates.test(state))) return "databaseAway";
  return layers.some(saysAway) ? "databaseAway" : null;
}

/** SQLSTATE, errno or Prisma's code: the innermost. For the log, since they tell nothing of a person. */
export function failureCode(error: unknown): string | null {
  return layersOf(error).flatMap(codesOf).at(-1) ?? null;
}

type Layer = Readonly<Record<string, unknown>>;

function layersOf(error: unknown, depth = 0): readonly Layer[] {
  if (typeof error !== "object" || error === null || depth > 5) return [];
  const layer = error as Layer;
  const within = [layer["cause"], layer["meta"], layer["driverAdapterError"]];
  if (error instanceof AggregateError) within.push(...(error.errors as readonly unknown[]));
  return [layer, ...within.flatMap((each) => layersOf(each, depth + 1))];
}

function codesOf(layer: Layer): readonly string[] {
  return [layer["code"], layer["originalCode"]].filter((code) => typeof code === "string");
}

function saysAway({ message }: Layer): boolean {
  return typeof message === "string" && awaySentences.test(message);
}
