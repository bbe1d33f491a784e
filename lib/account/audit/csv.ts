import type { RegionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay, localTime, timeZoneNames, type TimeZone } from "@/lib/base/time/time-zone";

import { entryReasonOf } from "./change";
import { subjectOf, type AuditEntry } from "./entry";

/** Columns of the file, in order. */
const auditColumns = [
  "id",
  "time",
  "person",
  "username",
  "kind",
  "action",
  "subject",
  "place",
  "campaign",
  "sample",
  "reason",
  "before",
  "after",
  "hash",
] as const;

/** The words of the reader's language. */
type AuditCsvTexts = {
  readonly column: (name: (typeof auditColumns)[number]) => string;
  readonly kind: (action: string) => string;
  readonly nobody: string;
  readonly gone: string;
  readonly yes: string;
  /** The line below everything when there was more; null: there was not. */
  readonly cut: string | null;
};

/** Entries as rows of a file, newest first; "before" and "after" as JSON, nothing left out. */
export function auditCsv(
  entries: readonly AuditEntry[],
  zone: TimeZone,
  texts: AuditCsvTexts,
): (string | number | null)[][] {
  const rows = entries.map((entry) => {
    const reason = entryReasonOf(entry);
    return [
      Number(entry.id),
      `${localDay(entry.recordedAt, zone)} ${localTime(entry.recordedAt, zone)} ${timeZoneNames[zone]}`,
      entry.displayName ?? (entry.actorId === null ? texts.nobody : texts.gone),
      entry.username,
      texts.kind(entry.action),
      entry.action,
      entry.subject,
      subjectOf(entry).name,
      entry.campaignName,
      entry.isSample ? texts.yes : null,
      reason && [reason.code, reason.note].filter(Boolean).join(": "),
      jsonOf(entry.before),
      jsonOf(entry.after),
      entry.hash,
    ];
  });
  return [auditColumns.map(texts.column), ...rows, ...(texts.cut === null ? [] : [[texts.cut]])];
}

export function auditFileName(district: RegionCode, day: CalendarDay): string {
  return `jejak-${district}-${day}.csv`;
}

function jsonOf(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
