import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { ProposalForm } from "@/components/plan/proposal-form";
import { ProposalList } from "@/components/plan/proposal-list";
import { authorize } from "@/lib/account/auth/grant";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import { proposedSessions } from "@/lib/plan/proposal";
import { applyProposalAction } from "@/lib/plan/server/actions";
import { plannableUnits } from "@/lib/plan/server/planning-queries";
import { sessionsBetween } from "@/lib/plan/server/queries";
import { listStrategies, listTeams } from "@/lib/plan/server/register-queries";
import { scheduleDay, weekOf } from "@/lib/plan/week";

import { Shell } from "../../shell";
import { planPlaces, weekWords } from "../open-plan";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("schedule");
  return { title: t("propose") };
}

/** The sessions of a week that the strategies lead to: nobody has them before they are applied. */
export default async function ProposalPage(props: {
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
  const read = authorize(actor, "coverage:read", grant.region);
  const today = localDay(now(), campaign.timeZone);
  const day = scheduleDay(query["hari"]?.toString(), today, campaign);
  const days = weekOf(day);
  const [first = day, last = day] = [days[0], days.at(-1)];
  const [strategies, teams, standing, units, t, words] = await Promise.all([
    listStrategies(grant, campaign),
    listTeams(grant, campaign),
    sessionsBetween(grant, campaign, first, last),
    plannableUnits({ plan: grant, read }, campaign, first, today),
    getTranslations("schedule"),
    weekWords(days),
  ]);
  const places = await planPlaces(read, campaign, units);
  const bases = [campaign.districtCode, ...places.subdistricts.map(({ code }) => code)];
  const proposed = proposedSessions({
    strategies,
    teams: teams.filter(({ base }) => bases.includes(base)),
    units,
    standing,
    days: days.filter((each) => each >= campaign.startsOn && each <= campaign.endsOn),
    closed: campaign.closedDays,
    targetGroups: campaign.targetGroups.map(({ code }) => code),
  });
  const unitOf = new Map(units.map((unit) => [unit.code, unit]));
  const back = withQuery(routes.schedule, { kampanye: campaign.slug, hari: day });
  return (
    <Shell actor={actor} current="schedule" campaign={campaign}>
      <Breadcrumb
        label={t("screen")}
        parts={[{ name: t("screen"), href: back }, { name: t("propose") }]}
      />
      <h1 className="mt-2 text-title font-semibold">{t("proposal.title", { week: words })}</h1>
      {proposed.length === 0 ? (
        <p className="text-ink2">
          {t("proposal.none")} {t("proposal.noneNote")}
        </p>
      ) : (
        <>
          <p className="mb-4 max-w-180 text-ink2">
            {t("proposal.count", { count: proposed.length })}. {t("proposal.note")}
          </p>
          <ClientMessages of={["planForms", "register", "problems"]}>
            <ProposalForm
              slug={campaign.slug}
              sent={crypto.randomUUID()}
              day={day}
              apply={applyProposalAction}
            >
              <ProposalList
                proposed={proposed}
                unitOf={(code) => {
                  const unit = unitOf.get(code);
                  return {
                    name: unit?.name ?? code,
                    within: places.nameOf(unit?.subdistrict ?? ""),
                  };
                }}
                teamOf={(id) => teams.find((team) => team.id === id)?.name ?? ""}
                groupOf={places.groupOf}
              />
            </ProposalForm>
          </ClientMessages>
        </>
      )}
    </Shell>
  );
}
