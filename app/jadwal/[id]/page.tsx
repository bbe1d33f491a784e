import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { Banner } from "@/components/base/ui/banner";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { Panel } from "@/components/base/ui/panel";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { SessionFacts } from "@/components/plan/session-facts";
import { SessionForm } from "@/components/plan/session-form";
import { SessionHistory } from "@/components/plan/session-history";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import { storedId } from "@/lib/base/stored-id";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { readRecordHistory } from "@/lib/campaign/record/server/queries";
import { openCampaign } from "@/lib/campaign/server/current";
import { scheduledOf } from "@/lib/plan/schedule";
import { storeSessionAction } from "@/lib/plan/server/actions";
import { visitedUnits } from "@/lib/plan/server/planning-queries";
import { findSession } from "@/lib/plan/server/queries";
import { listTeams } from "@/lib/plan/server/register-queries";

import { Shell } from "../../shell";
import { planGrant, planPlaces } from "../open-plan";
import { sessionChoices } from "../session-choices";

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("schedule");
  return { title: t("screen") };
}

/** One session: how it stands, how it can be moved or called off, and what was said of it before. */
export default async function SessionPage(props: Props) {
  const [{ id: named }, query] = await Promise.all([props.params, props.searchParams]);
  const { actor, current } = await openCampaign("coverage:read", query["kampanye"]?.toString());
  if (!current) {
    return (
      <Shell actor={actor} current="schedule">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }
  const { campaign, grant } = current;
  const id = storedId.safeParse(named);
  const found = id.success ? await findSession(grant, campaign, id.data) : null;
  if (!found) notFound();
  const manage = campaign.isArchived ? null : planGrant(actor, grant);
  const [history, units, teams, t, locale] = await Promise.all([
    readRecordHistory(grant, { campaign, kind: "session", id: found.id }),
    visitedUnits(grant, campaign, found.day),
    listTeams(grant, campaign),
    getTranslations("schedule"),
    getLocale(),
  ]);
  const places = await planPlaces(grant, campaign, units);
  const today = localDay(now(), campaign.timeZone);
  const [session] = scheduledOf([found], campaign.interventions, today);
  if (!session) notFound();
  const back = withQuery(routes.schedule, { kampanye: campaign.slug, hari: found.day });
  return (
    <Shell actor={actor} current="schedule" campaign={campaign}>
      <StatusShapes />
      <Breadcrumb
        label={t("screen")}
        parts={[{ name: t("screen"), href: back }, { name: found.unitName }]}
      />
      <h1 className="mt-2 text-title font-semibold wrap-anywhere">
        {found.unitName}, {formats(locale).longDay(found.day)}
      </h1>
      {query["tersimpan"] ? (
        <div className="my-3">
          <Banner kind="success" role="status" title={t("session.saved")} />
        </div>
      ) : null}
      <SessionFacts
        session={session}
        within={places.nameOf(found.subdistrict)}
        groupOf={places.groupOf}
        report={withQuery(routes.entryOf(found.unit), {
          kampanye: campaign.slug,
          hari: found.day,
        })}
      />
      <div className="mt-4 grid gap-4">
        {manage ? (
          <Panel title={t("session.change")}>
            <ClientMessages of={["planForms", "register", "problems"]}>
              <SessionForm
                key={found.version}
                start={{
                  slug: campaign.slug,
                  id: found.id,
                  version: found.version,
                  sent: crypto.randomUUID(),
                }}
                session={found}
                choices={sessionChoices(campaign, units, teams, places)}
                save={storeSessionAction}
              />
            </ClientMessages>
          </Panel>
        ) : null}
        <Panel title={t("session.history")}>
          <SessionHistory
            history={history}
            zone={campaign.timeZone}
            unitOf={(code) => units.find((unit) => unit.code === code)?.name ?? code}
          />
        </Panel>
      </div>
    </Shell>
  );
}
