import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { promisify } from "node:util";

import { z } from "zod";

const connections = 50;
const seconds = 3;

const report = z.object({
  requests: z.object({ average: z.number(), total: z.number() }),
  errors: z.number(),
  timeouts: z.number(),
  statusCodeStats: z.record(z.string(), z.object({ count: z.number() })),
});

/**
 * Requests a second that the address answers with the status, at 50 connections, asked by a
 * process of its own for 3 s.
 *
 * @throws when any answer was another, or none.
 */
export async function askFor(
  address: string,
  status: number,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const program = createRequire(import.meta.url).resolve("autocannon");
  const told = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, "-c", String(connections), "-d", String(seconds), "--json", ...told, address],
    { timeout: 30_000, maxBuffer: 10_000_000 },
  );
  const { requests, errors, timeouts, statusCodeStats } = report.parse(JSON.parse(stdout));
  const right = statusCodeStats[String(status)]?.count ?? 0;
  if (errors + timeouts > 0 || right !== requests.total) {
    throw new Error(`${address}: ${JSON.stringify({ errors, timeouts, statusCodeStats })}`);
  }
  return requests.average;
}
