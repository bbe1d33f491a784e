import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { SessionForm } from "@/components/plan/session-form";
import { authorize } from "@/lib/account/auth/grant";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import { storeSessionAction } from "@/lib/plan/server/actions";
import { visitedUnits } from "@/lib/plan/server/planning-queries";
import { listTeams } from "@/lib/plan/server/register-queries";
import { sessionModes } from "@/lib/plan/plan";
import { scheduleDay } from "@/lib/plan/week";

import { Shell } from "../../shell";
import { planPlaces } from "../open-plan";
import { sessionChoices } from "../session-choices";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("schedule.session");
  return { title: t("newTitle") };
}

/** Plans one session. */
export default async function NewSessionPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, current } = await openCampaign("plan:manage", query["kampanye"]?.toString());
  if (!current) {
    return (
      <Shell actor={actor} current="schedule">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }
  const { campaign, grant } = current;
  const day = scheduleDay(query["hari"]?.toString(), localDay(now(), campaign.timeZone), campaign);
  const [units, teams, t] = await Promise.all([
    visitedUnits(grant, campaign, day),
    listTeams(grant, campaign),
    getTranslations("schedule"),
  ]);
  const asked = query["unit"]?.toString();
  const read = authorize(actor, "coverage:read", grant.region);
  const places = await planPlaces(read, campaign, units);
  return (
    <Shell actor={actor} current="schedule" campaign={campaign}>
      <Breadcrumb
        label={t("screen")}
        parts={[
          {
            name: t("screen"),
            href: withQuery(routes.schedule, { kampanye: campaign.slug, hari: day }),
          },
          { name: t("session.newTitle") },
        ]}
      />
      <h1 className="mt-2 text-title font-semibold">{t("session.newTitle")}</h1>
      <p className="max-w-180 text-dense text-ink2">{t("session.newNote")}</p>
      <ClientMessages of={["planForms", "register", "problems"]}>
        <SessionForm
          start={{
            slug: campaign.slug,
            id: crypto.randomUUID(),
            version: 0,
            sent: crypto.randomUUID(),
          }}
          session={{
            unit: (units.find(({ code }) => code === asked) ?? units[0])?.code ?? "",
            day,
            mode: sessionModes.find((mode) => mode === query["cara"]) ?? "outreach",
            targetGroups: [],
            team: null,
            planned: null,
            calledOff: null,
          }}
          choices={sessionChoices(campaign, units, teams, places)}
          save={storeSessionAction}
        />
      </ClientMessages>
    </Shell>
  );
}
