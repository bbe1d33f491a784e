import { isSameJson } from "@/lib/base/json/same-json";

/** One record that a person typed on a device, as the device sent it under one id. */
export type RecordDeed = {
  readonly id: string;
  readonly record: string;
  readonly body: unknown;
  /**
   * confirmed: the device believes that the server has it. settled: rejected, because what it changes had been
   * changed, and given up. open: it still waits, or was rejected for something else.
   */
  readonly state: "confirmed" | "settled" | "open";
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
  const known = new Map<string, Pick<RecordDeed, "record" | "body">>();
  const confirmed = new Set<string>();
  const settled = new Set<string>();
  return {
    /** Remembers what an id says, as it was typed or as the queue holds it. */
    note: ({ id, record, body }: Pick<RecordDeed, "id" | "record" | "body">) => {
      if (!known.has(id)) known.set(id, { record, body });
    },
    /** The device believes that the server has it. */
    confirm: (id: string) => confirmed.add(id),
    /** What gave way to a later typing before it ever went never was. */
    forget: (id: string) => known.delete(id),
    /** It was rejected for what stands meanwhile, and the person gave it up. */
    settle: (id: string) => settled.add(id),
    deeds: (): readonly RecordDeed[] =>
      [...known].map(([id, sent]) => ({
        id,
        ...sent,
        state: confirmed.has(id) ? "confirmed" : settled.has(id) ? "settled" : "open",
      })),
  };
}

/**
 * Compares what devices believe of their records with the versions that the server holds and with the rows
 * that stand of each.
 *
 * @param original the id that a device gave to what arrived under another; the same without one.
 */
export function judgeRecords(
  deeds: readonly RecordDeed[],
  held: {
    readonly versions: readonly HeldRecord[];
    readonly standing: readonly HeldRecord[];
    readonly differences: number;
  },
  say: (kind: "lost" | "doubled" | "wrong", text: string) => void,
  original: (id: string) => string = (id) => id,
): void {
  const versionOf = new Map<string, HeldRecord>();
  for (const each of held.versions) {
    const sent = original(each.sent);
    if (versionOf.has(sent)) say("doubled", `record ${each.record}: one deed made two versions`);
    versionOf.set(sent, each);
  }
  const deedOf = new Map(deeds.map((deed) => [deed.id, deed]));
  for (const deed of deeds) {
    const found = versionOf.get(deed.id);
    if (deed.state === "open") say("lost", `record ${deed.record}: never came to an end`);
    else if (deed.state === "settled") {
      if (found) say("wrong", `record ${deed.record}: rejected, and there`);
    } else if (!found) say("lost", `record ${deed.record}: confirmed, and not there`);
    else if (original(found.record) !== deed.record || !isSameJson(found.body, deed.body)) {
      say("wrong", `record ${deed.record}: held other than sent`);
    }
  }
  const last = new Map<string, HeldRecord>();
  for (const each of held.versions) {
    if (!deedOf.has(original(each.sent)))
      say("doubled", `record ${each.record}: a version that nobody sent`);
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
  for (let row = 0; row < held.differences; row += 1) say("wrong", "a record's versions or sums");
}
