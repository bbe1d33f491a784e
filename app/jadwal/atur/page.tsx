import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { Panel } from "@/components/base/ui/panel";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { PlanHistory } from "@/components/plan/plan-history";
import { PlanStrategies } from "@/components/plan/plan-strategies";
import { PlanTeams } from "@/components/plan/plan-teams";
import { authorize } from "@/lib/account/auth/grant";
import { isWithin } from "@/lib/base/region/code";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { typedSet } from "@/lib/campaign/unit-set/unit-set";
import { openCampaign } from "@/lib/campaign/server/current";
import { storeStrategyAction, storeTeamAction } from "@/lib/plan/server/actions";
import { readPlanHistory } from "@/lib/plan/server/history-queries";
import { visitedUnits } from "@/lib/plan/server/planning-queries";
import { listStrategies, listTeams } from "@/lib/plan/server/register-queries";

import { Shell } from "../../shell";
import { planPlaces } from "../open-plan";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("schedule.planning");
  return { title: t("title") };
}

/** How places are reached, and by which teams. */
export default async function PlanningPage(props: {
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
  const { districtCode, slug } = campaign;
  const today = localDay(now(), campaign.timeZone);
  const [strategies, teams, units, versions, t] = await Promise.all([
    listStrategies(grant, campaign),
    listTeams(grant, campaign),
    visitedUnits(grant, campaign, today),
    readPlanHistory(grant, campaign),
    getTranslations("schedule"),
  ]);
  const places = await planPlaces(authorize(actor, "coverage:read", grant.region), campaign, units);
  const isWhole = isWithin(districtCode, grant.region);
  const choices = [
    ...(isWhole
      ? [
          {
            kind: "districts" as const,
            places: [{ code: districtCode, name: places.placeOf(districtCode) }],
          },
          {
            kind: "sets" as const,
            places: campaign.unitSets.map((set) => ({ code: typedSet(set), name: set.name })),
          },
        ]
      : []),
    { kind: "subdistricts" as const, places: places.subdistricts },
    { kind: "units" as const, places: units.map(({ code, name }) => ({ code, name })) },
  ].filter((choice) => choice.places.length > 0);
  const bases = [
    ...places.subdistricts,
    ...(isWhole ? [{ code: districtCode, name: t("strategy.whole") }] : []),
  ];
  const isOwnTeam = ({ base }: { readonly base: string }) =>
    bases.some(({ code }) => code === base);
  const mayChange = new Set(choices.flatMap((choice) => choice.places.map(({ code }) => code)));
  return (
    <Shell actor={actor} current="schedule" campaign={campaign}>
      <Breadcrumb
        label={t("screen")}
        parts={[
          { name: t("screen"), href: withQuery(routes.schedule, { kampanye: slug }) },
          { name: t("planning.title") },
        ]}
      />
      <h1 className="mt-2 text-title font-semibold">{t("planning.title")}</h1>
      <p className="mb-4 max-w-180 text-dense text-ink2">{t("planning.note")}</p>
      <ClientMessages of={["planForms", "register", "problems"]}>
        <div className="grid items-start gap-4 wide:grid-cols-2">
          <Panel title={t("planning.strategies")} note={t("planning.strategiesNote")}>
            <PlanStrategies
              slug={slug}
              strategies={strategies}
              choices={choices}
              mayChange={(place) => mayChange.has(place)}
              placeOf={places.placeOf}
              groupOf={places.groupOf}
              groups={campaign.targetGroups.map(({ code, name }) => ({ code, name }))}
              save={storeStrategyAction}
            />
          </Panel>
          <Panel title={t("planning.teams")}>
            <PlanTeams
              slug={slug}
              teams={teams.filter(isOwnTeam)}
              bases={bases}
              save={storeTeamAction}
            />
          </Panel>
        </div>
      </ClientMessages>
      <Panel
        title={t("planning.history")}
        note={t("planning.historyNote")}
        className="mt-4 max-w-240"
      >
        <PlanHistory
          versions={versions.filter((each) => each.kind === "strategy" || isOwnTeam(each.team))}
          zone={campaign.timeZone}
          placeOf={places.placeOf}
          groupOf={places.groupOf}
        />
      </Panel>
    </Shell>
  );
}
