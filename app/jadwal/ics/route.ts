import type { NextRequest } from "next/server";
import { getTranslations } from "next-intl/server";

import { sessionsFileName } from "@/lib/plan/csv";
import { icsFile } from "@/lib/plan/ics";

import { readWeek } from "../read-week";

/** The sessions of a week as whole days of a calendar. */
export async function GET(request: NextRequest): Promise<Response> {
  const [{ campaign, at, first, places, sessions }, t] = await Promise.all([
    readWeek(request),
    getTranslations("schedule"),
  ]);
  const events = sessions.map((session) => {
    const { calledOff, planned, teamName } = session;
    return {
      uid: `${session.id}@cakupan`,
      sequence: session.version,
      day: session.day,
      summary: t("icsText.summary", { mode: t(`modes.${session.mode}`), unit: session.unitName }),
      location: `${session.unitName}, ${places.nameOf(session.subdistrict)}`,
      description: [
        planned === null ? "" : t("icsText.planned", { count: planned }),
        teamName === null ? "" : t("icsText.team", { team: teamName }),
        session.targetGroups.map(places.groupOf).join(", "),
        calledOff === null ? "" : t("icsText.off", { reason: calledOff }),
        campaign.isSample ? t("icsText.sample") : "",
      ]
        .filter(Boolean)
        .join("\n"),
      isCancelled: session.state === "calledOff",
    };
  });
  const name = t("icsText.name", { campaign: campaign.name });
  return new Response(icsFile(events, { name, at }), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${sessionsFileName(campaign.slug, first, "ics")}"`,
      "cache-control": "private, no-store",
    },
  });
}
