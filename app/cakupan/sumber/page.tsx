import { OnlyIndicatorsPage } from "@/app/only-indicators";
import { givesNothing } from "@/lib/campaign/campaign";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { IgnoredNotice } from "@/components/monitor/coverage/ignored-notice";
import { LineTable } from "@/components/monitor/source/line-table";
import { ReportPanel } from "@/components/monitor/source/report-panel";
import { ReportTable } from "@/components/monitor/source/report-table";
import { SourceHead } from "@/components/monitor/source/source-head";
import { sourcesPerPage } from "@/components/monitor/source/source-props";
import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { openCampaign } from "@/lib/campaign/server/current";
import { groupingOf } from "@/app/set-grouping";
import { coverageLinks } from "@/lib/monitor/coverage/links";
import { parseSourceParams } from "@/lib/monitor/source/params";
import { readSource } from "@/lib/monitor/source/server/read";
import { readOpenedReport } from "@/lib/monitor/source/server/report";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("source");
  return { title: t("title") };
}

/** Where a number comes from: the reports, or the target population lines, that it is the sum of. */
export default async function SourcePage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, current } = await openCampaign("coverage:read", query["kampanye"]?.toString());
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
  const params = parseSourceParams(query, campaign, localDay(now(), campaign.timeZone));
  const reading = await readSource(grant, campaign, params, {
    limit: sourcesPerPage,
    offset: (params.page - 1) * sourcesPerPage,
    sets: await groupingOf(params.of.place, null),
  });
  if (!reading) notFound();

  const t = await getTranslations();
  const links = coverageLinks(campaign, params.coverage, params.of.place);
  return (
    <Shell actor={actor} current="coverage" campaign={campaign}>
      <Breadcrumb
        label={t("common.breadcrumb")}
        parts={[
          { name: `${t("coverage.title")}, ${reading.root.name}`, href: links.here({}) },
          { name: t("source.title") },
        ]}
      />
      <IgnoredNotice {...params.coverage} ignored={params.ignored} />
      <SourceHead campaign={campaign} params={params} reading={reading} />
      {params.opened ? (
        <ReportPanel
          campaign={campaign}
          params={params}
          opened={await readOpenedReport(grant, campaign, params, reading.root)}
        />
      ) : null}
      {reading.kind === "doses" ? (
        <ReportTable campaign={campaign} params={params} reading={reading} />
      ) : (
        <LineTable campaign={campaign} params={params} reading={reading} />
      )}
    </Shell>
  );
}
