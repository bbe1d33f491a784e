import { isSameJson } from "@/lib/base/json/same-json";
import { isLiveRecord, type SentRecord } from "@/lib/device/outbox/record-mutation";

/** One record that a person typed on a device, as the device sent it under one id. */
export type RecordDeed = {
  readonly id: string;
  readonly record: string;
  readonly body: unknown;
  /** confirmed: the device believes that the server has it. open: it still waits, or was rejected. */
  readonly state: "confirmed" | "open";
};

/** A stored version of a record. */
export type HeldRecord = {
  readonly sent: string;
  readonly record: string;
  readonly version: number;
  readonly body: unknown;
};

/** What one device sent as records, and what it believes became of them. */
export function recordLedger() {
  const known = new Map<string, { readonly record: string; readonly body: unknown }>();
  const confirmed = new Set<string>();
  return {
    note: (each: SentRecord) => {
      if (!isLiveRecord(each)) confirmed.add(each.id);
      else if (!known.has(each.id)) known.set(each.id, { record: each.record, body: each.body });
    },
    /** What gave way to a later typing before it ever went never was. */
    forget: (id: string) => known.delete(id),
    deeds: (): readonly RecordDeed[] =>
      [...known].map(([id, sent]) => ({
        id,
        ...sent,
        state: confirmed.has(id) ? "confirmed" : "open",
      })),
  };
}

/**
 * Compares what devices believe of their records with the versions that the server holds and with the rows
 * that stand of each.
 */
export function judgeRecords(
  deeds: readonly RecordDeed[],
  held: { readonly versions: readonly HeldRecord[]; readonly standing: readonly HeldRecord[] },
  say: (kind: "lost" | "doubled" | "wrong", text: string) => void,
): void {
  const versionOf = new Map(held.versions.map((each) => [each.sent, each]));
  const deedOf = new Map(deeds.map((deed) => [deed.id, deed]));
  for (const deed of deeds) {
    const found = versionOf.get(deed.id);
    if (deed.state === "open") say("lost", `record ${deed.record}: never came to an end`);
    else if (!found) say("lost", `record ${deed.record}: confirmed, and not there`);
    else if (found.record !== deed.record || !isSameJson(found.body, deed.body)) {
      say("wrong", `record ${deed.record}: held other than sent`);
    }
  }
  const last = new Map<string, HeldRecord>();
  for (const each of held.versions) {
    if (!deedOf.has(each.sent)) say("doubled", `record ${each.record}: a version that nobody sent`);
    if ((last.get(each.record)?.version ?? 0) < each.version) last.set(each.record, each);
  }
  for (const [record, { version }] of last) {
    const count = held.versions.filter((each) => each.record === record).length;
    if (count !== version)
      say("doubled", `record ${record}: ${String(count)} of ${String(version)}`);
  }
  for (const row of held.standing) {
    const newest = last.get(row.record);
    if (newest?.version !== row.version || !isSameJson(newest.body, row.body)) {
      say("wrong", `record ${row.record}: what stands is not its newest version`);
    }
  }
  if (held.standing.length !== last.size) {
    say("wrong", `${String(held.standing.length)} records stand of ${String(last.size)}`);
  }
}
