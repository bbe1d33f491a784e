import type { Queue } from "./queue";
import {
  isLiveRecord,
  recordFormat,
  type LiveRecord,
  type SentRecord,
  type TypedRecord,
} from "./record-mutation";

/** The lines of records that arrived are kept as long as those of reports. */
const keptFor = 3 * 24 * 3_600_000;

export function withRecords(queue: Queue, changed: readonly SentRecord[]): Queue {
  if (changed.length === 0) return queue;
  const records = new Map(queue.records);
  for (const record of changed) records.set(record.id, record);
  return { ...queue, records };
}

function withoutRecord(queue: Queue, id: string): Queue {
  if (!queue.records.has(id)) return queue;
  const records = new Map(queue.records);
  records.delete(id);
  return { ...queue, records };
}

export function recordsInOrder({ records }: Queue): SentRecord[] {
  return [...records.values()].sort((a, b) => a.order - b.order);
}

export function liveRecords(queue: Queue): LiveRecord[] {
  return recordsInOrder(queue).filter(isLiveRecord);
}

/** Those that the server is not known to have, what is only to be read back left out. */
export function unsentRecords(queue: Queue): LiveRecord[] {
  return liveRecords(queue).filter(({ state }) => state.kind !== "stored");
}

/** Whether it may still be changed or taken back: it was never under way, or the server said no. */
function isOpenToChange({ state, isUnknown }: LiveRecord): boolean {
  return state.kind === "rejected" || (state.kind === "waiting" && !isUnknown);
}

/**
 * The queue with what a form hands over. It takes the place of what waits for the same record and was
 * never under way; while something is under way nothing else goes in, because nobody knows yet on which
 * version it would stand.
 */
export function withTypedRecord(queue: Queue, typed: TypedRecord, typedAt: string): Queue {
  const known = queue.records.get(typed.id);
  if (known && !(isLiveRecord(known) && isOpenToChange(known))) return queue;
  const standing = liveRecords(queue).filter(
    ({ kind, record }) => kind === typed.kind && record === typed.record,
  );
  if (!standing.every(isOpenToChange)) return queue;
  const cleared = standing.reduce((current, { id }) => withoutRecord(current, id), queue);
  const record: LiveRecord = {
    ...typed,
    of: "record",
    format: recordFormat,
    order: queue.next,
    typedAt,
    state: { kind: "waiting" },
    isUnknown: false,
    attempts: 0,
    nextTryAt: 0,
  };
  return withRecords({ ...cleared, next: queue.next + 1 }, [record]);
}

/** The line that stays of a record that the server has. */
export function asArrived(record: LiveRecord, version: number, at: Date): SentRecord {
  const state = { kind: "confirmed" as const, version, at: at.toISOString() };
  return { ...record, body: null, fields: {}, state };
}

/** Live records for another device: from here on nobody knows whether that one sent them. */
export function asCopied(record: LiveRecord): LiveRecord {
  return record.state.kind === "rejected" ? record : { ...record, isUnknown: true };
}

/** Puts a rejected record back in the queue, as it is. */
export function withRetriedRecord(queue: Queue, id: string): Queue {
  const record = liveRecords(queue).find((each) => each.id === id);
  if (record?.state.kind !== "rejected") return queue;
  return withRecords(queue, [{ ...record, state: { kind: "waiting" }, attempts: 0, nextTryAt: 0 }]);
}

/** Gives up a record that cannot have reached the server. */
export function withDiscardedRecord(queue: Queue, id: string): Queue {
  const record = liveRecords(queue).find((each) => each.id === id);
  return record && isOpenToChange(record) ? withoutRecord(queue, id) : queue;
}

/** Without the lines of what arrived long ago. */
export function prunedRecords(queue: Queue, at: number): Queue {
  return recordsInOrder(queue)
    .filter((each) => !isLiveRecord(each) && at - Date.parse(each.state.at) > keptFor)
    .reduce((current, { id }) => withoutRecord(current, id), queue);
}

/** When there is a record to send or to read back next; null: there is none. */
export function nextRecordTry(queue: Queue): number | null {
  const waiting = liveRecords(queue).filter(({ state }) => state.kind !== "rejected");
  return waiting.length === 0 ? null : Math.min(...waiting.map(({ nextTryAt }) => nextTryAt));
}
