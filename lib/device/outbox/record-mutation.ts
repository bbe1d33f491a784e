import { isRecord } from "@/lib/base/forms/unknown-object";

/** A kind of record that a device may send later: those of registers, and answers to what is asked. */
type SentKind = "answer" | "assessment" | "adverseEvent" | "stockMove";

/** What a form hands over: enough to send it, to say what it is, and to fill its form again. */
export type TypedRecord = {
  /** A UUID by which the server stores it once. */
  readonly id: string;
  readonly kind: SentKind;
  /** Id of the record that it is about; a new one's own. */
  readonly record: string;
  /** Version of the record that was changed; 0: it is new. */
  readonly version: number;
  /** What lists call it. */
  readonly name: string;
  /** The page that it was typed on. */
  readonly page: string;
  /** Where it is sent to: "/api/v1/campaigns/bian/assessments/…". */
  readonly address: string;
  /** The kabupaten that it is of. */
  readonly district: string;
  /** As the server will store it. */
  readonly body: Readonly<Record<string, unknown>>;
  /** As it was typed. */
  readonly fields: Readonly<Record<string, string>>;
};

/** What the server says of a field, or of the whole where the field is "". */
export type RecordProblem = { readonly field: string; readonly code: string };

type RecordState =
  | { readonly kind: "waiting" }
  | { readonly kind: "sending" }
  /** The server said that it has it; it is yet to be read back. */
  | { readonly kind: "stored"; readonly version: number }
  | { readonly kind: "rejected"; readonly problems: readonly RecordProblem[] };

/** A record that the server is not known to have, whole. */
export type LiveRecord = TypedRecord & {
  readonly of: "record";
  readonly format: number;
  readonly order: number;
  /** ISO, by this device's clock. */
  readonly typedAt: string;
  readonly state: RecordState;
  /** It was handed to the network and no answer came. */
  readonly isUnknown: boolean;
  readonly attempts: number;
  /** Milliseconds since 1970. */
  readonly nextTryAt: number;
};

/** One that the server has: what was typed is gone from here, and the line is kept for a while. */
export type ArrivedRecord = Omit<LiveRecord, "body" | "state"> & {
  readonly body: null;
  readonly state: { readonly kind: "confirmed"; readonly version: number; readonly at: string };
};

export type SentRecord = LiveRecord | ArrivedRecord;

/** As `mutationFormat`, of records. */
export const recordFormat = 1;

export function isLiveRecord(record: SentRecord): record is LiveRecord {
  return record.body !== null;
}

/** Whether what is kept is a record and no report, whatever version of the app wrote it. */
export function isKeptRecord(kept: unknown): kept is Readonly<Record<string, unknown>> {
  return isRecord(kept) && kept["of"] === "record";
}

/** A record as it was kept; null: written by a newer version, or not one: it is left where it is. */
export function readKeptRecord(kept: unknown): SentRecord | null {
  if (!isKeptRecord(kept)) return null;
  const { format, id, kind, record, address, district, typedAt, body, state } = kept;
  if (typeof format !== "number" || format > recordFormat) return null;
  const texts = [id, kind, record, address, district, typedAt];
  if (!texts.every((text) => typeof text === "string") || !isRecord(state)) return null;
  if (body !== null && !isRecord(body)) return null;
  // The rest is what this program itself wrote, and the server judges it anyway.
  return kept as unknown as SentRecord;
}
