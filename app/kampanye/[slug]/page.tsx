import { Download, Upload } from "lucide-react";
import type { Metadata } from "next";
import { useLocale, useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";
import type { ComponentProps } from "react";

import { ArchiveCampaign } from "@/components/campaign/archive-campaign";
import { CampaignForm } from "@/components/campaign/campaign-form";
import { GoalNeeds } from "@/components/campaign/goal-need";
import { CopyCampaign } from "@/components/campaign/copy-campaign";
import { DeleteCampaign } from "@/components/campaign/delete-campaign";
import { SetUpSteps } from "@/components/campaign/set-up-steps";
import { ClosingList } from "@/components/monitor/summary/closing-list";
import { ClientMessages } from "@/components/base/layout/client-messages";
import { Banner } from "@/components/base/ui/banner";
import { buttonClass } from "@/components/base/ui/button";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { DraftSent } from "@/components/base/kept/draft-sent";
import { ButtonLink } from "@/components/base/ui/button-link";
import { authorize } from "@/lib/account/auth/grant";
import {
  archiveCampaignAction,
  areasOfDistrict,
  deleteCampaignAction,
} from "@/lib/campaign/server/actions";
import { roundOn } from "@/lib/campaign/calendar";
import { givesNothing, type Campaign } from "@/lib/campaign/campaign";
import { proposedStart } from "@/lib/campaign/copy";
import { openCampaign } from "@/lib/campaign/server/current";
import { startCopyAction } from "@/lib/campaign/server/draft-actions";
import { definitionOf } from "@/lib/campaign/definition";
import { contentTag } from "@/lib/base/server/content-tag";
import { draftOf } from "@/lib/campaign/draft";
import { campaignHoldings } from "@/lib/campaign/server/queries";
import { setLinesOf } from "@/lib/campaign/unit-set/lines";
import { listUnitSets } from "@/lib/campaign/unit-set/server/queries";
import { formats } from "@/lib/base/i18n/format";
import { changeCampaignAction } from "@/lib/monitor/server/actions";
import { readGoalBases } from "@/lib/monitor/server/goal-base-queries";
import { readClosing } from "@/lib/monitor/server/closing-queries";
import { headsWithAccount } from "@/lib/account/people/server/queries";
import { suggestDistricts } from "@/lib/account/region/server/actions";
import { listAreas } from "@/lib/account/region/server/queries";
import { routes, withQuery } from "@/lib/base/routes";
import {
  listNamedUnits,
  unitsWithoutTarget,
} from "@/lib/campaign/target-population/server/queries";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

import { HeadsPanels } from "../../pengguna/heads-panels";
import { MergedNotice } from "../../merged-notice";
import { Shell } from "../../shell";
import { PartLinks } from "./part-links";

type Props = {
  readonly params: Promise<{ readonly slug: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("campaigns");
  return { title: t("title") };
}

export default async function CampaignPage(props: Props) {
  const [{ slug }, query] = await Promise.all([props.params, props.searchParams]);
  const { actor, current } = await openCampaign("campaign:manage", slug);
  // With a name in the address there is a campaign, or the page is not found.
  if (!current) return null;

  const { campaign, grant } = current;
  const importer = authorize(actor, "target:import", grant.region);
  const manager = authorize(actor, "people:manage", grant.region);
  const at = now();
  const today = localDay(at, campaign.timeZone);
  const round = roundOn(campaign.rounds, today).number;
  const reader = authorize(actor, "coverage:read", grant.region);
  const [closing, units, missing, accounts, areas, holdings, sets, t] = await Promise.all([
    readClosing(reader, campaign, { today, at }),
    listNamedUnits(importer, campaign),
    unitsWithoutTarget(importer, campaign, { source: campaign.decidingTargetSource, round }),
    headsWithAccount(manager, campaign.districtCode),
    listAreas(grant, campaign.districtCode),
    campaignHoldings(grant, campaign),
    listUnitSets(grant, campaign),
    getTranslations(),
  ]);
  const initial = draftOf(campaign, setLinesOf(sets, units), units);
  const known = units.length - missing.length;
  const keptName = `${actor.id}/kampanye/${slug}`;
  const saved = query["tersimpan"]?.toString();
  const readAt = contentTag(definitionOf(campaign, units, sets));

  return (
    <Shell actor={actor} current="campaigns" campaign={campaign}>
      <Breadcrumb
        label={t("common.breadcrumb")}
        parts={[{ name: t("campaigns.title"), href: routes.campaigns }, { name: campaign.name }]}
      />
      <h1 className="mt-2 text-title font-semibold">{campaign.name}</h1>
      <p className="mb-4 text-dense text-ink2">{campaign.districtName}</p>
      <div className="grid gap-6">
        {query["tersimpan"] ? (
          <Banner kind="success" role="status" title={t("campaigns.edit.saved")} />
        ) : null}
        <MergedNotice grant={grant} campaign={campaign} />
        {closing ? (
          <div className="max-w-240">
            <ClosingList closing={closing} slug={slug} />
          </div>
        ) : null}
        <div className="max-w-240">
          <Steps campaign={campaign} units={units.length} known={known} accounts={accounts} />
        </div>
        <div id="akun" className="grid max-w-240 gap-4">
          <HeadsPanels
            district={{ code: campaign.districtCode, name: campaign.districtName }}
            heads={accounts}
          />
        </div>
        <div>
          <EditTitle isArchived={campaign.isArchived} />
          {query["tersimpan"] ? <DraftSent key={saved} name={keptName} /> : null}
          <ClientMessages of={["campaigns", "places", "common", "words", "draft", "problems"]}>
            <GoalNeeds bases={await readGoalBases(reader, campaign, today)}>
              <CampaignForm
                // A form of its own after each save; what others store meanwhile leaves it be.
                key={saved}
                keptName={keptName}
                slug={campaign.slug}
                isReadOnly={campaign.isArchived}
                initial={initial}
                readAt={readAt}
                standing={units.map(
                  ({ code, name, kind, regionCode, subdistrictName, office }) => ({
                    code,
                    name,
                    kind,
                    regionCode,
                    subdistrictName,
                    office,
                  }),
                )}
                ownDistrict={null}
                areas={areas}
                findAreas={areasOfDistrict}
                searchDistricts={suggestDistricts}
                save={changeCampaignAction}
              />
            </GoalNeeds>
          </ClientMessages>
        </div>
        <ClientMessages of={["campaigns", "problems"]}>
          <CopyCampaign
            slug={campaign.slug}
            startsOn={proposedStart(campaign, today)}
            isOpen={query["salin"] !== undefined}
            action={startCopyAction}
          />
          <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <a href={routes.campaignFile(campaign.slug)} className={buttonClass({})} download>
              <Download aria-hidden className="size-4" />
              {t("campaigns.file.download")}
            </a>
            <span className="text-note text-ink3">{t("campaigns.file.note")}</span>
          </p>
          <ArchiveCampaign
            slug={campaign.slug}
            isArchived={campaign.isArchived}
            action={archiveCampaignAction}
          />
          <DeleteCampaign
            slug={campaign.slug}
            name={campaign.name}
            units={units.length}
            isArchived={campaign.isArchived}
            {...holdings}
            action={deleteCampaignAction}
          />
        </ClientMessages>
      </div>
    </Shell>
  );
}

function EditTitle(props: { readonly isArchived: boolean }) {
  const t = useTranslations("campaigns");
  return (
    <h2 className="mb-3 text-section font-semibold">
      {t(props.isArchived ? "archive.content" : "edit.title")}
    </h2>
  );
}

/** What a campaign needs before its first day. */
function Steps(props: {
  readonly campaign: Campaign;
  readonly units: number;
  /** Units whose target population is known. */
  readonly known: number;
  readonly accounts: ComponentProps<typeof HeadsPanels>["heads"];
}) {
  const t = useTranslations("campaigns.steps");
  const words = useTranslations("indicators");
  const f = formats(useLocale());
  const { campaign, units, known, accounts } = props;
  const isKnown = known === units;
  const ofCampaign = { kampanye: campaign.slug };
  return (
    <div className="grid gap-4">
      <SetUpSteps
        steps={[
          {
            title: t("made"),
            note: t("madeNote", {
              from: f.day(campaign.startsOn),
              to: f.day(campaign.endsOn),
              interventions: campaign.interventions.length,
              units,
            }),
            isDone: true,
          },
          givesNothing(campaign)
            ? {
                title: words("empty.list"),
                note: words("empty.listNote"),
                isDone: false,
                action: campaign.isArchived ? null : (
                  <ButtonLink href={withQuery(routes.indicators, ofCampaign)} variant="primary">
                    {words("only.open")}
                  </ButtonLink>
                ),
              }
            : {
                title: t("targets", { units }),
                note: t("targetsNote", { known, units }),
                isDone: isKnown,
                action: campaign.isArchived ? null : (
                  <ButtonLink
                    href={withQuery(routes.targetImport, ofCampaign)}
                    variant={isKnown ? "secondary" : "primary"}
                  >
                    <Upload aria-hidden className="size-4" />
                    {t("targetsAction")}
                  </ButtonLink>
                ),
              },
          {
            title: t("people"),
            note: t("peopleNote", {
              known: accounts.subdistrictHead.known,
              all: accounts.subdistrictHead.all,
              villages: accounts.villageHead.known,
              allVillages: accounts.villageHead.all,
            }),
            isDone: accounts.subdistrictHead.known === accounts.subdistrictHead.all,
            action: <ButtonLink href={routes.people}>{t("peopleAction")}</ButtonLink>,
          },
        ]}
        footer={
          givesNothing(campaign) ? null : (
            <a
              href={withQuery(routes.targetTemplate, ofCampaign)}
              className="inline-flex min-h-6 items-center underline"
              download
            >
              {t("template")}
            </a>
          )
        }
      />
      <PartLinks slug={campaign.slug} />
    </div>
  );
}
