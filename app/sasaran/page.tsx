import { OnlyIndicatorsPage } from "@/app/only-indicators";
import { givesNothing } from "@/lib/campaign/campaign";
import { Upload } from "lucide-react";
import type { Metadata } from "next";
import { useTranslations } from "next-intl";
import { getTranslations } from "next-intl/server";

import { NoCampaign } from "@/components/campaign/no-campaign";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { DecideSource, UndoDecision } from "@/components/campaign/target-population/decide-source";
import { MissingList } from "@/components/campaign/target-population/missing-list";
import { SourcePanel } from "@/components/campaign/target-population/source-panel";
import { TargetTemplateLinks } from "@/components/campaign/target-population/template-links";
import { VersionList } from "@/components/campaign/target-population/version-list";
import { Banner } from "@/components/base/ui/banner";
import { DraftSent } from "@/components/base/kept/draft-sent";
import { ButtonLink } from "@/components/base/ui/button-link";
import { roundOn } from "@/lib/campaign/calendar";
import { targetSources, type Campaign, type TargetSource } from "@/lib/campaign/campaign";
import { openCampaign } from "@/lib/campaign/server/current";
import { routes, withQuery } from "@/lib/base/routes";
import { decideSource } from "@/lib/campaign/target-population/server/actions";
import { boxes } from "@/lib/campaign/target-population/column";
import { listTargetDrafts } from "@/lib/campaign/target-population/server/draft-queries";
import {
  listNamedUnits,
  listTargetSets,
  peopleInForce,
  unitsWithoutTarget,
} from "@/lib/campaign/target-population/server/queries";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

import { MergedNotice } from "../merged-notice";
import { Shell } from "../shell";
import { consequencesOf } from "./consequences";
import { correctionOf } from "./correction";
import { CurrentTargets } from "./current-targets";
import { OneNumber } from "./one-number";
import { TargetDrafts } from "./target-drafts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("targets");
  return { title: t("title") };
}

export default async function TargetsPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, current } = await openCampaign("target:import", query["kampanye"]?.toString());
  if (!current) {
    return (
      <Shell actor={actor} current="targets">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }

  const { campaign, grant } = current;
  if (givesNothing(campaign)) {
    return <OnlyIndicatorsPage actor={actor} current="targets" campaign={campaign} />;
  }
  const { slug, decidingTargetSource: deciding, rounds } = campaign;
  const round =
    rounds.find(({ number }) => String(number) === query["putaran"]) ??
    roundOn(rounds, localDay(now(), campaign.timeZone));
  const units = await listNamedUnits(grant, campaign);
  const place = units.find(({ subdistrictCode }) => subdistrictCode === query["wilayah"]);
  // Puskesmas of a kabupaten that stand in no kecamatan are listed at once.
  const isOnePlace = new Set(units.map(({ subdistrictCode }) => subdistrictCode)).size === 1;
  const subdistrict = (place ?? (isOnePlace ? units[0] : undefined))?.subdistrictCode ?? null;
  const today = localDay(now(), campaign.timeZone);
  const [correcting, people, sets, drafts, missing, t] = await Promise.all([
    campaign.isArchived
      ? null
      : correctionOf(grant, campaign, { units, round: round.number, query }),
    peopleInForce(grant, campaign, { round: round.number, subdistrict }),
    listTargetSets(grant, campaign),
    listTargetDrafts(grant, campaign, new Set(units.map(({ code }) => code))),
    unitsWithoutTarget(grant, campaign, { source: deciding, round: round.number }),
    getTranslations("targets"),
  ]);
  const newest = (source: typeof deciding) => sets.find((set) => set.source === source) ?? null;
  const former = targetSources.find((source) => source === query["semula"]);
  const wanted = targetSources.find((source) => source === query["penentu"] && source !== deciding);
  const asked =
    wanted && newest(wanted) && !campaign.isArchived
      ? { source: wanted, consequences: await consequencesOf(grant, campaign, wanted) }
      : null;
  const keptName = `${actor.id}/sasaran/${slug}/penentu`;
  const correctingName = `${actor.id}/sasaran/${slug}/ubah`;
  const added = sets.find(({ id }) => String(id) === query["versi"]);

  return (
    <Shell actor={actor} current="targets" campaign={campaign}>
      {asked ? <StatusShapes /> : null}
      <div className="grid gap-4">
        <PageHead campaign={campaign} isEmpty={sets.length === 0} />
        <Told {...{ slug, deciding, former, added, keptName, correctingName }} />
        <MergedNotice grant={grant} campaign={campaign} />
        {asked ? (
          <DecideSource
            slug={slug}
            source={asked.source}
            consequences={asked.consequences}
            decide={decideSource}
            keptName={keptName}
          />
        ) : null}
        {correcting ? (
          <OneNumber
            {...{ campaign, correcting, query, today }}
            backHref={withQuery(routes.targets, {
              kampanye: slug,
              putaran: rounds.length > 1 ? round.number : null,
              wilayah: subdistrict,
            })}
            keptName={correctingName}
          />
        ) : null}
        {query["draf"] === "dibuang" ? (
          <Banner kind="success" role="status" title={t("draft.dropped")} />
        ) : null}
        <TargetDrafts
          campaign={campaign}
          drafts={campaign.isArchived ? [] : drafts}
          today={today}
        />
        {sets.length === 0 ? (
          <Banner kind="warning" title={t("empty.title")} />
        ) : (
          <CurrentTargets
            campaign={campaign}
            round={round.number}
            units={units}
            subdistrict={subdistrict}
            people={people}
          />
        )}
        <div className="grid items-start gap-4 desktop:grid-cols-2">
          <SourcePanel
            slug={slug}
            isReadOnly={campaign.isArchived}
            deciding={deciding}
            newest={{ local: newest("local"), pusdatin: newest("pusdatin") }}
            known={{
              local: unitsKnown(campaign, people, "local"),
              pusdatin: unitsKnown(campaign, people, "pusdatin"),
            }}
            units={units.length}
          />
          <MissingList source={deciding} units={missing} />
        </div>
        {sets.length > 0 ? (
          <VersionList versions={sets} zone={campaign.timeZone} added={added?.id ?? null} />
        ) : null}
        <TargetTemplateLinks slug={slug} />
      </div>
    </Shell>
  );
}

