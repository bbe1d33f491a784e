import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { ImportValues } from "@/components/indicator/import-values";
import { IndicatorCrumbs } from "@/components/indicator/indicator-crumbs";
import { periodKey } from "@/lib/indicator/period";
import { readValuesAction, saveValuesAction } from "@/lib/indicator/server/value-actions";
import { unitNoun } from "@/lib/monitor/coverage/place";

import { Shell } from "../../shell";
import { openIndicators, submitGrant } from "../open-indicators";
import { readEntry } from "../read-entry";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("indicators.import");
  return { title: t("title") };
}

/** Values of a table that is pasted or chosen as a file: read, looked at, then stored. */
export default async function IndicatorImportPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const { actor, current } = await openIndicators(query);
  const grant = current && (await submitGrant(actor, current.campaign));
  if (!current || !grant) notFound();
  const { campaign, today } = current;
  const { periode } = query;
  const first = await readEntry(grant, campaign, periode ? { periode } : {}, today);
  if (!first) notFound();
  const others = first.choices.filter((each) => each.kind === first.period.kind).slice(0, 12);
  const entries = await Promise.all(
    others.map(async (period) => {
      const key = periodKey(period);
      const entry = await readEntry(grant, campaign, { periode: key }, today);
      return { period, rows: entry?.rows ?? [] };
    }),
  );
  const t = await getTranslations();
  return (
    <Shell actor={actor} current="indicators" campaign={campaign}>
      <IndicatorCrumbs slug={campaign.slug} name={t("indicators.import.title")} />
      <h1 className="mt-2 text-title font-semibold">{t("indicators.import.title")}</h1>
      <p className="max-w-180 text-dense text-ink2">{t("indicators.import.intro")}</p>
      <ClientMessages of={["indicators", "problems", "register", "sheet"]}>
        <ImportValues
          slug={campaign.slug}
          noun={t(`places.nouns.${unitNoun(first.units)}`)}
          period={first.period}
          entries={entries}
          units={first.units}
          sent={crypto.randomUUID()}
          read={readValuesAction}
          save={saveValuesAction}
        />
      </ClientMessages>
    </Shell>
  );
}
