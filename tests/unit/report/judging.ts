import { decideBatch, type BatchContext } from "@/lib/report/batch";
import type { Sender } from "@/lib/report/change-rules";
import type { ReadReport } from "@/lib/report/server/read-report";
import { contentOf, contentText } from "@/lib/report/report-content";
import type { StoredReport } from "@/lib/report/schema";
import { dosesOf } from "@/lib/campaign/measures";

/** Day 4, with its cut-off at 16.00 WIB. */
export const day = "2026-06-04";
export const unit = "62.03.01.1007";

export const nothingKnown: BatchContext = {
  units: new Map([[unit, "village"]]),
  submissions: [],
  reports: [],
  lastVersions: [],
  remembered: [],
  reopenings: [],
  doses: [],
  rooms: [],
};

/** "15.30" of a day, WIB, as an instant in text. */
export function wib(time: string, on = day): string {
  return new Date(`${on}T${time.replace(".", ":")}:00+07:00`).toISOString();
}

export function camat(at = "15.00", on = day): Sender {
  return {
    receivedAt: wib(at, on),
    receivedBy: "Camat Selat",
    mayVerify: false,
    isOffDuty: () => false,
    isArchived: false,
    isAsked: () => true,
    cutOffOf: (of) => new Date(`${of}T16:00:00+07:00`),
  };
}

export function dinkes(at = "15.00", on = day): Sender {
  return { ...camat(at, on), receivedBy: "Dinkes Kapuas", mayVerify: true };
}

type Said = Partial<Omit<ReadReport, "content" | "digest">> & { readonly residents?: number };

let last = 0;

/** A report of one cell, typed at 14.00 of its day unless it says otherwise. */
export function said({ residents = 13, ...over }: Said = {}): ReadReport {
  last += 1;
  const on = over.day ?? day;
  const cell = { intervention: "MR", targetGroup: "young", residents };
  const content = contentOf({ tallies: [cell] });
  return {
    id: `00000000-0000-4000-8000-${String(last).padStart(12, "0")}`,
    unit,
    day: on,
    round: 1,
    baseVersion: 0,
    submittedAt: wib("14.00", on),
    via: "screen",
    cumulative: null,
    reason: null,
    choice: undefined,
    isAboveTargetConfirmed: false,
    problems: [],
    ...over,
    content,
    digest: JSON.stringify([over.unit ?? unit, on, contentText(content)]),
  };
}

/** What stands: the camat's own 10 of version 1, received at 13.00. */
export function standing(over: Partial<StoredReport> = {}): BatchContext {
  const report: StoredReport = {
    version: 1,
    zero: false,
    receivedAt: wib("13.00"),
    receivedBy: "Camat Selat",
    isOwn: true,
    status: "submitted",
    returnReason: null,
    tallies: [{ intervention: "MR", targetGroup: "young", ...dosesOf({ residents: 10 }) }],
    ...over,
  };
  return { ...nothingKnown, reports: [{ unit, day, standing: report }] };
}

/** What becomes of one report. */
export function judged(report: ReadReport, known: BatchContext, sender: Sender) {
  const { results, steps, echoes } = decideBatch([report], known, sender);
  const [result] = results;
  return {
    outcome: result?.outcome,
    problem: result?.problems[0]?.code,
    version: result?.version,
    problems: result?.problems,
    written: steps.flat()[0],
    echo: echoes[0],
  };
}
