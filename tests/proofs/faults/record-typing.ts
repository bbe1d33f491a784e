import {
  isLiveRecord,
  type SentRecord,
  type TypedRecord,
} from "@/lib/device/outbox/record-mutation";

import { vialsAtStart } from "./record-scene";

/** What a device may write records of. */
type RecordWriter = {
  readonly slug: string;
  readonly district: string;
  /** The kecamatan of whoever has the device: its store is theirs. */
  readonly place: string;
  readonly units: readonly string[];
  readonly days: readonly string[];
  readonly intervention: string;
  readonly batch: string;
  /** What this device alone answers. */
  readonly followUps: readonly string[];
};

type At = (end: number) => number;

const kinds = ["assessment", "adverseEvent", "stockMove", "answer"] as const;

/** Version of a follow-up that nobody has answered. */
const unanswered = 1;

/**
 * What somebody types next into a form whose record goes through the outbox: a new one; a correction of one of
 * this device's that arrived; or, while it waits here and never went, something else in its place.
 *
 * @param sent what the device's outbox holds, in order.
 */
export function typedNext(writer: RecordWriter, sent: readonly SentRecord[], at: At): TypedRecord {
  const kind = kinds[at(kinds.length)] ?? "assessment";
  const record = recordOf(writer, kind, sent, at);
  const newest = sent.findLast((each) => each.record === record);
  const version = versionOf(newest) ?? (kind === "answer" ? unanswered : 0);
  const campaign = `/api/v1/campaigns/${writer.slug}`;
  const addresses = {
    assessment: `${campaign}/assessments/${record}`,
    adverseEvent: `${campaign}/adverse-events/${record}`,
    stockMove: `${campaign}/stock-moves/${record}`,
    answer: `/api/v1/follow-ups/${record}?district=${writer.district}`,
  };
  return {
    id: crypto.randomUUID(),
    kind,
    record,
    version,
    name: kind,
    page: "/",
    address: addresses[kind],
    district: writer.district,
    body: bodies[kind](writer, at),
    fields: {},
  };
}

function recordOf(
  { followUps }: RecordWriter,
  kind: (typeof kinds)[number],
  sent: readonly SentRecord[],
  at: At,
): string {
  if (kind === "answer") return followUps[at(followUps.length)] ?? "";
  // Nothing of the ledger is changed: each move is a new one.
  const known = kind === "stockMove" ? [] : sent.filter((each) => each.kind === kind);
  const chosen = at(3) === 0 ? known[at(known.length)] : undefined;
  return chosen?.record ?? crypto.randomUUID();
}

/** The version that stands as far as the device knows. */
function versionOf(newest: SentRecord | undefined): number | null {
  if (newest === undefined) return null;
  return isLiveRecord(newest) ? newest.version : newest.state.version;
}

const bodies = {
  assessment: ({ units, days, intervention }: RecordWriter, at: At) => ({
    unit: units[at(units.length)] ?? "",
    day: days[at(days.length)] ?? "",
    intervention,
    location: `RT ${String(1 + at(20))}`,
    assessor: "Tim supervisi",
    houses: Array.from({ length: 20 }, (_, index) => ({
      number: index + 1,
      people: 2,
      reached: 2 - at(2),
      reason: null,
    })),
  }),
  adverseEvent: ({ units, days, intervention }: RecordWriter, at: At) => {
    const day = days[at(days.length)] ?? "";
    return {
      unit: units[at(units.length)] ?? "",
      day,
      foundAt: `${day}T00:00`,
      interventions: [intervention],
      batch: `UJI-${String(at(3))}`,
      targetGroup: null,
      isSerious: at(4) === 0,
      onsetHours: at(72),
      signs: `demam, hari ke-${String(at(9))}`,
      isNoName: true,
      toldDistrictAt: `${day}T00:00`,
    };
  },
  stockMove: ({ place, days, batch }: RecordWriter, at: At) => {
    const move = (["receipt", "return", "discard", "count"] as const)[at(4)] ?? "receipt";
    const isIn = move === "receipt" || move === "count";
    return {
      kind: move,
      batch,
      from: isIn ? null : place,
      to: isIn ? place : null,
      vials: move === "count" ? vialsAtStart + at(9) : 1 + at(3),
      doses: null,
      document: `UJI/${String(at(1_000))}`,
      day: days[at(days.length)] ?? "",
      reason: "Uji gangguan",
      corrects: null,
    };
  },
  answer: (_: RecordWriter, at: At) => ({
    state: (["doing", "done", "cannot"] as const)[at(3)] ?? "doing",
    text: `Sudah ${String(at(1_000))} desa`,
    evidence: at(2) === 0 ? "" : "Notulen rapat",
  }),
} satisfies Record<(typeof kinds)[number], (writer: RecordWriter, at: At) => object>;
