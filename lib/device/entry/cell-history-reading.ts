import type { CellHistory } from "@/lib/report/history-schema";

/** The campaign, unit, day and column that a history is about. */
export type HistoryCell = {
  readonly slug: string;
  readonly unit: string;
  readonly day: string;
  readonly intervention: string;
  readonly targetGroup: string;
};

/** What came of asking. `missing`: the server knows no such unit here. */
export type HistoryReading =
  | { readonly kind: "read"; readonly history: CellHistory }
  | { readonly kind: "offline" | "missing" | "failed" };

/** One line of a history: a value, or what was decided about its report. */
type HistoryLine =
  | { readonly kind: "value"; readonly at: string; readonly value: CellHistory["values"][number] }
  | { readonly kind: "event"; readonly at: string; readonly event: CellHistory["events"][number] };

const patience = 20_000;

/** Asks the server for every value of a cell. Never throws. */
export async function fetchCellHistory(
  { slug, ...cell }: HistoryCell,
  signal: AbortSignal,
): Promise<HistoryReading> {
  const query = new URLSearchParams(cell).toString();
  try {
    const answer = await fetch(`/api/v1/campaigns/${encodeURIComponent(slug)}/history?${query}`, {
      headers: { Accept: "application/json" },
      signal: AbortSignal.any([signal, AbortSignal.timeout(patience)]),
    });
    if (answer.status === 404) return { kind: "missing" };
    const body: unknown = answer.ok ? await answer.json() : null;
    return isHistory(body) ? { kind: "read", history: body } : { kind: "failed" };
  } catch {
    // No answer at all; half of one is no better.
    return { kind: "offline" };
  }
}

/** Values and decisions in one list, newest first; at the same instant the decision came after. */
export function historyLines({ values, events }: CellHistory): readonly HistoryLine[] {
  const lines: HistoryLine[] = [
    ...events.map((event) => ({ kind: "event" as const, at: event.at, event })),
    ...values.map((value) => ({ kind: "value" as const, at: value.receivedAt, value })),
  ];
  return lines.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

/** The server wrote it by its schema; a page of something else on the way is not one. */
function isHistory(body: unknown): body is CellHistory {
  return (
    typeof body === "object" &&
    body !== null &&
    "values" in body &&
    Array.isArray(body.values) &&
    "events" in body &&
    Array.isArray(body.events)
  );
}