function PageHead(props: { readonly campaign: Campaign; readonly isEmpty: boolean }) {
  const t = useTranslations("targets");
  const { slug, isArchived } = props.campaign;
  return (
    <div className="flex flex-wrap items-end justify-between gap-4">
      <div>
        <h1 className="text-title font-semibold">{t("title")}</h1>
        <p className="max-w-180 text-dense text-ink2">
          {props.isEmpty ? t("empty.text") : t("intro")}
        </p>
      </div>
      {isArchived ? null : (
        <ButtonLink
          href={withQuery(routes.targetImport, { kampanye: slug })}
          variant="primary"
          size="phone"
        >
          <Upload aria-hidden className="size-4" />
          {t("import")}
        </ButtonLink>
      )}
    </div>
  );
}

/** Units that have every number: the box with the fewest says how many do. */
function unitsKnown(
  campaign: Campaign,
  people: Awaited<ReturnType<typeof peopleInForce>>,
  source: TargetSource,
): number {
  return Math.min(
    ...boxes(campaign).map(
      (box) =>
        people.find(
          (each) =>
            each.place === "" &&
            each.source === source &&
            each.intervention === box.intervention &&
            each.targetGroup === box.targetGroup,
        )?.units ?? 0,
    ),
  );
}

/** What was just done, so that nothing of it is kept as half typed. */
function Told(props: {
  readonly slug: string;
  readonly deciding: TargetSource;
  /** That decided before. */
  readonly former: TargetSource | undefined;
  /** The version that was just stored. */
  readonly added: { readonly rows: number; readonly isWithdrawal: boolean } | undefined;
  readonly keptName: string;
  readonly correctingName: string;
}) {
  const t = useTranslations("targets");
  const names = useTranslations("common.targetSources");
  const { slug, deciding, former, added, keptName, correctingName } = props;
  return (
    <>
      {former ? <DraftSent name={keptName} /> : null}
      {added ? <DraftSent name={correctingName} /> : null}
      {former && former !== deciding ? (
        <Banner
          kind="success"
          role="status"
          title={t("decideQuestion.done", { source: names(deciding) })}
          action={<UndoDecision slug={slug} former={former} decide={decideSource} />}
        />
      ) : null}
      {added?.isWithdrawal ? (
        <Banner kind="success" role="status" title={t("withdraw.done")} />
      ) : null}
      {added && !added.isWithdrawal ? (
        <Banner kind="success" role="status" title={t("stored")}>
          {t("storedNote", { rows: added.rows })}
        </Banner>
      ) : null}
    </>
  );
}
