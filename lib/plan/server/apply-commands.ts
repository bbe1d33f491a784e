import "server-only";

import { authorize, type Grant } from "@/lib/account/auth/grant";
import { AppError } from "@/lib/base/errors";
import { isWithin, regionCode } from "@/lib/base/region/code";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { daysFrom } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import { storeRecords } from "@/lib/campaign/record/server/commands";
import type { PlannedSession } from "@/lib/plan/plan";
import { proposedSessions, type ProposedSession } from "@/lib/plan/proposal";
import type { TeamMoveInput } from "@/lib/plan/schema";
import { unitDayKeyOf } from "@/lib/report/report-key";

import { sessionEntry, teamEntry } from "./commands";
import { derivedId } from "./derived-id";
import { plannableUnits } from "./planning-queries";
import { sessionsBetween } from "./queries";
import { findTeam, listStrategies } from "./register-queries";

type PlanGrant = Grant<"plan:manage">;

/**
 * Stores the sessions that somebody chose of a proposal, each once however often the press is sent.
 *
 * @returns how many were stored now.
 * @throws {AppError} as `sessionEntry`: all of them are stored, or none.
 */
export async function applyProposal(
  grant: PlanGrant,
  campaign: Campaign,
  sent: string,
  proposed: readonly ProposedSession[],
): Promise<number> {
  const entries = proposed.map((session) => {
    const key = [unitDayKeyOf(session), session.mode, ...session.targetGroups].join(" ");
    return sessionEntry(grant, campaign, derivedId(sent, key), {
      ...sessionBody(session),
      sent: derivedId(sent, `sent ${key}`),
      version: 0,
    });
  });
  const stored = await storeRecords(grant, campaign, entries);
  return stored.filter(({ replayed }) => !replayed).length;
}

/**
 * Moves a team for some days, or adds one: on each of them its session goes to a unit of the other kecamatan, in the turn
 * in which the strategies go there; where it has none, one is planned.
 *
 * @returns how many sessions were moved or planned.
 * @throws {AppError} `unknownTeam` (field `team`); `notFound` (field `to`) outside the grant's region; `nothingProposed` where no
 * strategy leads anywhere there.
 */
export async function applyTeamMove(
  grant: PlanGrant,
  campaign: Campaign,
  move: TeamMoveInput,
  today: CalendarDay,
): Promise<number> {
  const { sent, to, perDay, from, until } = move;
  const team = move.team === null ? null : await findTeam(grant, campaign, move.team);
  // Who plans a kecamatan takes no team from another.
  if (move.team !== null && !(team && isWithin(regionCode.parse(team.base), grant.region))) {
    throw new AppError("unknownTeam", move.team, "team");
  }
  const id = team?.id ?? derivedId(sent, "team");
  const base = { ...(team ?? { name: move.name, isClosed: false, version: 0 }), id, base: to };
  const [strategies, standing, units] = await Promise.all([
    listStrategies(grant, campaign),
    sessionsBetween(grant, campaign, from, until),
    plannableUnits(
      { plan: grant, read: authorize(grant.actor, "coverage:read", grant.region) },
      campaign,
      from,
      today,
    ),
  ]);
  const own = standing.filter((session) => session.team === id && session.calledOff === null);
  const proposed = proposedSessions({
    strategies,
    teams: [{ ...base, peoplePerDay: perDay }],
    units,
    standing: standing.filter((session) => !own.includes(session)),
    // A day that it has reported is over.
    days: daysFrom(from, until).filter(
      (day) => !own.some((session) => session.day === day && session.isReported),
    ),
    closed: campaign.closedDays,
    targetGroups: campaign.targetGroups.map(({ code }) => code),
  });
  if (proposed.length === 0) throw new AppError("nothingProposed", to, "to");
  const { name, isClosed } = base;
  const input = { sent: derivedId(sent, "sent team"), name, base: to, isClosed };
  const added = team
    ? []
    : [teamEntry(grant, campaign, id, { ...input, peoplePerDay: perDay, version: 0 })];
  const sessions = proposed.map((session) => {
    const stands = own.find(({ day }) => day === session.day);
    return sessionEntry(grant, campaign, stands?.id ?? derivedId(sent, session.day), {
      ...sessionBody(session),
      sent: derivedId(sent, `sent ${session.day}`),
      version: stands?.version ?? 0,
    });
  });
  await storeRecords(grant, campaign, [...added, ...sessions]);
  return proposed.length;
}

function sessionBody({ targetGroups, ...session }: ProposedSession) {
  const calledOff: PlannedSession["calledOff"] = null;
  return { ...session, targetGroups: [...targetGroups], calledOff };
}
