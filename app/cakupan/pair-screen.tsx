import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { Shell } from "@/app/shell";
import { EmptyState } from "@/components/base/ui/empty-state";
import { CoverageViews } from "@/components/monitor/coverage/coverage-views";
import { GapPanel } from "@/components/monitor/coverage/gap-line";
import { HatchPatterns } from "@/components/monitor/coverage/hatch";
import { IgnoredNotice } from "@/components/monitor/coverage/ignored-notice";
import { PairFilters } from "@/components/monitor/coverage/pair-filters";
import { PairHead } from "@/components/monitor/coverage/pair-head";
import { PairSteps } from "@/components/monitor/coverage/pair-steps";
import { PairTable } from "@/components/monitor/coverage/pair-table";
import { SameDay } from "@/components/monitor/coverage/same-day";
import { StatusShapes } from "@/components/monitor/coverage/status-shape";
import type { Grant } from "@/lib/account/auth/grant";
import { mayEver, type Actor } from "@/lib/account/auth/policy";
import type { SetGrouping } from "@/lib/campaign/unit-set/unit-set";
import type { Campaign } from "@/lib/campaign/campaign";
import { coverageLinks } from "@/lib/monitor/coverage/links";
import type { CoverageParams } from "@/lib/monitor/coverage/params";
import { subdistrictsOf } from "@/lib/monitor/coverage/server/read";
import { readPair } from "@/lib/monitor/coverage/server/read-pair";
import { routes, withQuery } from "@/lib/base/routes";

/** Two rounds, or two doses, side by side: did people come back. */
export async function PairScreen(props: {
  readonly actor: Actor;
  readonly grant: Grant<"coverage:read">;
  readonly campaign: Campaign;
  readonly params: CoverageParams;
  readonly place: string | null;
  readonly sets: SetGrouping | null;
}) {
  const { actor, campaign, grant, params, place, sets } = props;
  const t = await getTranslations("coverage.pair");
  const links = coverageLinks(campaign, params, place);
  if (params.pair === null) {
    return (
      <Shell actor={actor} current="coverage" campaign={campaign}>
        <IgnoredNotice {...params} />
        <EmptyState
          title={t("empty.title")}
          footer={<Link href={links.here({ tampilan: "" })}>{t("empty.back")}</Link>}
        >
          {t("empty.text")}{" "}
          {mayEver(actor.role, "campaign:manage") ? (
            <Link href={withQuery(routes.campaign(campaign.slug), { kampanye: campaign.slug })}>
              {t("empty.toCampaign")}
            </Link>
          ) : null}
        </EmptyState>
      </Shell>
    );
  }
  const reading = await readPair(grant, campaign, params, params.pair, place ?? undefined, sets);
  if (!reading) notFound();
  const { readable, view } = reading;
  const isByUnit = params.level === "units" || view.root.parts === "unit";
  return (
    <Shell actor={actor} current="coverage" campaign={campaign} print={{ day: params.on }}>
      <HatchPatterns />
      <StatusShapes />
      <IgnoredNotice {...params} />
      <CoverageViews params={params} links={links} />
      <PairHead
        campaign={campaign}
        view={view}
        isByUnit={isByUnit}
        mayReview={mayEver(actor.role, "quality:review")}
      />
      <PairFilters
        campaign={campaign}
        params={params}
        view={view}
        links={links}
        place={place}
        subdistricts={subdistrictsOf(readable)}
      />
      {view.units === 0 ? (
        <EmptyState title={t("empty.noUnits")}>{t("empty.noUnitsText")}</EmptyState>
      ) : (
        <>
          <PairSteps view={view} source={params.source} />
          <div className="mt-5 grid items-start gap-5 min-[85rem]:grid-cols-2">
            <SameDay view={view} />
            <GapPanel view={view} />
          </div>
          <PairTable view={view} links={links} isByUnit={isByUnit} source={params.source} />
        </>
      )}
    </Shell>
  );
}
