import { daysFrom, type CalendarDay } from "@/lib/base/time/calendar-day";

import type { ReportPlan, SchedulePlan } from "../campaign-plan";
import type { District } from "../villages";

const district = "62.03";
const selat = "62.03.01";

/** Old and ill people: reached at home everywhere. */
const named = ["lansia", "komorbid"];

/** The week of the picture: Monday 11 to Saturday 16 October 2021. */
const days = daysFrom("2021-10-11", "2021-10-16");

/** Kecamatan with a team of outreach, and how many people it serves in a day. */
const outreach = [
  ["62.03.09", 220],
  ["62.03.17", 200],
  ["62.03.07", 200],
  ["62.03.05", 250],
  ["62.03.11", 180],
  ["62.03.10", 160],
] as const;

type Villages = District["villages"];
type Session = SchedulePlan["sessions"][number];

/**
 * The strategies of the meeting of 5 October 2021: posts in every desa and kelurahan of Selat, outreach
 * everywhere else, and to old and ill people everywhere. Teams and sessions of one week are INVENTED (DATA
 * CONTOH): each is where a village reported that day, but for one that a flood kept from being held.
 */
export function planKapuasSchedule(
  villages: Villages,
  reports: readonly ReportPlan[],
): SchedulePlan {
  const reported = new Map<CalendarDay, readonly string[]>(
    days.map((day) => [day, reports.filter((each) => each.day === day).map(({ unit }) => unit)]),
  );
  const teams = [
    ...[1, 2, 3].map((number) => ({
      name: `Tim ${String(number)}`,
      base: selat,
      peoplePerDay: 250,
    })),
    ...outreach.map(([base, peoplePerDay], at) => ({
      name: `Tim ${String(at + 4)}`,
      base,
      peoplePerDay,
    })),
    { name: "Tim lansia", base: district, peoplePerDay: 40 },
  ];
  const taken = new Set<string>();
  const sessions = days.flatMap((day) =>
    teams.flatMap(({ name, base, peoplePerDay }): Session[] => {
      const unit = (reported.get(day) ?? []).find(
        (code) => !taken.has(`${code} ${day}`) && within(villages, code, base),
      );
      if (unit === undefined) return [];
      taken.add(`${unit} ${day}`);
      return [
        {
          unit,
          day,
          mode: base === selat ? "post" : "outreach",
          targetGroups: base === district ? named : ["umum"],
          team: name,
          planned: peoplePerDay,
          calledOff: null,
        },
      ];
    }),
  );
  return {
    strategies: [
      { place: selat, targetGroups: [], mode: "post" },
      { place: district, targetGroups: [], mode: "outreach" },
      { place: district, targetGroups: named, mode: "outreach" },
    ],
    teams,
    sessions: [...sessions, ...flooded(villages, sessions)],
  };
}

function within(villages: Villages, unit: string, base: string): boolean {
  return villages.some(
    ({ code, subdistrictCode }) => code === unit && (base === district || subdistrictCode === base),
  );
}

/** A day on which the team of Timpah has no other session, and the road was under water. */
function flooded(villages: Villages, sessions: readonly Session[]): Session[] {
  const team = `Tim ${String(outreach.length + 3)}`;
  const day = days.find((each) => !sessions.some((one) => one.team === team && one.day === each));
  const village = villages.find(({ subdistrictCode }) => subdistrictCode === "62.03.10");
  if (day === undefined || !village) return [];
  return [
    {
      unit: village.code,
      day,
      mode: "outreach",
      targetGroups: ["umum"],
      team,
      planned: 160,
      calledOff: "Jalan ke desa terendam banjir",
    },
  ];
}
