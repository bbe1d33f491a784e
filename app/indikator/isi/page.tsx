import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { EntryChooser } from "@/components/indicator/entry-chooser";
import { EntryTable } from "@/components/indicator/entry-table";
import { IndicatorCrumbs } from "@/components/indicator/indicator-crumbs";
import { EntryTitle } from "@/components/indicator/entry-title";
import { saveValuesAction } from "@/lib/indicator/server/value-actions";
import { periodKey } from "@/lib/indicator/period";
import { unitNoun } from "@/lib/monitor/coverage/place";

import { Shell } from "../../shell";
import { openIndicators, submitGrant } from "../open-indicators";
import { readEntry } from "../read-entry";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("indicators");
  return { title: t("only.enter") };
}

/** A period's values of all units in one form. */
export default async function IndicatorEntryPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, current } = await openIndicators(query);
  const grant = current && (await submitGrant(actor, current.campaign));
  if (!current || !grant) notFound();
  const { campaign, today } = current;
  const entry = await readEntry(grant, campaign, query, today);
  if (!entry) notFound();
  const { period, rows, units, shown } = entry;
  const t = await getTranslations();
  const noun = t(`places.nouns.${unitNoun(units)}`);
  return (
    <Shell actor={actor} current="indicators" campaign={campaign}>
      <IndicatorCrumbs slug={campaign.slug} name={t("indicators.only.enter")} />
      <EntryTitle period={period} />
      <div className="grid gap-4">
        <EntryChooser slug={campaign.slug} entry={entry} noun={noun} />
        {entry.isTooLarge ? (
          <p>{t("indicators.entry.tooMany", { noun })}</p>
        ) : rows.length === 0 ? (
          <p>{t("indicators.entry.nothing")}</p>
        ) : (
          <ClientMessages of={["indicators", "problems", "register"]}>
            <EntryTable
              key={`${periodKey(period)} ${entry.unit ?? ""} ${entry.indicator ?? ""}`}
              slug={campaign.slug}
              period={periodKey(period)}
              sent={crypto.randomUUID()}
              rows={rows}
              units={shown}
              save={saveValuesAction}
            />
          </ClientMessages>
        )}
      </div>
    </Shell>
  );
}
