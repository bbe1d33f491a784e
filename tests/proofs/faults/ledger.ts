import { gunzipSync } from "node:zlib";

import { partMark, type Cells, type Deed } from "./verdict";

type Sent = { readonly unit: string; readonly day: string; readonly cells: Cells };

/** What one device sent under which id, and what it believes became of it. */
type Ledger = {
  /** Remembers what an id says; what it said first counts, because an id never changes its content. */
  readonly note: (id: string, sent: Sent) => void;
  /** The device believes that the server has it. */
  readonly confirm: (id: string) => void;
  /** The person has chosen what another wrote: what the id says does not count any more. */
  readonly yield: (id: string) => void;
  /** Whether the id says just that. */
  readonly says: (id: string | undefined, cells: Cells | undefined) => boolean;
  /** @param open ids that the device still waits with. */
  readonly deeds: (open: ReadonlySet<string>) => readonly Deed[];
};

export function makeLedger(): Ledger {
  const known = new Map<string, Sent>();
  const confirmed = new Set<string>();
  const yielded = new Set<string>();
  return {
    note: (id, sent) => {
      if (!known.has(id)) known.set(id, sent);
    },
    confirm: (id) => confirmed.add(id),
    yield: (id) => yielded.add(id),
    says: (id, cells) => {
      const sent = known.get(id ?? "");
      return sent !== undefined && cells !== undefined && isSame(sent.cells, cells);
    },
    deeds: (open) =>
      [...known].map(([id, sent]) => ({
        id,
        ...sent,
        state: open.has(id)
          ? "open"
          : confirmed.has(id) && !yielded.has(id)
            ? "confirmed"
            : "settled",
      })),
  };
}

export function isSame(a: Cells, b: Cells): boolean {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => a[key] === b[key]);
}

export type ReportOnWire = {
  readonly id: string;
  readonly unit: string;
  readonly day: string;
  readonly zero?: boolean | undefined;
  readonly tallies: readonly {
    readonly intervention: string;
    readonly targetGroup: string;
    readonly residents: number;
  }[];
  readonly parts?:
    readonly { readonly kind: string; readonly code: string; readonly count: number }[] | undefined;
};

/** The cells of a report as it is sent, its parts among them; a zero report has none. */
export function cellsOf({
  zero,
  tallies,
  parts = [],
}: Pick<ReportOnWire, "zero" | "tallies" | "parts">): Cells {
  return zero
    ? {}
    : Object.fromEntries([
        ...tallies.map(({ intervention, targetGroup, residents }) => [
          `${intervention}/${targetGroup}`,
          residents,
        ]),
        ...parts.map(({ kind, code, count }) => [`${partMark}${kind}/${code}`, count]),
      ] as [string, number][]);
}

/** The reports in the body of a request, which a device may have packed for the line. */
export function reportsIn(body: Buffer): readonly ReportOnWire[] {
  return bodyOf(body).reports;
}

export function bodyOf(body: Buffer): { readonly reports: readonly ReportOnWire[] } {
  return jsonOf(body) as { reports: readonly ReportOnWire[] };
}

export function jsonOf(body: Buffer): unknown {
  // Every gzip file begins so, and no JSON does.
  const isPacked = body[0] === 0x1f && body[1] === 0x8b;
  const text = (isPacked ? gunzipSync(body) : body).toString("utf8");
  return JSON.parse(text);
}
