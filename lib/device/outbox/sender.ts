import type { ReportReceipt, ReportResult } from "@/lib/report/schema";

import { maxAskedWait } from "./back-off";
import { postBatch, readReceipts, type ExchangeAnswer } from "./exchange";
import type { LiveMutation, OutboxProblem } from "./mutation";
import { pruned, type Queue, type QueueCondition } from "./queue";
import { liveRecords, prunedRecords } from "./record-queue";
import { toReadBack, withoutReceipts, withReceipts } from "./reading-back";
import type { SenderTools } from "./sender-tools";
import {
  nextTry,
  oldestWaiting,
  pausedAfter,
  recoverStale,
  takeBatch,
  withRejection,
  withResult,
  withSilence,
  withUnknown,
} from "./sending";

/** How a run of sending ended. */
export type RunResult = {
  /** When something is due next, milliseconds since 1970; null: nothing waits. */
  readonly nextAt: number | null;
  /** Why nothing goes at all. */
  readonly condition: QueueCondition | null;
};

/** A batch that failed this often may hold a report that makes it fail. */
const failuresToSplit = 2;

/**
 * Sends everything that is due and reads it back. It holds the sender's lock while it runs.
 *
 * @param isForced waits are skipped.
 */
export async function sendDue(tools: SenderTools, isForced: boolean): Promise<RunResult> {
  const { store, now } = tools;
  const change = <Result>(step: Parameters<typeof store.change<Result>>[0]) =>
    store.change(step).finally(tools.onChange);
  const tried = new Set<string>();
  const isPaused = await change((queue) => {
    const at = now().getTime();
    const next = prunedRecords(pruned(recoverStale(queue), at), at);
    const wait = next.pausedUntil - at;
    return { queue: next, result: !isForced && wait > 0 && wait <= maxAskedWait };
  });

  let isUp = !isPaused;
  for (let goesOn = !isPaused; goesOn;) {
    const { batch } = await change((queue) => {
      const next = takeBatch(queue, now().getTime(), { tried, isForced });
      return { queue: next.queue, result: next };
    });
    if (batch.length === 0) break;
    for (const { id } of batch) tried.add(id);
    goesOn = await deliver(tools, batch);
    isUp = goesOn;
  }
  const asked = new Set<string>();
  for (let goesOn = !isPaused; goesOn;) {
    const due = await store.change((queue) => ({
      queue,
      result: toReadBack(queue, now().getTime(), { tried: asked, isForced }),
    }));
    if (due.length === 0) break;
    for (const { id } of due) asked.add(id);
    goesOn = await readBack(tools, due);
    isUp &&= goesOn;
  }
  if (isUp) await sendOthers(tools, isForced);
  return store.change((queue) => ({
    queue,
    result: { nextAt: nextTry(queue), condition: queue.condition },
  }));
}

/** Records that are no reports. What sends them is fetched once there is one: most devices have none. */
async function sendOthers(tools: SenderTools, isForced: boolean): Promise<void> {
  const isAny = await tools.store.change((queue) => ({
    queue,
    result: liveRecords(queue).some(({ state }) => state.kind !== "rejected"),
  }));
  if (!isAny) return;
  const { sendRecords } = await import("./record-sender");
  await sendRecords(tools, isForced);
}

/**
 * Sends a batch, and in halves what may hold a poisoned report, until that stands alone.
 *
 * @param isHeard the server answers others of this run: silence is about this batch, not the line.
 * @returns whether to go on with what else is due.
 */
async function deliver(
  tools: SenderTools,
  batch: readonly LiveMutation[],
  isHeard = false,
): Promise<boolean> {
  const answer = await post(tools, batch);
  const isUnread = answer.kind === "unreadable";
  const isTooMuch =
    isUnread ||
    ((answer.kind === "broken" || answer.kind === "silent") &&
      batch.some(({ attempts }) => attempts >= failuresToSplit));
  if (!isTooMuch || batch.length < 2) {
    return settle(tools, batch, answer.kind === "silent" && isHeard ? broken : answer);
  }
  if (!isUnread) {
    const ids = batch.map(({ id }) => id);
    await tools.store.change((queue) => ({ queue: withUnknown(queue, ids), result: undefined }));
  }
  if (answer.kind !== "silent" || isHeard) return deliverHalves(tools, batch, isHeard);

  const alone = oneOf(batch);
  const echo = await post(tools, [alone]);
  if (ofAll.has(echo.kind)) return settle(tools, batch, echo);
  await settle(tools, [alone], echo);
  const others = batch.filter((each) => each !== alone);
  return deliverHalves(tools, others, true);
}

const broken: ExchangeAnswer<never> = { kind: "broken" };

