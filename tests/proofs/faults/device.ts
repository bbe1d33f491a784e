import "fake-indexeddb/auto";

import { once } from "node:events";

import { IDBFactory } from "fake-indexeddb";

import { seededRandom } from "@/lib/coverage/seeded-random";
import { isLive, type Mutation } from "@/lib/device/outbox/mutation";
import { isLiveRecord, type SentRecord } from "@/lib/device/outbox/record-mutation";
import { openOutbox, type Outbox } from "@/lib/device/outbox/open-outbox";
import { oneSender } from "@/lib/device/outbox/sender-lock";

import { cellsOf, makeLedger } from "./ledger";
import { recordLedger, type RecordDeed } from "./record-deeds";
import { typedNext } from "./record-typing";
import { type Road } from "./road";
import { district, slug, type Person } from "./scene";
import { type Deed } from "./verdict";

/** A phone without a screen: the product's own outbox on an IndexedDB of its own. */
export type Device = {
  readonly person: Person;
  readonly road: Road;
  /** Types reports of some of the person's villages; nothing is sent by it. */
  readonly type: (seed: number, place?: ReportPlace) => Promise<ReportPlace>;
  /** Tries to send everything, and answers what the server asks. */
  readonly send: () => Promise<void>;
  /** Ends the program as SIGKILL does, and begins it again on what it had kept. */
  readonly kill: () => Promise<void>;
  readonly moveClock: (seed: number) => void;
  readonly endSession: () => void;
  readonly signIn: () => void;
  /** What still waits, in words; empty: nothing does. */
  readonly waiting: () => Promise<readonly string[]>;
  readonly deeds: () => Promise<readonly Deed[]>;
  readonly recordDeeds: () => Promise<readonly RecordDeed[]>;
};

type ReportPlace = { readonly unit: string; readonly day: string };

/** The program from one start to its end. */
type Life = {
  readonly outbox: Outbox;
  readonly end: () => void;
  /** Resolves at its end. */
  readonly over: Promise<void>;
};

/** A slow signal is given up after this long, so that a run of thousands ends the same day. */
const patience = 1_200;

