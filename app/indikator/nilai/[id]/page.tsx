import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { Panel } from "@/components/base/ui/panel";
import { EntryTable } from "@/components/indicator/entry-table";
import { IndicatorCrumbs } from "@/components/indicator/indicator-crumbs";
import { ValueHistory } from "@/components/indicator/value-history";
import { ValueSeries } from "@/components/indicator/value-series";
import { isSamePeriod, periodKey } from "@/lib/indicator/period";
import { saveValuesAction } from "@/lib/indicator/server/value-actions";
import { listIndicators, listReachedUnits, readSeries } from "@/lib/indicator/server/queries";
import { readRecordHistory } from "@/lib/campaign/record/server/queries";

import { Shell } from "../../../shell";
import { openIndicators, submitGrant } from "../../open-indicators";
import { readEntry } from "../../read-entry";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("indicators.value");
  return { title: t("periods") };
}

/** One indicator of one unit: what it was in each period, who said so, and the form to correct it. */
export default async function IndicatorValuePage(props: {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const [{ id }, query] = await Promise.all([props.params, props.searchParams]);
  const { actor, current } = await openIndicators(query);
  if (!current) notFound();
  const { campaign, grant, today } = current;
  const { slug } = campaign;
  const indicators = await listIndicators(grant, campaign);
  const indicator = indicators.find((each) => each.id === id);
  const units = await listReachedUnits(grant, campaign, indicators);
  const unit = units.find(({ code }) => code === query["desa"]);
  if (!indicator || !unit) notFound();
  const [series, submit, t] = await Promise.all([
    readSeries(grant, campaign, { indicator: id, unit }),
    submitGrant(actor, campaign),
    getTranslations("indicators"),
  ]);
  const periode = query["periode"]?.toString() ?? "";
  const entry =
    submit &&
    (await readEntry(
      submit,
      campaign,
      { periode, desa: unit.code, indikator: indicator.code },
      today,
    ));
  const shown =
    series.find((each) => periodKey(each.period) === periode) ??
    (periode === "" ? series[0] : undefined);
  const versions = shown
    ? await readRecordHistory(grant, { campaign, kind: "indicatorValue", id: shown.id })
    : [];
  const title = t("value.title", { indicator: indicator.name, unit: unit.name });
  const isOpen = entry !== null && entry.rows.length > 0;
  return (
    <Shell actor={actor} current="indicators" campaign={campaign} print={{ day: today }}>
      <IndicatorCrumbs slug={slug} name={title} />
      <h1 className="mt-2 mb-4 text-title font-semibold">{title}</h1>
      <div className="grid gap-5 desktop:grid-cols-2">
        <Panel title={t("value.periods")}>
          <ValueSeries slug={slug} indicator={indicator} unit={unit} series={series} />
        </Panel>
        <div className="grid content-start gap-5">
          {isOpen ? (
            <Panel
              title={t(shown ? "value.correct" : "value.enter")}
              note={t("value.emptyHint")}
              className="print:hidden"
            >
              <div className="mt-3">
                <ClientMessages of={["indicators", "problems", "register"]}>
                  <EntryTable
                    key={periodKey(entry.period)}
                    slug={slug}
                    period={periodKey(entry.period)}
                    sent={crypto.randomUUID()}
                    rows={entry.rows}
                    units={[unit]}
                    save={saveValuesAction}
                  />
                </ClientMessages>
              </div>
            </Panel>
          ) : null}
          {shown && (!entry || isSamePeriod(entry.period, shown.period)) ? (
            <ValueHistory
              indicator={indicator}
              period={shown.period}
              versions={versions}
              zone={campaign.timeZone}
            />
          ) : null}
        </div>
      </div>
    </Shell>
  );
}