/** Answers that are not about what was sent. */
const ofAll: ReadonlySet<ExchangeAnswer<unknown>["kind"]> = new Set([
  "silent",
  "busy",
  "signedOut",
  "otherPerson",
]);

async function deliverHalves(
  tools: SenderTools,
  batch: readonly LiveMutation[],
  isHeard: boolean,
): Promise<boolean> {
  const middle = Math.ceil(batch.length / 2);
  const halves = [batch.slice(0, middle), batch.slice(middle)].filter(({ length }) => length > 0);
  let goesOn = true;
  for (const half of halves) goesOn = (await deliver(tools, half, isHeard)) && goesOn;
  return goesOn;
}

/** One of those tried least, another one each time: it asks whether the line is dead, or the batch. */
function oneOf(batch: readonly LiveMutation[]): LiveMutation {
  const minAttempts = Math.min(...batch.map(({ attempts }) => attempts));
  const least = batch.filter(({ attempts }) => attempts === minAttempts);
  const [first] = least;
  if (!first) throw new RangeError("an empty batch");
  return least[minAttempts % least.length] ?? first;
}

async function post(
  tools: SenderTools,
  batch: readonly LiveMutation[],
): Promise<ExchangeAnswer<readonly ReportResult[]>> {
  const [first] = batch;
  if (!first) throw new RangeError("an empty batch");
  await tools.renew?.();
  const sentAt = tools.now().toISOString();
  const waitingSince = await tools.store.change((queue) => ({
    queue,
    result: oldestWaiting(queue, new Set(batch.map(({ id }) => id))) ?? sentAt,
  }));
  return postBatch(tools.wire, first.slug, batch, { sentAt, waitingSince });
}

async function settle(
  tools: SenderTools,
  batch: readonly LiveMutation[],
  answer: ExchangeAnswer<readonly ReportResult[]>,
): Promise<boolean> {
  const goesOn = await tools.store.change((queue) => settled(queue, tools, { batch, answer }));
  tools.onChange();
  return goesOn;
}

function settled(
  queue: Queue,
  { now, random }: SenderTools,
  {
    batch,
    answer,
  }: {
    readonly batch: readonly LiveMutation[];
    readonly answer: ExchangeAnswer<readonly ReportResult[]>;
  },
): { readonly queue: Queue; readonly result: boolean } {
  const at = now().getTime();
  const ids = batch.map(({ id }) => id);
  const silence = (isUnread: boolean) => withSilence(queue, ids, { at, random, isUnread });
  switch (answer.kind) {
    case "answered": {
      const when = (answer.at ?? now()).toISOString();
      const sent = new Set(ids);
      const told = answer.body
        .filter(({ id }) => sent.has(id))
        .reduce((current, result) => withResult(current, result, when), queue);
      // What the answer leaves out was not answered.
      const rest = withSilence(told, ids, { at, random, isUnread: false });
      return { queue: { ...rest, condition: null, failures: 0, pausedUntil: 0 }, result: true };
    }
    case "unreadable":
    case "notAllowed":
    case "noCampaign":
      return { queue: rejected(queue, ids, answer.kind), result: true };
    case "signedOut":
    case "otherPerson":
      return {
        queue: { ...pausedAfter(silence(true), at, random, null), condition: answer.kind },
        result: false,
      };
    case "busy":
      return { queue: pausedAfter(silence(true), at, random, answer.wait), result: false };
    case "broken":
      // It may be this batch alone: the others are tried.
      return { queue: silence(false), result: true };
    case "silent":
      return { queue: pausedAfter(silence(false), at, random, null), result: false };
  }
}

function rejected(queue: Queue, ids: readonly string[], code: OutboxProblem["code"]): Queue {
  return ids.reduce((current, id) => withRejection(current, id, code), queue);
}

async function readBack(tools: SenderTools, due: readonly LiveMutation[]): Promise<boolean> {
  const { store, wire, now, random, onChange } = tools;
  const [first] = due;
  if (!first) return true;
  await tools.renew?.();
  const answer: ExchangeAnswer<readonly ReportReceipt[]> = await readReceipts(
    wire,
    first.slug,
    due.map(({ id }) => id),
  );
  const goesOn = await store.change((queue) => {
    const when = { at: now().getTime(), random };
    if (answer.kind === "answered") {
      const next = withReceipts(queue, due, answer.body, when);
      return { queue: { ...next, condition: null, failures: 0, pausedUntil: 0 }, result: true };
    }
    const next = withoutReceipts(queue, due, when);
    const condition =
      answer.kind === "signedOut" || answer.kind === "otherPerson" ? answer.kind : next.condition;
    return { queue: { ...next, condition }, result: false };
  });
  onChange();
  return goesOn;
}