export async function openDevice({
  person,
  road,
  cookie,
  days,
  cells,
  batch,
  followUps,
  seed,
}: {
  readonly person: Person;
  readonly road: Road;
  readonly cookie: string;
  readonly days: readonly string[];
  readonly cells: readonly string[];
  readonly batch: string;
  /** What this device alone answers. */
  readonly followUps: readonly string[];
  readonly seed: number;
}): Promise<Device> {
  const random = seededRandom(seed);
  const disk = new IDBFactory();
  const ledger = makeLedger();
  const records = recordLedger();
  const { place, units } = person;
  const intervention = cells[0]?.split("/")[0] ?? "";
  const writer = { slug, district, place, units, days, intervention, batch, followUps };
  /** The versions that this device has seen. */
  const seen = new Map<string, number>();
  const state = { clock: 0, isSignedIn: true };
  let life = await begin();

  async function begin(): Promise<Life> {
    const death = new AbortController();
    const over = once(death.signal, "abort").then(() => undefined);
    const outbox = await openOutbox({
      actorId: person.id,
      indexedDB: disk,
      locks: oneSender,
      channel: null,
      baseUrl: `http://127.0.0.1:${String(road.port)}`,
      patience,
      random,
      now: () => new Date(Date.now() + state.clock),
      fetch: async (input, init) => {
        const headers = new Headers(init?.headers);
        if (state.isSignedIn) headers.set("cookie", cookie);
        const response = await fetch(input, { ...init, headers, keepalive: false });
        const text = await response.text();
        // A program that is dead hears nothing.
        if (death.signal.aborted) return new Promise<never>(() => undefined);
        return new Response(text, { status: response.status, headers: response.headers });
      },
    });
    return { outbox, over, end: () => death.abort() };
  }

  /** Notes what the queue holds, and answers what waits for the person. */
  async function attend(): Promise<void> {
    const { mutations, records: sent } = await life.outbox.view();
    for (const mutation of mutations) note(mutation);
    for (const each of sent) await attendRecord(each);
    const disputed = mutations.filter(
      (mutation) => isLive(mutation) && mutation.state.kind === "conflict",
    );
    for (const { id } of disputed) {
      await life.outbox.resolve(id, random() < 0.5 ? "mine" : "theirs");
    }
    if (disputed.length > 0) for (const each of (await life.outbox.view()).mutations) note(each);
  }

  function note(mutation: Mutation) {
    if (isLive(mutation)) {
      const { unit, day, report, state: fate } = mutation;
      if (fate.kind === "conflict") seen.set(keyOf(mutation), fate.standing.version);
      ledger.note(mutation.id, { unit, day, cells: cellsOf(report) });
      if (report.choice?.kept === "theirs") ledger.yield(mutation.id);
    } else {
      seen.set(keyOf(mutation), Math.max(seen.get(keyOf(mutation)) ?? 0, mutation.state.version));
      ledger.confirm(mutation.id);
    }
  }

  /** Types a record of a register, or an answer. */
  async function writeRecord(at: (end: number) => number): Promise<void> {
    const { records: sent } = await life.outbox.view();
    const typed = typedNext(writer, sent, at);
    const before = sent.filter((each) => isLiveRecord(each) && each.record === typed.record);
    const { isTaken } = await life.outbox.put(typed);
    if (!isTaken) return;
    records.note(typed);
    // What waited and never went gave way to it.
    const left = new Set((await life.outbox.view()).records.map(({ id }) => id));
    for (const { id } of before) if (!left.has(id)) records.forget(id);
  }

  async function attendRecord(each: SentRecord): Promise<void> {
    if (!isLiveRecord(each)) {
      records.confirm(each.id);
      return;
    }
    records.note(each);
    const { id, state: fate } = each;
    if (fate.kind !== "rejected" || !fate.problems.some(({ code }) => isChanged(code))) return;
    records.settle(id);
    await life.outbox.discardRecord(id);
  }

  return {
    person,
    road,
    async type(typingSeed, place) {
      const roll = seededRandom(typingSeed);
      const at = (end: number) => Math.floor(roll() * end);
      const count = place ? 1 : 1 + at(2);
      let last: ReportPlace = place ?? { unit: "", day: "" };
      for (let index = 0; index < count; index += 1) {
        const { unit, day } = place ?? {
          unit: person.units[at(person.units.length)] ?? "",
          day: days[at(days.length)] ?? "",
        };
        last = { unit, day };
        const isZero = roll() < 0.05;
        await life.outbox.enqueue({
          slug,
          unitName: unit,
          report: {
            id: crypto.randomUUID(),
            unit,
            day,
            zero: isZero,
            baseVersion: seen.get(keyOf(last)) ?? 0,
            reason: { code: "recount" },
            tallies: isZero
              ? []
              : cells.map((cell) => {
                  const [intervention = "", targetGroup = ""] = cell.split("/");
                  return { intervention, targetGroup, residents: at(60), nonResidents: 0 };
                }),
            parts: isZero
              ? []
              : [
                  { kind: "reason", code: "sick", count: at(9) },
                  { kind: "vials", code: "MR", count: at(5) },
                ],
          },
        });
      }
      if (roll() < 0.5) await writeRecord(at);
      await attend();
      return last;
    },
    async send() {
      const { outbox, over } = life;
      // Who waits for a program that dies meanwhile waits no longer.
      await Promise.race([outbox.send({ isForced: true }), over]);
      await attend();
    },
    async kill() {
      life.end();
      life = await begin();
      await attend();
    },
    moveClock(clockSeed) {
      const roll = seededRandom(clockSeed);
      state.clock = Math.round((roll() - 0.5) * 2 * 3 * 24 * 3_600_000);
    },
    endSession() {
      state.isSignedIn = false;
    },
    signIn() {
      state.isSignedIn = true;
    },
    async waiting() {
      const { mutations, records: sent, condition } = await life.outbox.view();
      const others = sent.filter(isLiveRecord).map(({ name, state: { kind, ...rest } }) => {
        const why = "problems" in rest ? rest.problems.map(({ code }) => code).join(", ") : "";
        return `${name} ${kind} ${why}`;
      });
      const reports = mutations.filter(isLive).map(({ unit, day, state: { kind, ...rest } }) => {
        const why = "problems" in rest ? rest.problems.map(({ code }) => code).join(", ") : "";
        return `${unit} ${day} ${kind} ${why}${condition ?? ""}`;
      });
      return [...reports, ...others];
    },
    async deeds() {
      await attend();
      const { mutations } = await life.outbox.view();
      // Nothing in this scene is to be rejected: what is, counts as not arrived.
      const open = mutations.filter(isLive);
      return ledger.deeds(new Set(open.map(({ id }) => id)));
    },
    async recordDeeds() {
      await attend();
      return records.deeds();
    },
  };
}

function keyOf({ unit, day }: ReportPlace): string {
  return `${day} ${unit}`;
}

/** A page that was opened before the last version arrived changed an older one. */
function isChanged(code: string): boolean {
  return code === "recordChanged" || code === "followUpChanged";
}
