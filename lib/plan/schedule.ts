import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Intervention } from "@/lib/campaign/campaign";

import { clashingSessions } from "./clashes";
import type { SessionMode, Team } from "./plan";
import { servedOf } from "./served";
import type { SessionRow } from "./server/rows";
import { stateOf, type SessionState } from "./session-state";

/** A session as a schedule shows it. */
export type ScheduledSession = Omit<SessionRow, "counts" | "isReported"> & {
  readonly state: SessionState;
  readonly served: number;
  /** Its team has another one on that day. */
  readonly isClashing: boolean;
};

/** Sessions with what their reports make of them. */
export function scheduledOf(
  rows: readonly SessionRow[],
  interventions: readonly Intervention[],
  today: CalendarDay,
): ScheduledSession[] {
  const clashing = clashingSessions(rows);
  return rows.map(({ counts, isReported, ...session }) => ({
    ...session,
    state: stateOf(session, isReported, today),
    served: servedOf(counts, session.targetGroups, interventions),
    isClashing: clashing.has(session.id),
  }));
}

/** So many people served of those that were planned. */
export type SessionLoad = { readonly served: number; readonly planned: number };

/** Of sessions that are over, or (`isToday`) of today's: what was called off was planned all the same. */
type SessionTally = SessionLoad & {
  readonly held: number;
  readonly sessions: number;
};

export function tallyOf(sessions: readonly ScheduledSession[]): SessionTally {
  return {
    served: sessions.reduce((sum, { served }) => sum + served, 0),
    planned: sessions.reduce((sum, { planned }) => sum + (planned ?? 0), 0),
    held: sessions.filter(({ state }) => state === "held" || state === "reporting").length,
    sessions: sessions.length,
  };
}

export const scheduleViews = ["team", "subdistrict", "unit"] as const;

export type ScheduleView = (typeof scheduleViews)[number];

const addressWords: Readonly<Record<ScheduleView, string>> = {
  team: "tim",
  subdistrict: "kecamatan",
  unit: "desa",
};

/** How addresses say a view; nothing for the one that is shown without. */
export function wordOfView(view: ScheduleView): string | null {
  return view === "team" ? null : addressWords[view];
}

export function viewOfWord(word: string | undefined): ScheduleView {
  return scheduleViews.find((view) => addressWords[view] === word) ?? "team";
}

/** One row of a week: a team, a kecamatan or a unit with its sessions. */
export type ScheduleRow = {
  readonly key: string;
  /** null: no team is named. */
  readonly name: string | null;
  /** Code of the team's base or the unit's kecamatan; null: the row is that itself, or has none. */
  readonly base: string | null;
  /** How its first session of the week reaches people; null: it has none. */
  readonly mode: SessionMode | null;
  readonly sessions: readonly ScheduledSession[];
  /** Of the days before today. */
  readonly load: SessionLoad;
};

/**
 * The rows of a week. A team that works has a row without any session too; units and kecamatan have one with.
 *
 * @param nameOf of a kecamatan.
 */
export function scheduleRows(
  view: ScheduleView,
  sessions: readonly ScheduledSession[],
  {
    teams,
    nameOf,
    today,
  }: {
    readonly teams: readonly Team[];
    readonly nameOf: (subdistrict: string) => string;
    readonly today: CalendarDay;
  },
): ScheduleRow[] {
  const rowOf = (key: string, name: string | null, base: string | null): ScheduleRow => {
    const own = sessions.filter((session) => keyOf(view, session) === key);
    const { served, planned } = tallyOf(own.filter(({ day }) => day < today));
    return {
      key,
      name,
      base,
      mode: own[0]?.mode ?? null,
      sessions: own,
      load: { served, planned },
    };
  };
  if (view === "team") {
    const named = teams
      .filter(({ id, isClosed }) => !isClosed || sessions.some(({ team }) => team === id))
      .map(({ id, name, base }) => rowOf(id, name, base));
    const rest = rowOf("", null, null);
    return rest.sessions.length > 0 ? [...named, rest] : named;
  }
  const heads = new Map(
    sessions.map((session) => [
      keyOf(view, session),
      view === "unit"
        ? ([session.unitName, session.subdistrict] as const)
        : ([nameOf(session.subdistrict), null] as const),
    ]),
  );
  return [...heads].map(([key, [name, base]]) => rowOf(key, name, base)).toSorted(byKey);
}

function keyOf(view: ScheduleView, session: ScheduledSession): string {
  if (view === "team") return session.team ?? "";
  return view === "unit" ? session.unit : session.subdistrict;
}

function byKey(one: ScheduleRow, other: ScheduleRow): number {
  return one.key < other.key ? -1 : one.key > other.key ? 1 : 0;
}

/** Rows under how they reach people: each way that any row of the week has, the ones without a session last. */
export function rowsByMode(
  rows: readonly ScheduleRow[],
): { readonly mode: SessionMode | null; readonly rows: readonly ScheduleRow[] }[] {
  const modes = [...new Set(rows.map(({ mode }) => mode))].toSorted(
    (one, other) => Number(one === null) - Number(other === null),
  );
  return modes.map((mode) => ({ mode, rows: rows.filter((row) => row.mode === mode) }));
}

/** A kecamatan with the units that nobody is sent to this week, the most first. */
export type Unvisited = {
  readonly subdistrict: string;
  readonly units: readonly {
    readonly code: string;
    readonly name: string;
    readonly isEver: boolean;
  }[];
  /** Whether any of its units has a session in the week. */
  readonly isAnyScheduled: boolean;
};

/** Units without a session in the week, by kecamatan, those with most first. */
export function unvisitedIn(
  sessions: readonly Pick<ScheduledSession, "unit" | "calledOff">[],
  units: readonly {
    readonly code: string;
    readonly name: string;
    readonly subdistrict: string;
    readonly visitedOn: CalendarDay | null;
  }[],
): Unvisited[] {
  const scheduled = new Set(
    sessions.flatMap(({ unit, calledOff }) => (calledOff === null ? [unit] : [])),
  );
  const bySubdistrict = new Map<string, typeof units>();
  for (const unit of units) {
    bySubdistrict.set(unit.subdistrict, [...(bySubdistrict.get(unit.subdistrict) ?? []), unit]);
  }
  return [...bySubdistrict]
    .map(([subdistrict, all]) => {
      const left = all.filter(({ code }) => !scheduled.has(code));
      return {
        subdistrict,
        units: left.map(({ code, name, visitedOn }) => ({
          code,
          name,
          isEver: visitedOn !== null,
        })),
        isAnyScheduled: left.length < all.length,
      };
    })
    .filter(({ units: left }) => left.length > 0)
    .toSorted(
      (one, other) =>
        Number(one.isAnyScheduled) - Number(other.isAnyScheduled) ||
        other.units.length - one.units.length,
    );
}
