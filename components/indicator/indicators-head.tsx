import { useTranslations } from "next-intl";

import { useLocale } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { Comparison, IndicatorRow } from "@/lib/indicator/matrix";
import type { IndicatorPeriod } from "@/lib/indicator/period";
import { countVerdicts, worseOf, type UnitRank } from "@/lib/indicator/summary";

import { usePeriodName } from "./indicator-words";

/** "10 dari 14 indikator membaik, 2 memburuk, 2 tetap." */
export function IndicatorsHeadline({ rows }: { readonly rows: readonly IndicatorRow[] }) {
  const t = useTranslations("indicators.head");
  const counts = countVerdicts(rows);
  const all = rows.length;
  return (
    <>{counts.open === all ? t("headlineOpen", { all }) : t("headline", { ...counts, all })}</>
  );
}

/** Which period is compared with which, over how many units. */
export function IndicatorsContext(props: {
  readonly rows: readonly IndicatorRow[];
  readonly shown: IndicatorPeriod;
  readonly comparison: Comparison;
  readonly units: number;
  readonly noun: string;
}) {
  const t = useTranslations("indicators.head");
  const periodName = usePeriodName();
  const against = props.rows.find((row) => row.against)?.against ?? null;
  const of = { period: periodName(props.shown), count: props.units, noun: props.noun };
  if (against === null) return <>{t("contextFirst", of)}</>;
  const period = periodName(against);
  return (
    <>
      {t("context", {
        ...of,
        against: props.comparison === "baseline" ? t("baseline", { period }) : period,
      })}
    </>
  );
}

/** What became worse, where most of it did, and how many values are there. */
export function IndicatorsLead(props: {
  readonly rows: readonly IndicatorRow[];
  readonly ranks: readonly UnitRank[];
  readonly filled: { readonly filled: number; readonly of: number };
  readonly shown: IndicatorPeriod;
}) {
  const t = useTranslations("indicators.head");
  const f = formats(useLocale());
  const periodName = usePeriodName();
  const worse = worseOf(props.rows);
  const worst = worstOf(props.ranks);
  const { filled, of } = props.filled;
  const isWhole = filled === of;
  return (
    <>
      {worse.length > 0 ? (
        <>{t("worse", { names: f.list(worse.map(({ name }) => name.toLocaleLowerCase())) })} </>
      ) : null}
      {worst ? <>{t("worst", { unit: worst.unit.name, count: worst.worse })} </> : null}
      {isWhole ? null : t("filled", { filled, of, period: periodName(props.shown) })}
    </>
  );
}

/** Where more became worse than anywhere else; null: nowhere did. */
export function worstOf(ranks: readonly UnitRank[]): UnitRank | null {
  const [worst, next] = ranks.toSorted((a, b) => b.worse - a.worse);
  return worst && worst.worse > 1 && worst.worse > (next?.worse ?? 0) ? worst : null;
}
