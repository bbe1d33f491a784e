/** What sockets and Prisma call a server that is away, and a pool or database that is too busy. */
const codes = new Set([
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
/** What PostgreSQL calls it: lost connections, stopping, starting, no connection free. */
const states = /^(08...|57P0[1-3]|53300)$/;
const sentences =
  /timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated|Client has encountered a connection error|database server|unexpected message from backend/i;

/**
 * Whether a failure is that the database cannot be reached, or has no connection free, rather than
 * a defect: the same request may work in a moment.
 */
export function isDatabaseAway(error: unknown): boolean {
  for (let each = error, depth = 0; isObject(each) && depth < 5; depth += 1) {
    for (const code of [each["code"], each["originalCode"]]) {
      if (typeof code === "string" && (codes.has(code) || states.test(code))) return true;
    }
    const { message } = each;
    if (typeof message === "string" && sentences.test(message)) return true;
    if (each instanceof AggregateError && each.errors.some(isDatabaseAway)) return true;
    each = each["cause"];
  }
  return false;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
