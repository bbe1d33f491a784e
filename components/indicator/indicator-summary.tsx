import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { HeadCell, NumberCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { PrintButton } from "@/components/monitor/summary/print-button";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { Campaign } from "@/lib/campaign/campaign";
import type { IndicatorRow } from "@/lib/indicator/matrix";
import type { IndicatorPeriod } from "@/lib/indicator/period";
import { countVerdicts, worstFirst, type UnitRank } from "@/lib/indicator/summary";

import { BaselineBars } from "./baseline-bars";
import { worstOf } from "./indicators-head";
import { usePeriodName, useQuantityText } from "./indicator-words";

type SummaryProps = {
  readonly campaign: Pick<Campaign, "legalBasis">;
  readonly rows: readonly IndicatorRow[];
  readonly ranks: readonly UnitRank[];
  readonly filled: { readonly filled: number; readonly of: number };
  readonly shown: IndicatorPeriod;
  readonly today: CalendarDay;
  readonly units: number;
  readonly noun: string;
  /** What was asked and promised; null: nothing. */
  readonly asked: ReactNode;
};

/** Ringkasan of a campaign that has indicators alone: no coverage stands on it anywhere. */
export function IndicatorSummary(props: SummaryProps) {
  const t = useTranslations("indicators");
  const { rows, noun, ranks } = props;
  return (
    <div className="grid gap-5">
      <SummaryHead {...props} />
      <section
        aria-label={t("summary.change", { count: props.units, noun })}
        className="min-w-0 rounded-panel border border-line bg-surface p-4 tablet:px-5 print:border-0 print:p-0"
      >
        <p className="mb-2 flex flex-wrap justify-between gap-x-4 text-note text-ink3">
          <span>
            <span aria-hidden>▏</span>
            {t("summary.bar")}
          </span>
          <span>{t("summary.change", { count: props.units, noun })}</span>
        </p>
        <BaselineBars rows={worstFirst(rows)} noun={noun} />
      </section>
      {props.asked}
      <div className="grid gap-6 desktop:grid-cols-2">
        <Ranks ranks={ranks} noun={noun} />
        <Origin {...props} />
      </div>
    </div>
  );
}

function SummaryHead(props: SummaryProps) {
  const t = useTranslations("indicators");
  const f = formats(useLocale());
  const periodName = usePeriodName();
  const { rows, shown, filled, noun } = props;
  const counts = countVerdicts(rows);
  const all = rows.length;
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-4">
      <div className="min-w-0 grow basis-100">
        <p className="text-note text-ink3">
          {t("summary.context", { period: periodName(shown), day: f.longDay(props.today) })}
        </p>
        <h1 className="text-verdict-phone font-semibold tablet:text-verdict">
          {counts.open === all
            ? t("summary.headlineOpen", { all })
            : t("summary.headline", { better: counts.better, worse: counts.worse })}
        </h1>
        <Attention {...props} />
        <div className="mt-3 print:hidden">
          <PrintButton label={t("summary.print")} />
        </div>
      </div>
      <div className="w-full max-w-75 border-t border-ink pt-3">
        <p className="text-dense font-semibold">{t(`thisPeriod.${shown.kind}`)}</p>
        <p className="text-section">
          <b className="font-semibold">{t("summary.filled", filled)}</b>
        </p>
        <span aria-hidden className="block h-2 rounded-cell bg-sunken print:border">
          <span
            className="block h-2 rounded-cell bg-ink2"
            style={{ width: `${String((100 * filled.filled) / Math.max(1, filled.of))}%` }}
          />
        </span>
        <p className="text-note text-ink3">
          {t("summary.filledNote", { units: props.units, noun, indicators: all })}
        </p>
      </div>
    </div>
  );
}

/** "Perlu perhatian: perkawinan anak (10 → 12 kasus)." */
function Attention({ rows, ranks }: Pick<SummaryProps, "rows" | "ranks">) {
  const t = useTranslations("indicators.summary");
  const f = formats(useLocale());
  const textOf = useQuantityText();
  const worse = rows.filter(({ whole }) => whole.verdict === "worse");
  const worst = worstOf(ranks);
  if (worse.length === 0) return null;
  const names = worse.map(({ indicator, whole: { before, after } }) => {
    const name = indicator.name.toLocaleLowerCase();
    if (!before || !after) return name;
    const now = [textOf(indicator, after), indicator.counted].filter(Boolean).join(" ");
    return t("attentionOne", { name, before: textOf(indicator, before), after: now });
  });
  return (
    <p className="mt-1 text-section text-ink2">
      {t("attention", { names: f.list(names) })}{" "}
      {worst ? t("most", { unit: worst.unit.name }) : null}
    </p>
  );
}

/** The units by how many of their indicators are better: whom to send to the contest, whom to help. */
function Ranks(props: { readonly ranks: readonly UnitRank[]; readonly noun: string }) {
  const t = useTranslations("indicators.summary");
  const title = t("ranks", { noun: props.noun });
  return (
    <section>
      <h2 className="text-panel font-semibold first-letter:uppercase">{title}</h2>
      <PlainTable look="figures-table" caption={title} className="mt-2 w-full">
        <TableHead>
          <HeadCell className="first-letter:uppercase">{props.noun}</HeadCell>
          <HeadCell isNumber>{t("rankBetter")}</HeadCell>
          <HeadCell isNumber>{t("rankWorse")}</HeadCell>
        </TableHead>
        <tbody>
          {props.ranks.slice(0, 20).map(({ unit, better, worse, of }) => (
            <tr key={unit.code}>
              <RowHead>{unit.name}</RowHead>
              <NumberCell>{t("rankOf", { count: better, of })}</NumberCell>
              <NumberCell className={worse > 0 ? "font-semibold text-behind" : undefined}>
                {worse}
              </NumberCell>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </section>
  );
}

function Origin({ rows, campaign, noun }: SummaryProps) {
  const t = useTranslations("indicators.summary");
  const count = (direction: string) =>
    rows.filter(({ indicator }) => indicator.direction === direction).length;
  return (
    <section>
      <h2 className="text-panel font-semibold">{t("origin")}</h2>
      <p className="mt-2 text-dense text-ink2">
        {t("originText", { up: count("up"), down: count("down"), noun })}{" "}
        {campaign.legalBasis ? t("originBasis", { basis: campaign.legalBasis }) : null}
      </p>
    </section>
  );
}
