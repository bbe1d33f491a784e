/** What sockets, node-postgres and PostgreSQL say when the server is away, starting or stopping. */
const codes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EHOSTUNREACH",
  "ETIMEDOUT",
  "EPIPE",
]);
const states = /^(08...|57P0[1-3]|53300)$/;
const sentences =
  /timeout exceeded when trying to connect|Query read timeout|Connection terminated|database server/i;

/** Whether a failure is that the database cannot be reached, rather than a defect. */
export function isDatabaseAway(error: unknown): boolean {
  for (let each = error, depth = 0; each instanceof Error && depth < 5; depth += 1) {
    const code = "code" in each && typeof each.code === "string" ? each.code : "";
    if (codes.has(code) || states.test(code) || sentences.test(each.message)) return true;
    if (each instanceof AggregateError && each.errors.some(isDatabaseAway)) return true;
    each = each.cause;
  }
  return false;
}
