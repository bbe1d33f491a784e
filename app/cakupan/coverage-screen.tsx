import { OnlyIndicatorsPage } from "@/app/only-indicators";
import { givesNothing } from "@/lib/campaign/campaign";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { CoverageEmpty } from "@/components/monitor/coverage/coverage-empty";
import { CoverageFilters } from "@/components/monitor/coverage/coverage-filters";
import { CoverageHead } from "@/components/monitor/coverage/coverage-head";
import { CoverageViews } from "@/components/monitor/coverage/coverage-views";
import { DoubtNote } from "@/components/monitor/coverage/doubt-note";
import { TwoLevelsNote } from "@/components/monitor/coverage/two-levels-note";
import { LaterTarget } from "@/components/monitor/coverage/later-target";
import { HatchPatterns } from "@/components/monitor/coverage/hatch";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { UnitEndsNote } from "@/components/monitor/coverage/unit-ends-note";
import { CoverageTable } from "@/components/monitor/coverage/coverage-table";
import { coverageTitle } from "@/components/monitor/coverage/coverage-title";
import { IgnoredNotice } from "@/components/monitor/coverage/ignored-notice";
import { InterventionTabs } from "@/components/monitor/coverage/intervention-tabs";
import { UnitDays } from "@/components/monitor/coverage/unit-days";
import { GroupingChoice } from "@/components/monitor/grouping-choice";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { mayEver } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { keptUnder } from "@/lib/campaign/unplaced";
import { openCampaign } from "@/lib/campaign/server/current";
import { setNoun, wordOfSetKind } from "@/lib/campaign/unit-set/unit-set";
import { notesOf } from "@/lib/campaign/day-note/place";
import { listDayNotes } from "@/lib/campaign/day-note/server/queries";
import { coverageLinks } from "@/lib/monitor/coverage/links";
import { parseCoverageParams } from "@/lib/monitor/coverage/params";
import type { Root } from "@/lib/monitor/coverage/place";
import { readCoverage, subdistrictsOf } from "@/lib/monitor/coverage/server/read";
import { unitDays } from "@/lib/monitor/coverage/unit";
import { regionCode, type RegionCode } from "@/lib/base/region/code";
import { getSentences } from "@/lib/base/i18n/server/sentences";
import { routes, withQuery } from "@/lib/base/routes";
import { now } from "@/lib/base/time/clock";
import { instantOf, localDay } from "@/lib/base/time/time-zone";

import { groupingOf } from "../set-grouping";
import { BesidesOfPlace } from "./besides-of-place";
import { CoveragePanels } from "./coverage-panels";
import { PairScreen } from "./pair-screen";
import { trailOf } from "./trail";

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** The coverage of one place, or of all that the person may read. */
export async function CoverageScreen(props: {
  readonly place: string | null;
  readonly query: Query;
}) {
  const { place, query } = props;
  const { actor, current } = await openCampaign("coverage:read", query["kampanye"]?.toString());
  const t = await getTranslations();
  if (!current) {
    return (
      <Shell actor={actor} current="coverage">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }

  const { campaign, grant } = current;
  if (givesNothing(campaign)) {
    return <OnlyIndicatorsPage actor={actor} current="coverage" campaign={campaign} />;
  }
  sendToPlace(props);
  const today = localDay(now(), campaign.timeZone);
  const params = parseCoverageParams(query, campaign, today);
  const sets = await groupingOf(place, params.setKind);
  if (params.layout === "pair") {
    return PairScreen({ actor, grant, campaign, params, place, sets });
  }
  const places = await getTranslations("places");
  const [reading, dayNotes] = await Promise.all([
    readCoverage(grant, campaign, params, place ?? undefined, sets),
    listDayNotes(grant, campaign, params.round),
  ]);
  if (!reading) notFound();

  const { view, readable, reports } = reading;
  const links = coverageLinks(campaign, params, place);
  const screen = { campaign, params, view, links };
  const mayReview = mayEver(actor.role, "quality:review");
  const mayEnter = mayEver(actor.role, "tally:submit");
  const isPastCutOff = now() >= instantOf(today, campaign.reportCutOff, campaign.timeZone);
  const trail = trailOf(screen, {
    readable,
    grant,
    title: coverageTitle(await getSentences("coverage", params.wording), places, screen),
    sets: sets ? places(`heads.${setNoun(sets.kind)}`) : "",
  });

  return (
    <Shell actor={actor} current="coverage" campaign={campaign} print={{ day: params.on }}>
      <HatchPatterns />
      <StatusShapes />
      <IgnoredNotice {...params} />
      {trail.length > 1 ? <Breadcrumb label={t("common.breadcrumb")} parts={trail} /> : null}
      <CoverageViews params={params} links={links} />
      {view.isWithoutTargets ? (
        <CoverageEmpty {...screen} role={actor.role} />
      ) : (
        <>
          <CoverageHead {...screen} />
          {params.isToday ? null : <LaterTarget steps={view.steps} on={params.on} />}
          <TwoLevelsNote levels={view.twoLevels} wholes={[view.total]} campaign={campaign} />
          <DoubtNote {...screen} doubts={view.doubts} mayReview={mayReview} />
          <CoverageFilters
            {...screen}
            place={place}
            subdistricts={subdistrictsOf(readable)}
            today={today}
          />
          {view.root.parts === "unit" ? null : (
            <div className="mt-4">
              <GroupingChoice
                sets={campaign.unitSets}
                current={params.setKind}
                href={(kind) => links.here({ per: kind ? wordOfSetKind(kind) : "", tampil: "" })}
              />
            </div>
          )}
          <InterventionTabs {...screen} />
          {params.level === "units" && view.root.parts !== "unit" ? null : (
            <CoveragePanels
              {...screen}
              notes={notesOf(dayNotes, partOf(view.root, campaign))}
              today={today}
              mayEnter={mayEnter}
              isPastCutOff={isPastCutOff}
            />
          )}
          <BesidesOfPlace {...screen} grant={grant} />
          <div id="tabel" className="mt-5 scroll-mt-4">
            {view.root.kind === "unit" ? null : <CoverageTable {...screen} />}
            <UnitEndsNote {...screen} />
          </div>
        </>
      )}
      {view.root.kind === "unit" ? (
        <UnitDays
          {...screen}
          days={unitDays(reports, { campaign, round: params.round, on: params.on })}
          mayEnter={mayEnter}
        />
      ) : null}
    </Shell>
  );
}

/** The kabupaten, or the kecamatan that a smaller place lies in: what a note can be on. */
function partOf(root: Root, { districtCode }: Campaign): RegionCode {
  return root.kind === "district" || root.kind === "set"
    ? districtCode
    : regionCode.parse(keptUnder(root.units[0]?.subdistrictCode ?? districtCode, { districtCode }));
}

/** The form's choice of kecamatan is a part of the address: each place has its own. */
function sendToPlace({ place, query }: { readonly place: string | null; readonly query: Query }) {
  const { wilayah, ...rest } = query;
  const chosen = wilayah?.toString() ?? "";
  if (chosen === "" || chosen === place) return;
  redirect(
    withQuery(
      routes.coverageOf(chosen),
      Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value?.toString()])),
    ),
  );
}

/** The tab's title. It names no place before it is known that this person may read it. */
export async function coverageMetadata(): Promise<Metadata> {
  const t = await getTranslations("coverage");
  return { title: t("title") };
}
