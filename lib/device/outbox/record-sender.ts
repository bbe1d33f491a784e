import { isSameJson } from "@/lib/base/json/same-json";

import { backOff, isDue } from "./back-off";
import { putRecord, readSent, type RecordAnswer } from "./record-exchange";
import { asArrived, liveRecords, withRecords } from "./record-queue";
import type { Queue } from "./queue";
import type { SenderTools } from "./sender-tools";
import { pausedAfter } from "./sending";
import type { LiveRecord, SentRecord } from "./record-mutation";

/**
 * Sends every record that is due, one by one in order of typing, and reads each back: it is forgotten
 * only when the server has it as it was typed. It holds the sender's lock while it runs.
 *
 * @param isForced waits are skipped.
 */
export async function sendRecords(tools: SenderTools, isForced: boolean): Promise<void> {
  const tried = new Set<string>();
  for (let goesOn = true; goesOn;) {
    const due = await change(tools, (queue) => {
      const at = tools.now().getTime();
      const [next] = liveRecords(queue)
        .map(withoutStale)
        .filter(
          ({ id, state, nextTryAt }) =>
            !tried.has(id) && state.kind !== "rejected" && (isForced || isDue(nextTryAt, at)),
        );
      if (!next) return { queue, result: null };
      const going: LiveRecord =
        next.state.kind === "stored"
          ? next
          : { ...next, state: { kind: "sending" }, isUnknown: true };
      const wasUnsent = next.state.kind === "waiting" && !next.isUnknown;
      return {
        queue: withRecords({ ...queue, triedAt: at }, [going]),
        result: { record: going, wasUnsent },
      };
    });
    if (due === null) break;
    tried.add(due.record.id);
    goesOn = await bring(tools, due.record, due.wasUnsent);
  }
}

/** What another sender left under way when it ended: nobody knows what became of it. */
function withoutStale(record: LiveRecord): LiveRecord {
  return record.state.kind === "sending"
    ? { ...record, state: { kind: "waiting" }, isUnknown: true }
    : record;
}

/** Sends one, unless that is done, and reads it back. Whether to go on with the next. */
async function bring(tools: SenderTools, record: LiveRecord, wasUnsent: boolean): Promise<boolean> {
  await tools.renew?.();
  if (record.state.kind === "stored") return readBack(tools, record, record.state.version);
  const answer = await putRecord(tools.wire, record);
  if (answer.kind !== "answered") return settle(tools, record, answer, wasUnsent);
  const { version } = answer.body;
  const stored: LiveRecord = { ...record, state: { kind: "stored", version }, attempts: 0 };
  await change(tools, (queue) => ({
    queue: { ...withRecords(queue, [stored]), condition: null, failures: 0, pausedUntil: 0 },
    result: undefined,
  }));
  return readBack(tools, stored, version);
}

async function readBack(tools: SenderTools, record: LiveRecord, version: number): Promise<boolean> {
  const answer = await readSent(tools.wire, record);
  if (answer.kind === "rejected" && answer.status === 404) {
    // The server does not know it after all.
    return settle(tools, { ...record, state: { kind: "waiting" } }, { kind: "silent" }, false);
  }
  if (answer.kind !== "answered") return settle(tools, record, answer, false);
  const arrived: SentRecord = isSameJson(answer.body, record.body)
    ? asArrived(record, version, tools.now())
    : { ...record, state: { kind: "rejected", problems: [{ field: "", code: "mismatch" }] } };
  await change(tools, (queue) => ({ queue: withRecords(queue, [arrived]), result: undefined }));
  return true;
}

/** The queue after a try that did not end with what was asked. Whether to go on with the next. */
function settle(
  tools: SenderTools,
  record: LiveRecord,
  answer: Exclude<RecordAnswer<unknown>, { readonly kind: "answered" }>,
  wasUnsent: boolean,
): Promise<boolean> {
  const { now, random } = tools;
  return change(tools, (queue) => {
    const at = now().getTime();
    if (answer.kind === "rejected" && record.state.kind !== "stored") {
      const state = { kind: "rejected" as const, problems: answer.problems };
      const told: LiveRecord = { ...record, state, isUnknown: false, attempts: 0 };
      return { queue: withRecords(queue, [told]), result: true };
    }
    const attempts = record.attempts + 1;
    const isUnread =
      answer.kind === "busy" || answer.kind === "signedOut" || answer.kind === "otherPerson";
    const waits: LiveRecord = {
      ...record,
      state: record.state.kind === "stored" ? record.state : { kind: "waiting" },
      isUnknown: record.state.kind === "stored" || !(isUnread && wasUnsent),
      attempts,
      nextTryAt: at + backOff(attempts, random),
    };
    const next = withRecords(queue, [waits]);
    if (answer.kind === "broken" || answer.kind === "rejected")
      return { queue: next, result: true };
    const asked = answer.kind === "busy" ? answer.wait : null;
    const condition =
      answer.kind === "signedOut" || answer.kind === "otherPerson" ? answer.kind : next.condition;
    return { queue: { ...pausedAfter(next, at, random, asked), condition }, result: false };
  });
}

function change<Result>(
  { store, onChange }: SenderTools,
  step: (queue: Queue) => { readonly queue: Queue; readonly result: Result },
): Promise<Result> {
  return store.change(step).finally(onChange);
}
