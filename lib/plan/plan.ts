import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** How people are reached on a day. */
export const sessionModes = [
  "post",
  "outreach",
  "mass",
  "workplace",
  "school",
  "sweeping",
] as const;

export type SessionMode = (typeof sessionModes)[number];

/** How those of a place are reached, who lie under no narrower strategy. */
export type Strategy = {
  readonly id: string;
  /** Code of the kabupaten, a kecamatan or a unit; of a set as forms say it, "stage/opd". */
  readonly place: string;
  /** Codes of the groups that it is for; none: every group. */
  readonly targetGroups: readonly string[];
  readonly mode: SessionMode;
  /** It no longer holds. */
  readonly isWithdrawn: boolean;
  readonly version: number;
};

/** People who hold one session a day together. */
export type Team = {
  readonly id: string;
  readonly name: string;
  /** The kecamatan that it works in; the kabupaten: in all of them. */
  readonly base: string;
  readonly peoplePerDay: number;
  /** It works no longer. */
  readonly isClosed: boolean;
  readonly version: number;
};

/** What is planned: a unit and a day, whom a team means to serve and how. */
export type PlannedSession = {
  readonly id: string;
  readonly unit: string;
  readonly day: CalendarDay;
  readonly mode: SessionMode;
  /** Codes of the groups that it is for; none: every group. */
  readonly targetGroups: readonly string[];
  /** Id of the team; null: none is named. */
  readonly team: string | null;
  /** People that it is meant for; null: nobody said. */
  readonly planned: number | null;
  /** Why it is not held; null: it is. */
  readonly calledOff: string | null;
  readonly version: number;
};
