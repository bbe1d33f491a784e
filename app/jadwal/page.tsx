import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { RegisterPage } from "@/components/base/register/register-page";
import { Banner } from "@/components/base/ui/banner";
import { LandscapePaper } from "@/components/base/ui/landscape-paper";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { ClashBanner } from "@/components/plan/clash-banner";
import { DayList } from "@/components/plan/day-list";
import { NoPlan } from "@/components/plan/no-plan";
import { ScheduleActions } from "@/components/plan/schedule-actions";
import { ScheduleHeadline, ScheduleIntro } from "@/components/plan/schedule-head";
import { StateLegend } from "@/components/plan/state-word";
import { StrategyPanel } from "@/components/plan/strategy-panel";
import { UnvisitedPanel } from "@/components/plan/unvisited-panel";
import { WeekTable } from "@/components/plan/week-table";
import { WhatIf } from "@/components/plan/what-if";
import { openCampaign } from "@/lib/campaign/server/current";
import { scheduleViews, unvisitedIn } from "@/lib/plan/schedule";
import { applyTeamMoveAction } from "@/lib/plan/server/actions";

import { Shell } from "../shell";
import { readSchedule } from "./read-schedule";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("schedule");
  return { title: t("screen") };
}

/** A week of sessions: which were held, how full they were, where nobody goes, and where to move a team. */
export default async function SchedulePage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, current } = await openCampaign("coverage:read", query["kampanye"]?.toString());
  if (!current) {
    return (
      <Shell actor={actor} current="schedule">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }
  const { campaign } = current;
  const [plan, t] = await Promise.all([
    readSchedule(actor, current, query),
    getTranslations("schedule"),
  ]);
  const { links, week, places } = plan;
  if (plan.isEmpty) {
    return (
      <Shell actor={actor} current="schedule" campaign={campaign}>
        <NoPlan planning={plan.edits?.planning ?? null} />
      </Shell>
    );
  }
  return (
    <Shell actor={actor} current="schedule" campaign={campaign} print={{ day: plan.today }}>
      <LandscapePaper />
      <StatusShapes />
      <RegisterPage
        headline={<ScheduleHeadline {...week} />}
        intro={<ScheduleIntro {...week} week={plan.words} />}
        actions={<ScheduleActions links={links} edits={plan.edits} isOver={plan.isOver} />}
        filters={[
          {
            label: t("views.label"),
            options: scheduleViews.map((view) => ({
              label: t(`views.${view}`),
              href: links.view(view),
              isCurrent: view === week.view,
            })),
          },
        ]}
        csv={links.csv}
      >
        {plan.applied === null ? null : (
          <Banner kind="success" role="status" title={t("applied", { count: plan.applied })} />
        )}
        <ClashBanner sessions={week.sessions} />
        <div className="grid items-start gap-4 wide:grid-cols-[minmax(0,1fr)_19rem]">
          <div className="min-w-0 rounded-panel tablet:border tablet:border-line tablet:bg-surface tablet:p-4">
            <StateLegend />
            <DayList {...week} day={plan.day} before={links.dayBefore} after={links.dayAfter} />
            <WeekTable {...week} label={t("table", { week: plan.words })} />
            <p className="mt-2 text-note text-ink3 max-tablet:hidden">{t("loadHint")}</p>
          </div>
          <div className="grid gap-4">
            <StrategyPanel
              strategies={plan.strategies}
              placeOf={places.placeOf}
              groupOf={places.groupOf}
              edit={plan.edits?.planning ?? null}
            />
            {plan.whatIf ? (
              <ClientMessages of={["whatIf", "register", "problems"]}>
                <WhatIf
                  slug={campaign.slug}
                  {...plan.whatIf}
                  sent={crypto.randomUUID()}
                  apply={applyTeamMoveAction}
                />
              </ClientMessages>
            ) : null}
            <UnvisitedPanel
              unvisited={unvisitedIn(week.sessions, plan.units)}
              subdistricts={places.subdistricts.length}
              nameOf={places.nameOf}
            />
          </div>
        </div>
      </RegisterPage>
    </Shell>
  );
}
