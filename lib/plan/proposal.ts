import { weekday, type CalendarDay } from "@/lib/base/time/calendar-day";
import { unitDayKeyOf } from "@/lib/report/report-key";

import type { PlannedSession, Strategy, Team } from "./plan";
import { worksOf, type StrategyPlace, type UnitWork } from "./strategy";

/** A unit with what its turn depends on. */
export type VisitableUnit = StrategyPlace & {
  /** Its last session or report before the week; null: it was never visited. */
  readonly visitedOn: CalendarDay | null;
  /** People that it lacks to its goals; null: nobody knows. */
  readonly left: number | null;
};

/** A session that nobody has stored yet. */
export type ProposedSession = Pick<
  PlannedSession,
  "unit" | "day" | "mode" | "targetGroups" | "team" | "planned"
>;

type Asked = {
  readonly strategies: readonly Strategy[];
  readonly teams: readonly Team[];
  readonly units: readonly VisitableUnit[];
  /** Sessions of the week that stand; what was called off keeps nobody from coming. */
  readonly standing: readonly Pick<
    PlannedSession,
    "unit" | "day" | "team" | "targetGroups" | "calledOff"
  >[];
  /** Days that sessions may be on, in order. */
  readonly days: readonly CalendarDay[];
  /** Days on which a kecamatan, or the kabupaten, is closed. */
  readonly closed: readonly { readonly place: string; readonly day: CalendarDay }[];
  /** Codes of all groups of the campaign, in its order. */
  readonly targetGroups: readonly string[];
};

type Work = UnitWork & {
  readonly at: VisitableUnit;
  /** How often it is planned in the week. */
  times: number;
  /** Its last day, in the week or before it. */
  lastOn: CalendarDay;
};

/**
 * The sessions of a week that the strategies lead to, beside those that stand.
 *
 * A team has a session a day. It goes where fewest sessions are in the week and, among those, where nobody
 * has been for longest; a unit that lacks nobody is left out. A team with a kecamatan works in it; one
 * of the whole kabupaten goes to the groups that strategies name, else to kecamatan without a team. What is
 * reached by posts has one on as many days as its teams have; all else is gone to once a week. Without any
 * team each work has one session, spread over the days. Nothing is proposed for Sundays.
 */
export function proposedSessions(asked: Asked): ProposedSession[] {
  const { teams, standing } = asked;
  const days = asked.days.filter((day) => weekday(day) !== 0);
  const works = workOf(asked);
  const isOpen = openDays(asked);
  const working = teams.filter(({ isClosed }) => !isClosed);
  if (working.length === 0) return withoutTeams(works, days, isOpen);

  const taken = new Set(
    standing.flatMap(({ team, day, calledOff }) =>
      team === null || calledOff !== null ? [] : [`${team} ${day}`],
    ),
  );
  const isOn = new Set(
    standing.flatMap(({ unit, day, calledOff }) =>
      calledOff === null ? [unitDayKeyOf({ unit, day })] : [],
    ),
  );
  const isAnyNamed = works.some(({ isNamed }) => isNamed);
  const found: ProposedSession[] = [];
  for (const day of days) {
    for (const team of working) {
      if (taken.has(`${team.id} ${day}`)) continue;
      const next = inTurn(
        works.filter(
          (work) =>
            isOfTeam(work, team, working, isAnyNamed) &&
            isOpen(work.at, day) &&
            !isOn.has(unitDayKeyOf({ unit: work.unit, day })) &&
            (work.mode === "post" || work.times === 0),
        ),
      );
      if (!next) continue;
      next.times += 1;
      next.lastOn = day;
      isOn.add(unitDayKeyOf({ unit: next.unit, day }));
      found.push(sessionOf(next, day, team));
    }
  }
  return found;
}

function workOf({ strategies, units, targetGroups, standing }: Asked): Work[] {
  return units
    .filter(({ left }) => left !== 0)
    .flatMap((at) =>
      worksOf(strategies, at, targetGroups).map((work) => {
        const own = standing.filter(
          (session) =>
            session.unit === work.unit &&
            session.calledOff === null &&
            isSame(session.targetGroups, work.targetGroups),
        );
        return {
          ...work,
          at,
          times: own.length,
          lastOn: own.reduce((last, { day }) => (day > last ? day : last), at.visitedOn ?? ""),
        };
      }),
    );
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((group) => other.includes(group));
}

function openDays({ closed }: Asked): (unit: StrategyPlace, day: CalendarDay) => boolean {
  return ({ district, subdistrict }, day) =>
    !closed.some((each) => each.day === day && [district, subdistrict].includes(each.place));
}

/**
 * Whether a team does a work. One of the whole kabupaten has the groups that strategies name, and where they
 * name none, the kecamatan without a team.
 */
function isOfTeam(
  { at, isNamed }: Work,
  team: Team,
  teams: readonly Team[],
  isAnyNamed: boolean,
): boolean {
  const { district, subdistrict } = at;
  if (team.base === district) {
    return isAnyNamed ? isNamed : teams.every(({ base }) => base !== subdistrict);
  }
  const isForNamed = teams.some(({ base }) => base === district);
  return team.base === subdistrict && (!isNamed || !isForNamed);
}

function inTurn(works: readonly Work[]): Work | undefined {
  return works.toSorted(
    (one, other) =>
      one.times - other.times ||
      compare(one.lastOn, other.lastOn) ||
      Number(one.isNamed) - Number(other.isNamed) ||
      compare(one.unit, other.unit),
  )[0];
}

function withoutTeams(
  works: readonly Work[],
  days: readonly CalendarDay[],
  isOpen: (unit: StrategyPlace, day: CalendarDay) => boolean,
): ProposedSession[] {
  const found: ProposedSession[] = [];
  const turns = new Map<string, number>();
  for (const work of works.filter(({ times }) => times === 0)) {
    const open = days.filter((day) => isOpen(work.at, day));
    const turn = turns.get(work.at.subdistrict) ?? 0;
    const day = open[turn % Math.max(1, open.length)];
    if (day === undefined) continue;
    turns.set(work.at.subdistrict, turn + 1);
    found.push(sessionOf(work, day, null));
  }
  return found;
}

function sessionOf(
  { unit, mode, targetGroups, at }: Work,
  day: CalendarDay,
  team: Team | null,
): ProposedSession {
  const most = team?.peoplePerDay ?? null;
  return {
    unit,
    day,
    mode,
    targetGroups,
    team: team?.id ?? null,
    planned: most === null || at.left === null ? most : Math.min(most, at.left),
  };
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
