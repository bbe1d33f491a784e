import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";

import { HatchPatterns } from "@/components/monitor/coverage/hatch";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import { readDirective } from "@/lib/directive/server/directive-queries";

import { Shell } from "../../shell";
import { CellPage, readCell } from "./cell-page";
import { DraftPage } from "./draft-page";
import { IssuedPage } from "./issued-page";
import { readIssuedQuery } from "./issued-query";

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("directives");
  return { title: t("screen") };
}

/** One directive: a draft with its forms, or what was issued with how far it is. */
export default async function DirectivePage(props: Props) {
  const [{ id }, query] = await Promise.all([props.params, props.searchParams]);
  const { actor, current } = await openCampaign("directive:manage", query["kampanye"]?.toString());
  if (!current || !z.uuid().safeParse(id).success) notFound();
  const { campaign, grant } = current;
  const today = localDay(now(), campaign.timeZone);
  const found = await readDirective(grant, campaign, id, today);
  if (!found) notFound();
  const cell = readCell(query);
  return (
    <Shell actor={actor} current="directives" campaign={campaign} print={{ day: today }}>
      <StatusShapes />
      <HatchPatterns />
      {!found.directive.isIssued ? (
        <DraftPage
          actor={actor}
          campaign={campaign}
          found={found}
          isChanging={query["ubah"] !== undefined}
        />
      ) : cell ? (
        <CellPage grant={grant} campaign={campaign} found={found} cell={cell} today={today} />
      ) : (
        <IssuedPage
          actor={actor}
          grant={grant}
          campaign={campaign}
          found={found}
          today={today}
          query={readIssuedQuery(query)}
        />
      )}
    </Shell>
  );
}
