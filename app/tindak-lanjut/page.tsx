import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { RegisterPage } from "@/components/base/register/register-page";
import { ButtonLink } from "@/components/base/ui/button-link";
import { NoCampaign } from "@/components/campaign/no-campaign";
import {
  DirectivesHeadline,
  DirectivesIntro,
  DirectivesStrip,
} from "@/components/directive/directives-head";
import { DirectiveList } from "@/components/directive/directive-list";
import { NothingAsked } from "@/components/directive/nothing-asked";
import { HatchPatterns } from "@/components/monitor/coverage/hatch";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import { isOfGroup, kindGroups, readKindGroup } from "@/lib/directive/kind-group";
import { listDirectives } from "@/lib/directive/server/directive-queries";

import { screensOnDemand } from "../screens-on-demand";
import { Shell } from "../shell";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("directives");
  return { title: t("screen") };
}

/** What was asked in a campaign and in its kabupaten, and how far each is. */
export default async function DirectivesPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kampanye, jenis } = await props.searchParams;
  const { actor, current } = await openCampaign("directive:manage", kampanye?.toString());
  if (!current) {
    return (
      <Shell actor={actor} current="directives">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }
  const { campaign, grant } = current;
  const { slug } = campaign;
  const today = localDay(now(), campaign.timeZone);
  const [directives, t] = await Promise.all([
    listDirectives(grant, campaign, today),
    getTranslations("directives"),
  ]);
  const isAsked = (await screensOnDemand(actor, campaign.districtCode)).includes("followUps");
  const group = readKindGroup(jenis?.toString());
  const shown = directives.filter(({ kind }) => isOfGroup(kind, group));
  const to = (word: string | null) => withQuery(routes.directives, { kampanye: slug, jenis: word });
  return (
    <Shell actor={actor} current="directives" campaign={campaign} print={{ day: today }}>
      {directives.length === 0 ? (
        <NothingAsked slug={slug} />
      ) : (
        <RegisterPage
          headline={<DirectivesHeadline directives={directives} />}
          intro={<DirectivesIntro directives={directives} />}
          summary={<DirectivesStrip directives={directives} today={today} />}
          actions={
            <ButtonLink
              href={withQuery(routes.newDirective, { kampanye: slug })}
              variant="primary"
              size="phone"
              className="max-tablet:w-full"
            >
              <Plus aria-hidden className="size-4" />
              {t("record")}
            </ButtonLink>
          }
          filters={[
            {
              label: t("filter.label"),
              options: [
                ...[null, ...kindGroups].map((word) => ({
                  label: t(`filter.${word ?? "all"}`),
                  href: to(word),
                  isCurrent: group === word,
                })),
                ...(isAsked
                  ? [{ label: t("filter.mine"), href: routes.ownFollowUps, isCurrent: false }]
                  : []),
              ],
            },
          ]}
          noneShown={shown.length === 0 ? t("filter.none") : null}
        >
          <StatusShapes />
          <HatchPatterns />
          <DirectiveList
            slug={slug}
            title={t("list.drafts")}
            note={t("list.draftsNote")}
            directives={shown.filter(({ isIssued }) => !isIssued)}
          />
          <DirectiveList
            slug={slug}
            title={t("list.issued")}
            directives={shown.filter(({ isIssued }) => isIssued)}
          />
        </RegisterPage>
      )}
    </Shell>
  );
}
