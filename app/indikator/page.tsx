import { Download, ListChecks, Upload } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { ButtonLink } from "@/components/base/ui/button-link";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { IndicatorFilters } from "@/components/indicator/indicator-filters";
import { IndicatorCards, IndicatorMatrix } from "@/components/indicator/indicator-matrix";
import {
  IndicatorsContext,
  IndicatorsHeadline,
  IndicatorsLead,
} from "@/components/indicator/indicators-head";
import { MatrixLegend } from "@/components/indicator/matrix-legend";
import { MatrixPages } from "@/components/indicator/matrix-pages";
import { NothingImproved } from "@/components/indicator/nothing-improved";
import { PeriodButton } from "@/components/indicator/period-button";
import { routes, withQuery } from "@/lib/base/routes";
import { indicatorQuery } from "@/lib/indicator/params";
import { addTemplateAction } from "@/lib/indicator/server/actions";
import { readIndicatorView } from "@/lib/indicator/server/read";
import { unitNoun } from "@/lib/monitor/coverage/place";

import { Shell } from "../shell";
import { mayManageIndicators, openIndicators, submitGrant } from "./open-indicators";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("indicators");
  return { title: t("title") };
}

/** What improves, what worsens, and where. */
export default async function IndicatorsPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, current } = await openIndicators(query);
  if (!current) {
    return (
      <Shell actor={actor} current="indicators">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }
  const { campaign, grant, today } = current;
  const { slug } = campaign;
  const [view, submit, t] = await Promise.all([
    readIndicatorView(grant, campaign, query, today),
    submitGrant(actor, campaign),
    getTranslations(),
  ]);
  const mayManage = mayManageIndicators(actor, campaign);
  const noun = t(`places.nouns.${unitNoun(view.units)}`);
  const { params, rows, units, page } = view;
  const { shown } = params;
  if (shown === null) {
    return (
      <Shell actor={actor} current="indicators" campaign={campaign}>
        <ClientMessages of={["indicators", "problems", "register"]}>
          <NothingImproved
            slug={slug}
            noun={noun}
            today={today}
            addTemplate={mayManage ? addTemplateAction : null}
          />
        </ClientMessages>
      </Shell>
    );
  }
  const address = { kampanye: slug, ...indicatorQuery(params) };
  const matrix = { slug, rows, page, units: units.length, noun, comparison: params.comparison };
  return (
    <Shell actor={actor} current="indicators" campaign={campaign} print={{ day: today }}>
      <div className="grid gap-4">
        <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
          <div className="min-w-0">
            <p className="text-note text-ink3">
              <IndicatorsContext
                rows={rows}
                shown={shown}
                comparison={params.comparison}
                units={units.length}
                noun={noun}
              />
            </p>
            <h1 className="text-verdict-phone font-semibold tablet:text-title">
              <IndicatorsHeadline rows={rows} />
            </h1>
            <p className="max-w-180 text-ink2">
              <IndicatorsLead rows={rows} ranks={view.ranks} filled={view.filled} shown={shown} />
            </p>
          </div>
          <div className="flex flex-wrap gap-2 max-tablet:w-full print:hidden">
            {submit ? <PeriodButton slug={slug} period={shown} /> : null}
            {submit ? (
              <ButtonLink href={withQuery(routes.indicatorImport, address)} size="phone">
                <Upload aria-hidden className="size-4" />
                {t("indicators.actions.import")}
              </ButtonLink>
            ) : null}
            <ButtonLink href={withQuery(routes.indicatorList, { kampanye: slug })} size="phone">
              <ListChecks aria-hidden className="size-4" />
              {t("indicators.actions.list")}
            </ButtonLink>
            <ButtonLink
              href={withQuery(routes.indicatorsCsv, address)}
              prefetch={false}
              size="phone"
            >
              <Download aria-hidden className="size-4" />
              {t("indicators.actions.csv")}
            </ButtonLink>
          </div>
        </div>
        <IndicatorFilters
          slug={slug}
          params={params}
          indicators={view.indicators}
          units={units}
          noun={noun}
        />
        <section
          aria-label={t("indicators.matrix.title", { noun })}
          className="min-w-0 rounded-panel border border-line bg-surface p-4 tablet:px-5 print:border-0 print:p-0"
        >
          <IndicatorMatrix {...matrix} />
          <IndicatorCards {...matrix} isOne={params.unit !== null && page.length === 1} />
          <MatrixLegend noun={noun} />
        </section>
        <MatrixPages slug={slug} params={params} pages={view.pages} noun={noun} />
      </div>
    </Shell>
  );
}
