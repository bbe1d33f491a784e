import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";

import { RegisterPage } from "@/components/base/register/register-page";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { HatchPatterns } from "@/components/monitor/coverage/hatch";
import { AnswerCells } from "@/components/stock/answer-cells";
import { BandRows } from "@/components/stock/band-rows";
import { BatchRows } from "@/components/stock/batch-rows";
import { ChartPanel } from "@/components/stock/chart-panel";
import { DayChoice } from "@/components/stock/day-choice";
import { NoStock } from "@/components/stock/no-stock";
import { StockActions } from "@/components/stock/stock-actions";
import { StockHeadline } from "@/components/stock/stock-headline";
import { UsagePanel } from "@/components/stock/usage-panel";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import { daysBetween } from "@/lib/base/time/calendar-day";
import { now } from "@/lib/base/time/clock";
import { localDay } from "@/lib/base/time/time-zone";
import { openCampaign } from "@/lib/campaign/server/current";
import { readSupply } from "@/lib/stock/server/read-supply";
import { moveKinds } from "@/lib/stock/stock";

import { Shell } from "../shell";
import { coverageOf, moveFormAt, oneOf, storesOf } from "./open-stock";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("stock");
  return { title: t("screen") };
}

/** What a campaign is supplied with: enough, until when, and how much is lost. */
export default async function StockPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, current } = await openCampaign("stock:report", oneOf(query, "kampanye"));
  if (!current) {
    return (
      <Shell actor={actor} current="stock">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }
  const { campaign, grant } = current;
  const { slug } = campaign;
  const today = localDay(now(), campaign.timeZone);
  const grants = { stock: grant, read: coverageOf(actor, grant) };
  const asked = { today, on: oneOf(query, "tanggal"), line: oneOf(query, "vaksin") };
  const [supplied, { nameOf, mayManage }, t, locale] = await Promise.all([
    readSupply(grants, campaign, asked),
    storesOf(grant, campaign),
    getTranslations("stock"),
    getLocale(),
  ]);
  const { supply, on, lastDay, baseDay, lines } = supplied;
  const shortNames = new Map(campaign.interventions.map((each) => [each.code, each.shortName]));
  // What a store writes down where the signal is bad.
  const forms = moveKinds
    .filter((kind) => mayManage || kind !== "issue")
    .map((kind) => moveFormAt(slug, kind));
  const atDay = on === today ? null : on;
  return (
    <Shell actor={actor} current="stock" campaign={campaign} forms={forms} print={{ day: on }}>
      {supply === null ? (
        <NoStock slug={slug} mayManage={mayManage} />
      ) : (
        <RegisterPage
          headline={<StockHeadline supply={supply} />}
          intro={t("daysLeft", {
            day: formats(locale).longDay(on),
            left: Math.max(0, daysBetween(baseDay, lastDay)),
          })}
          actions={<StockActions slug={slug} mayManage={mayManage} />}
          filters={
            lines.length < 2
              ? []
              : [
                  {
                    label: t("lineLabel"),
                    options: lines.map(({ key, interventions }) => ({
                      label: interventions.map((code) => shortNames.get(code) ?? code).join(", "),
                      href: withQuery(routes.stock, {
                        kampanye: slug,
                        vaksin: key,
                        tanggal: atDay,
                      }),
                      isCurrent: key === supply.line.key,
                    })),
                  },
                ]
          }
        >
          <HatchPatterns />
          <DayChoice slug={slug} line={asked.line} day={on} />
          <AnswerCells supply={supply} lastDay={lastDay} />
          <div className="grid items-start gap-4 min-[75rem]:grid-cols-[6fr_5fr]">
            <div className="grid min-w-0 gap-4">
              {supply.totals.onHand > supply.answers.expiredAlready ? (
                <ChartPanel supply={supply} baseDay={baseDay} lastDay={lastDay} />
              ) : null}
              <BandRows supply={supply} nameOf={nameOf} />
            </div>
            <div className="grid min-w-0 gap-4">
              <BatchRows slug={slug} supply={supply} />
              <UsagePanel supply={supply} />
            </div>
          </div>
        </RegisterPage>
      )}
    </Shell>
  );
}
