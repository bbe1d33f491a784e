import type { NextRequest } from "next/server";
import { notFound } from "next/navigation";

import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import { scheduledOf } from "@/lib/plan/schedule";
import { sessionsBetween } from "@/lib/plan/server/queries";
import { scheduleDay, weekOf } from "@/lib/plan/week";

import { planPlaces } from "./open-plan";

/** The sessions of the week that a download names, of the reader's own area. */
export async function readWeek(request: NextRequest) {
  const { searchParams } = request.nextUrl;
  const { current } = await openCampaign(
    "coverage:read",
    searchParams.get("kampanye") ?? undefined,
  );
  if (!current) notFound();
  const { campaign, grant } = current;
  const at = now();
  const today = localDay(at, campaign.timeZone);
  const day = scheduleDay(searchParams.get("hari") ?? undefined, today, campaign);
  const days = weekOf(day);
  const [first = day, last = day] = [days[0], days.at(-1)];
  const [rows, places] = await Promise.all([
    sessionsBetween(grant, campaign, first, last),
    planPlaces(grant, campaign, []),
  ]);
  const sessions = scheduledOf(rows, campaign.interventions, today);
  return { campaign, at, first, places, sessions };
}
