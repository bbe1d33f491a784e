import type { CalendarDay } from "@/lib/base/time/calendar-day";

import type { SessionMode } from "./plan";
import type { ScheduledSession } from "./schedule";
import type { SessionState } from "./session-state";

const sessionColumns = [
  "day",
  "unit",
  "code",
  "subdistrict",
  "mode",
  "groups",
  "team",
  "planned",
  "served",
  "state",
  "reason",
] as const;

/** The words of the reader's language. */
type SessionCsvTexts = {
  readonly column: (name: (typeof sessionColumns)[number]) => string;
  readonly mode: (mode: SessionMode) => string;
  readonly state: (state: SessionState) => string;
  readonly group: (code: string) => string;
  readonly subdistrict: (code: string) => string;
  /** The line above everything where figures are invented; null: they are not. */
  readonly sample: string | null;
};

/** The sessions of a week as rows of a file. */
export function sessionsCsv(
  sessions: readonly ScheduledSession[],
  texts: SessionCsvTexts,
): (string | number | null)[][] {
  return [
    ...(texts.sample === null ? [] : [[texts.sample]]),
    sessionColumns.map(texts.column),
    ...sessions.map((session) => [
      session.day,
      session.unitName,
      session.unit,
      texts.subdistrict(session.subdistrict),
      texts.mode(session.mode),
      session.targetGroups.map(texts.group).join(", ") || null,
      session.teamName,
      session.planned,
      session.state === "held" || session.state === "reporting" ? session.served : null,
      texts.state(session.state),
      session.calledOff,
    ]),
  ];
}

export function sessionsFileName(slug: string, day: CalendarDay, ending: "csv" | "ics"): string {
  return `jadwal-${slug}-${day}.${ending}`;
}
