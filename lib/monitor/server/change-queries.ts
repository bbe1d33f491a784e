import "server-only";

import { authorize, type Grant } from "@/lib/account/auth/grant";
import { dayOfRound, roundCalendar, roundOn } from "@/lib/campaign/calendar";
import type { Campaign } from "@/lib/campaign/campaign";
import type { CampaignChange } from "@/lib/campaign/schema";
import { tryChange } from "@/lib/campaign/server/change-commands";
import { db } from "@/lib/server/db/client";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

import { assessAll, statusWord, type Assessment } from "@/lib/monitor/assessment";
import {
  changeListOf,
  type CampaignLook,
  type ChangeConsequences,
} from "@/lib/monitor/change-list";
import { partKindOf, placeKindOf } from "@/lib/monitor/place";
import { totalCounts } from "@/lib/monitor/total-counts";
import { countCompleteDays } from "@/lib/monitor/verdicts";
import { dayCountsBy } from "./day-queries";
import { placeCountsBy } from "./queries";

/**
 * What a change of a campaign would lead to, by the read models of its pages themselves: the change is
 * made, looked at and taken back.
 *
 * @throws {AppError} as `changeCampaign`, but for the reason.
 */
export async function readChangeList(
  grant: Grant<"campaign:manage">,
  campaign: Campaign,
  input: CampaignChange,
  terms: { readonly today: CalendarDay; readonly readAt?: string | undefined },
): Promise<ChangeConsequences> {
  const reader = authorize(grant.actor, "coverage:read", grant.region);
  const before = await lookAt(reader, campaign, terms.today);
  const after = await tryChange(grant, campaign, input, terms, (changed) =>
    lookAt(reader, changed, terms.today),
  );
  const { districtCode, id } = campaign;
  const reports = await db().dailyReport.count({ where: { districtCode, campaignId: id } });
  return changeListOf(reports, before, after);
}

async function lookAt(
  reader: Grant<"coverage:read">,
  campaign: Campaign,
  today: CalendarDay,
): Promise<CampaignLook> {
  const source = campaign.decidingTargetSource;
  const [first] = campaign.interventions;
  const days = [];
  // One after the other: within a change that is tried there is one connection.
  for (const round of campaign.rounds) {
    const { startsOn: from, endsOn: to } = round;
    const by = placeKindOf(reader.region);
    const query = { by, round, source, intervention: first?.code, from, to };
    days.push({ round, counted: await dayCountsBy(reader, campaign, query) });
  }
  const round = roundOn(campaign.rounds, today);
  const asked = { round, source, asOf: null, on: dayOfRound(round, today, today), today };
  const counts = await placeCountsBy(reader, campaign, {
    ...asked,
    by: partKindOf(reader.region),
  });
  const own = await placeCountsBy(reader, campaign, { ...asked, by: placeKindOf(reader.region) });
  const whole = { code: "", name: "", completeDays: 0 };
  const ofRound = days.find((each) => each.round === round)?.counted ?? [];
  const place = {
    ...whole,
    completeDays: countCompleteDays(ofRound.filter(({ day }) => day <= today)),
  };
  // A place with a figure of its own is more than the sum of its parts.
  const totals = own.some(({ targetDetail }) => targetDetail !== null)
    ? own.map((counted) => ({ ...counted, ...place }))
    : totalCounts(counts, campaign, {}, place);
  const places = assessAll(counts, { campaign, round, on: today });
  const wholes = assessAll(totals, { campaign, round, on: today });

  const closed = totals[0]?.closedDays ?? [];

  return {
    rounds: days.map(({ round: each, counted }) => ({
      number: each.number,
      serviceDays: roundCalendar(each, today, closed).days,
      due: sumExpected(counted),
      dueSoFar: sumExpected(counted.filter(({ day }) => day <= today)),
    })),
    interventions: wholes.flatMap((total) => {
      const intervention = campaign.interventions.find(({ code }) => code === total.intervention);
      const parts = places.filter((part) => part.intervention === total.intervention);
      return intervention
        ? [
            {
              code: intervention.code,
              name: intervention.name,
              whole: lookOf(total),
              places: parts.map((part) => ({
                ...lookOf(part),
                code: part.code,
                name: part.name,
              })),
            },
          ]
        : [];
    }),
  };
}

function lookOf(assessment: Assessment) {
  const { dosesAdministered, targetPopulation, needed, required, missingTargets } = assessment;
  return {
    counts: { dosesAdministered, targetPopulation },
    status: statusWord(assessment),
    needed,
    perDay: required.kind === "perDay" ? required.perDay : null,
    missingTargets,
  };
}

function sumExpected(days: readonly { readonly expected: number }[]): number {
  return days.reduce((sum, { expected }) => sum + expected, 0);
}
