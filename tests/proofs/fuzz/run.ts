import { performance } from "node:perf_hooks";

import type pg from "pg";

import { projectFolder } from "../../../scripts/project";
import { makeCase, type Case } from "./case";
import type { Ground } from "./ground";
import { findLeak, isRejected, isWrite } from "./judge";
import { judgeMemory, residentBytes, type MemoryVerdict } from "./memory";
import type { Answer, Send } from "./send";
import { changedTables, readStored } from "./stored";

const blockSize = 250;
const atOnce = 6;
const passes = 4;

type Finding = { readonly number: number; readonly what: string };

type FuzzResult = {
  readonly rejected: number;
  readonly accepted: number;
  readonly serverErrors: number;
  readonly hangs: number;
  readonly stored: number;
  readonly leaks: number;
  readonly memory: MemoryVerdict;
  readonly findings: readonly Finding[];
  /** How many of each target and status. */
  readonly statuses: ReadonlyMap<string, number>;
};

type Sent = { readonly request: Case; readonly answer: Answer };

/**
 * Sends the numbered requests in blocks and judges each answer. What every table holds is compared
 * around each block; where something was accepted in it, the rest is sent again alone.
 */
export async function runFuzz({
  numbers,
  seed,
  ground,
  send,
  client,
  pid,
}: {
  readonly numbers: readonly number[];
  readonly seed: number;
  readonly ground: Ground;
  readonly send: Send;
  readonly client: pg.Client;
  readonly pid: number;
}): Promise<FuzzResult> {
  const findings: Finding[] = [];
  const statuses = new Map<string, number>();
  const samples: number[] = [];
  const sum = { rejected: 0, accepted: 0, serverErrors: 0, hangs: 0, stored: 0, leaks: 0 };
  const find = (kind: "serverErrors" | "hangs" | "stored" | "leaks", of: Case, what: string) => {
    sum[kind] += 1;
    findings.push({ number: of.number, what: `${of.target} ${of.method}: ${what}` });
  };
  const look = ({ request, answer }: Sent) => {
    const { status, isHang, milliseconds } = answer;
    if (isHang) find("hangs", request, `nothing within ${String(Math.round(milliseconds))} ms`);
    if (status !== null && status >= 500) find("serverErrors", request, String(status));
    const leak = findLeak(answer, projectFolder);
    if (leak !== null) find("leaks", request, `tells ${JSON.stringify(leak)}`);
  };

  let talked = performance.now();
  for (let from = 0; from < numbers.length; from += blockSize) {
    const block = numbers.slice(from, from + blockSize).map((each) => makeCase(seed, each, ground));
    const { sent, stored } = await sendWatched(block, send, client);
    for (const each of sent) {
      look(each);
      const rejected = isRejected(each.request, each.answer);
      sum[rejected ? "rejected" : "accepted"] += 1;
      const key = `${each.request.target} ${String(each.answer.status)}${rejected ? "" : " +"}`;
      statuses.set(key, (statuses.get(key) ?? 0) + 1);
    }
    for (const { request, tables } of stored) {
      find("stored", request, `rejected, and changed ${tables.join(", ")}`);
    }
    samples.push(await residentBytes(pid));
    if (performance.now() - talked > 15_000) {
      talked = performance.now();
      console.log(`  ${String(from + block.length)} dari ${String(numbers.length)} permintaan`);
    }
  }
  // The first tenth warms the server up.
  const memory = judgeMemory(samples.slice(Math.ceil(samples.length / 10)));
  return { ...sum, memory, findings, statuses };
}

type Storing = { readonly request: Case; readonly tables: readonly string[] };

async function sendWatched(
  block: readonly Case[],
  send: Send,
  client: pg.Client,
): Promise<{ readonly sent: readonly Sent[]; readonly stored: readonly Storing[] }> {
  let before = await readStored(client);
  const sent = await sendAll(block, send);
  let last = sent;
  for (let pass = 0; pass < passes; pass += 1) {
    const after = await readStored(client);
    if (changedTables(before, after).length === 0) return { sent, stored: [] };
    const quiet = last.filter(isQuiet).map(({ request }) => request);
    // Nothing was accepted, and something was stored all the same.
    if (quiet.length === last.length) break;
    before = after;
    last = await sendAll(quiet, send);
  }
  return { sent, stored: await findStoring(last.filter(isQuiet), send, client) };
}

function isQuiet({ request, answer }: Sent): boolean {
  return !isWrite(request) || isRejected(request, answer);
}

/** One after another, with a look at the tables after each. */
async function findStoring(
  suspects: readonly Sent[],
  send: Send,
  client: pg.Client,
): Promise<readonly Storing[]> {
  const found: Storing[] = [];
  for (const { request } of suspects) {
    const before = await readStored(client);
    const answer = await send(request);
    const tables = changedTables(before, await readStored(client));
    if (tables.length > 0 && isQuiet({ request, answer })) found.push({ request, tables });
  }
  return found;
}

async function sendAll(requests: readonly Case[], send: Send): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const waiting = [...requests];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        sent.push({ request: next, answer: await send(next) });
      }
    }),
  );
  return sent;
}
