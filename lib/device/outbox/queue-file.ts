import { z } from "zod";

import { dailyReportSubmission } from "@/lib/report/schema";

import { mutationFormat, readMutation, isLive, type LiveMutation } from "./mutation";
import type { Outbox } from "./open-outbox";
import { isLiveRecord, readKeptRecord, type LiveRecord } from "./record-mutation";

/** Why a file is not loaded. Each has a sentence in the catalogue, under `outbox.file`. */
type QueueFileProblem = "notAQueue" | "damaged" | "newer" | "otherPerson";

type Loaded =
  | { readonly kind: "loaded"; readonly count: number; readonly known: number }
  | { readonly kind: "rejected"; readonly problem: QueueFileProblem };

const fileShape = z.object({
  cakupan: z.literal("outbox"),
  format: z.number(),
  actorId: z.string(),
  writtenAt: z.string(),
  mutations: z.array(z.unknown()),
  /** Files of before 30 November 2026 have none. */
  records: z.array(z.unknown()).optional(),
  digest: z.string(),
});

/** A person's unsent reports as a file, to be loaded on another device of theirs. */
export async function exportQueue(
  outbox: Pick<Outbox, "actorId" | "takeCopy">,
  at: Date,
): Promise<{ readonly name: string; readonly text: string; readonly count: number }> {
  const { mutations, records } = await outbox.takeCopy();
  const said = {
    cakupan: "outbox",
    format: mutationFormat,
    actorId: outbox.actorId,
    writtenAt: at.toISOString(),
    mutations,
    records,
  };
  const text = JSON.stringify({ ...said, digest: digestOf(said) }, null, 1);
  const date = at.toISOString().slice(0, 10);
  return {
    name: `cakupan-kotak-keluar-${date}.json`,
    text,
    count: mutations.length + records.length,
  };
}

/**
 * Puts the reports of a file in the queue under their own ids, so that the server takes each once
 * however many devices send it. Only the same person's, and only a file that is as it was written.
 */
export async function importQueue(
  outbox: Pick<Outbox, "actorId" | "add" | "view">,
  text: string,
): Promise<Loaded> {
  const file = fileShape.safeParse(parsed(text));
  if (!file.success) return { kind: "rejected", problem: "notAQueue" };
  const { digest, ...said } = file.data;
  if (said.format > mutationFormat) return { kind: "rejected", problem: "newer" };
  if (digestOf(said) !== digest) return { kind: "rejected", problem: "damaged" };
  if (said.actorId !== outbox.actorId) return { kind: "rejected", problem: "otherPerson" };

  const mutations = said.mutations.map(readSendable).filter((each) => each !== null);
  const kept = said.records ?? [];
  const records = kept.map(readSendableRecord).filter((each) => each !== null);
  const isWhole = mutations.length === said.mutations.length && records.length === kept.length;
  if (!isWhole) return { kind: "rejected", problem: "damaged" };
  const view = await outbox.view();
  const before = new Set([...view.mutations, ...view.records].map(({ id }) => id));
  await outbox.add({ mutations, records });
  const all = [...mutations, ...records];
  const known = all.filter(({ id }) => before.has(id)).length;
  return { kind: "loaded", count: all.length - known, known };
}

/** A report of a file as one that waits here; nobody knows what became of it on the other device. */
function readSendable(kept: unknown): LiveMutation | null {
  const mutation = readMutation(kept);
  if (!mutation || !isLive(mutation)) return null;
  if (!dailyReportSubmission.safeParse(mutation.report).success) return null;
  const { kind } = mutation.state;
  const state =
    kind === "rejected" || kind === "conflict" ? mutation.state : { kind: "waiting" as const };
  const isUnknown = state.kind === "waiting";
  return { ...mutation, state, isUnknown, attempts: 0, nextTryAt: 0 };
}

/** The same of a record. */
function readSendableRecord(kept: unknown): LiveRecord | null {
  const record = readKeptRecord(kept);
  if (!record || !isLiveRecord(record)) return null;
  const isRejected = record.state.kind === "rejected";
  const state = isRejected ? record.state : { kind: "waiting" as const };
  return { ...record, state, isUnknown: !isRejected, attempts: 0, nextTryAt: 0 };
}

/**
 * 64 bits of FNV-1a over the text, in hex: it finds a file that was cut off or changed. It is no
 * signature; the server judges every report as if it had been typed anew.
 */
function digestOf(said: object): string {
  const bytes = new TextEncoder().encode(JSON.stringify(said));
  let hash = 0xcbf29ce484222325n;
  for (const byte of bytes) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, "0");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
