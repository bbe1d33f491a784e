import type { Grant } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import { routes, withQuery } from "@/lib/base/routes";
import { addDays } from "@/lib/base/time/calendar-day";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import type { Campaign } from "@/lib/campaign/campaign";
import { closedDaysOf } from "@/lib/campaign/closed-days";
import {
  scheduledOf,
  scheduleRows,
  viewOfWord,
  wordOfView,
  type ScheduleView,
} from "@/lib/plan/schedule";
import { loadsOfPlaces, visitedUnits } from "@/lib/plan/server/planning-queries";
import { sessionsBetween } from "@/lib/plan/server/queries";
import { listStrategies, listTeams } from "@/lib/plan/server/register-queries";
import { scheduleDay, weekOf } from "@/lib/plan/week";

import { planGrant, planPlaces, weekWords } from "./open-plan";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Everything that the page of a week shows, for one reader. */
export async function readSchedule(
  actor: Actor,
  { campaign, grant }: { readonly campaign: Campaign; readonly grant: Grant<"coverage:read"> },
  query: Query,
) {
  const today = localDay(now(), campaign.timeZone);
  const day = scheduleDay(query["hari"]?.toString(), today, campaign);
  const days = weekOf(day);
  const view = viewOfWord(query["tampilan"]?.toString());
  const manage = planGrant(actor, grant);
  const [first = day, last = day] = [days[0], days.at(-1)];
  const [rows, teams, strategies, units, loads, words] = await Promise.all([
    sessionsBetween(grant, campaign, first, last),
    listTeams(grant, campaign),
    listStrategies(grant, campaign),
    visitedUnits(grant, campaign, first),
    manage ? loadsOfPlaces(grant, campaign, today) : [],
    weekWords(days),
  ]);
  const places = await planPlaces(grant, campaign, units);
  const isOwn = (base: string) =>
    base === campaign.districtCode || places.subdistricts.some(({ code }) => code === base);
  const own = teams.filter(
    ({ id, base }) => isOwn(base) || rows.some((session) => session.team === id),
  );
  const sessions = scheduledOf(rows, campaign.interventions, today);
  const to = linksOf(campaign.slug, { day, view });
  const ahead = days.filter((each) => each >= today && each <= campaign.endsOn);
  const moveable = own.filter(({ isClosed, base }) => !isClosed && isOwn(base));
  return {
    today,
    day,
    words,
    places,
    units,
    strategies: strategies.filter(({ isWithdrawn }) => !isWithdrawn),
    isOver: today > campaign.endsOn,
    isEmpty: rows.length === 0 && teams.length === 0 && strategies.length === 0,
    applied: appliedOf(query),
    week: {
      slug: campaign.slug,
      view,
      rows: scheduleRows(view, sessions, { teams: own, nameOf: places.nameOf, today }),
      sessions,
      days,
      today,
      closed: closedDaysOf(campaign, campaign.districtCode),
      nameOf: places.baseOf,
    },
    links: to,
    edits: manage && !campaign.isArchived ? to.edits : null,
    whatIf:
      manage && !campaign.isArchived && loads.length > 1
        ? {
            places: loads,
            teams: moveable.map(({ id, name, base, peoplePerDay }) => ({
              ...{ id, name, base, peoplePerDay },
            })),
            days: ahead.length > 0 ? ahead : days,
          }
        : null,
  };
}

function linksOf(slug: string, shown: { readonly day: string; readonly view: ScheduleView }) {
  const to = (path: string, day: string | null, view: ScheduleView = shown.view) =>
    withQuery(path, { kampanye: slug, hari: day, tampilan: wordOfView(view) });
  const { day } = shown;
  return {
    weekBefore: to(routes.schedule, addDays(day, -7)),
    weekAfter: to(routes.schedule, addDays(day, 7)),
    thisWeek: to(routes.schedule, null),
    dayBefore: to(routes.schedule, addDays(day, -1)),
    dayAfter: to(routes.schedule, addDays(day, 1)),
    view: (view: ScheduleView) => to(routes.schedule, day, view),
    csv: withQuery(routes.scheduleCsv, { kampanye: slug, hari: day }),
    ics: withQuery(routes.scheduleIcs, { kampanye: slug, hari: day }),
    edits: {
      proposal: withQuery(routes.proposal, { kampanye: slug, hari: day }),
      planning: withQuery(routes.planning, { kampanye: slug }),
      session: withQuery(routes.newSession, { kampanye: slug, hari: day }),
    },
  };
}

/** What was stored just before, as the address says it; null: nothing was. */
function appliedOf(query: Query): number | null {
  const text = query["diterapkan"]?.toString() ?? "";
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}
