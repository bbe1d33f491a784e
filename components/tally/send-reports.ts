import type { DailyReportSubmission, ReportResult } from "@/lib/tally/schema";
import { now } from "@/lib/time/clock";

/** What the server said, or why it said nothing. */
export type SendAnswer =
  | {
      readonly kind: "answered";
      readonly at: Date;
      readonly results: readonly ReportResult[];
    }
  | { readonly kind: "signedOut" }
  /** No network, no answer in time, or a server that fails. */
  | { readonly kind: "failed" };

/** Longer than the slowest signal that still gets through; a report is small. */
const patience = 25_000;

/** Sends reports to the API. Never throws: whatever happens, what was typed stays with the caller. */
export async function sendReports(
  slug: string,
  reports: readonly DailyReportSubmission[],
): Promise<SendAnswer> {
  try {
    const response = await fetch(`/api/v1/campaigns/${encodeURIComponent(slug)}/daily-reports`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ reports }),
      signal: AbortSignal.timeout(patience),
      // A row that was just left is still sent when the page is closed.
      keepalive: reports.length < 20,
    });
    if (response.status === 401) return { kind: "signedOut" };
    const body: unknown = response.ok ? await response.json() : null;
    if (!isAnswer(body)) return { kind: "failed" };

    const at = new Date(response.headers.get("date") ?? "");
    return { kind: "answered", at: Number.isNaN(at.getTime()) ? now() : at, results: body.results };
  } catch {
    return { kind: "failed" };
  }
}

/** A name for a submission; over plain HTTP a browser has no randomUUID. */
export function newSubmissionId(): string {
  if (typeof crypto.randomUUID === "function") return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, "0");
  });
  return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** The parts that the screen depends on; the rest is our own server's word. */
function isAnswer(body: unknown): body is { readonly results: readonly ReportResult[] } {
  return (
    typeof body === "object" &&
    body !== null &&
    "results" in body &&
    Array.isArray(body.results) &&
    body.results.every(
      (result: unknown) =>
        typeof result === "object" &&
        result !== null &&
        "id" in result &&
        "outcome" in result &&
        "problems" in result &&
        Array.isArray(result.problems),
    )
  );
}
