import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";

import { HeadsPanels } from "@/app/pengguna/heads-panels";
import { openPeople } from "@/app/pengguna/open-people";
import { Shell } from "@/app/shell";
import { ButtonLink } from "@/components/base/ui/button-link";
import { DistrictSearch } from "@/components/monitor/first-steps/district-search";
import { FirstStepsList } from "@/components/monitor/first-steps/first-steps-list";
import { headsWithAccount } from "@/lib/account/people/server/queries";
import { searchRegions } from "@/lib/account/region/server/queries";
import { formats } from "@/lib/base/i18n/format";
import { districtOf } from "@/lib/base/region/code";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { readFirstFacts } from "@/lib/monitor/first-steps/server/queries";
import { firstSteps, type FirstFacts } from "@/lib/monitor/first-steps/steps";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("firstSteps");
  return { title: t("screen") };
}

/** What is left between an empty installation and the first report. */
export default async function FirstStepsPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { kabupaten, cari } = await props.searchParams;
  const { actor, grant } = await openPeople();
  const text = cari?.toString().slice(0, 80).trim() ?? "";
  const [facts, found] = await Promise.all([
    readFirstFacts(grant, kabupaten?.toString(), now()),
    text.length > 1 ? searchRegions(grant, text, ["district"]) : null,
  ]);
  const { district } = facts;
  const heads = district ? await headsWithAccount(grant, district.code) : null;
  const mayChoose = districtOf(grant.region) === null;
  return (
    <Shell actor={actor} current="firstSteps">
      <div className="grid gap-6">
        <Steps facts={facts} />
        {mayChoose && (district === null || district.isOnlyAsked || found !== null) ? (
          <DistrictSearch text={text} found={found} />
        ) : null}
        {district && heads ? (
          <div id="akun" className="grid max-w-240 scroll-mt-16 gap-4">
            <HeadsPanels district={district} heads={heads} />
          </div>
        ) : null}
      </div>
    </Shell>
  );
}

function Steps({ facts }: { readonly facts: FirstFacts }) {
  const t = useTranslations("firstSteps");
  const format = formats(useLocale());
  const { district, campaign, heads, officers } = facts;
  const { subdistricts, villages } = heads;
  const steps = firstSteps(facts);
  const isOpen = (key: string) => steps.some((each) => each.key === key && each.state !== "done");
  return (
    <FirstStepsList
      steps={steps}
      notes={{
        district: district
          ? t("notes.district", {
              code: district.code,
              name: district.name,
              subdistricts: district.subdistricts,
              villages: district.villages,
            })
          : t("notes.noDistrict"),
        people: t("notes.people", {
          officers,
          known: subdistricts.known,
          all: subdistricts.all,
          villages: villages.known,
          allVillages: villages.all,
        }),
        campaign: campaign
          ? t("notes.campaign", { name: campaign.name, day: format.day(campaign.startsOn) })
          : t("notes.noCampaign"),
        targets: campaign
          ? t(campaign.hasGoal ? "notes.targets" : "notes.noGoal", {
              known: campaign.units - campaign.untargeted,
              units: campaign.units,
            })
          : t("notes.noTargets"),
        go: t(facts.hasReports ? "notes.reported" : "notes.go"),
      }}
      actions={{
        ...(district?.isOnlyAsked || (district && officers === 0)
          ? { [district.isOnlyAsked ? "district" : "people"]: <Officer code={district.code} /> }
          : isOpen("people") && district
            ? { people: <ButtonLink href="#akun">{t("actions.heads")}</ButtonLink> }
            : {}),
        ...(campaign === null
          ? {
              campaign: <ButtonLink href={routes.newCampaign}>{t("actions.campaign")}</ButtonLink>,
            }
          : {
              ...(isOpen("targets") && {
                targets: (
                  <ButtonLink href={withQuery(routes.targetImport, { kampanye: campaign.slug })}>
                    {t("actions.targets")}
                  </ButtonLink>
                ),
              }),
              ...(isOpen("go") && {
                go: (
                  <ButtonLink href={routes.campaign(campaign.slug)}>{t("actions.go")}</ButtonLink>
                ),
              }),
            }),
      }}
    />
  );
}

/** The first of the health office says by the account's area which kabupaten it is. */
function Officer({ code }: { readonly code: string }) {
  const t = useTranslations("firstSteps.actions");
  return (
    <ButtonLink
      href={withQuery(routes.newPerson, { peran: "healthOffice", wilayah: code })}
      variant="primary"
    >
      {t("officer")}
    </ButtonLink>
  );
}
