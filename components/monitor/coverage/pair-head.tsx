import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import type { Campaign } from "@/lib/campaign/campaign";
import { dropoutLimit, dropoutTenths } from "@/lib/coverage/dropout";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { PairView } from "@/lib/monitor/coverage/pair";
import { partNoun, unitNoun } from "@/lib/monitor/coverage/place";

import { pairWords } from "./pair-words";

type HeadProps = {
  readonly campaign: Campaign;
  readonly view: PairView;
  readonly isByUnit: boolean;
  readonly mayReview: boolean;
};

/** The answer in a sentence: did they come back; and what it is measured by. */
export function PairHead(props: HeadProps) {
  const t = useSentences("coverage.pair", props.view.wording);
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { campaign, view } = props;
  const { later, rows, root, total } = view;
  const words = pairWords(t, view);
  const unit = places(`nouns.${unitNoun(root.units)}`);
  const place = root.kind === "district" ? undefined : root.name;
  const group = campaign.targetGroups.find(({ code }) => code === view.targetGroup)?.name;
  const over = rows.filter(({ isOverLimit }) => isOverLimit).length;
  return (
    <div className="border-b border-line pb-4">
      <p className="text-note text-ink3 empty:hidden">
        {[place, group].filter(Boolean).join(", ")}
      </p>
      <h1 className="text-title font-semibold tracking-tight">
        <Answer view={view} />
      </h1>
      <div className="mt-1 text-panel text-ink2">
        {total.rate === null || later.calendar.phase === "before" ? null : (
          <p>
            {t("limit", { limit: format.share(dropoutLimit) })}{" "}
            {rows.length > 0
              ? t("overLimit", {
                  count: format.count(over),
                  all: format.count(rows.length),
                  noun: props.isByUnit ? unit : places(`nouns.${partNoun(root)}`),
                })
              : null}
          </p>
        )}
        {total.rate !== null && total.rate < 0 && later.calendar.phase !== "before" ? (
          <p>
            {t("risenNote", { earlier: words.within(view.earlier), later: words.within(later) })}{" "}
            {props.mayReview ? (
              <Link href={withQuery(routes.quality, { kampanye: campaign.slug })}>
                {t("toQuality")}
              </Link>
            ) : null}
          </p>
        ) : null}
        {view.units < view.allUnits ? (
          <p>
            {t("partly", {
              units: format.count(view.units),
              all: format.count(view.allUnits),
              noun: unit,
            })}
          </p>
        ) : null}
        {campaign.sourceName ? (
          <p className="text-note text-ink3">{t("published", { source: campaign.sourceName })}</p>
        ) : null}
      </div>
    </div>
  );
}

function Answer({ view }: { readonly view: PairView }) {
  const t = useSentences("coverage.pair", view.wording);
  const format = formats(useLocale());
  const { earlier, later, total } = view;
  const { first, last, rate } = total;
  const words = pairWords(t, view);
  const names = { earlier: words.within(earlier), later: words.head(later) };
  const { phase, day, days } = later.calendar;
  if (phase === "before") {
    return t("title.before", { ...names, date: format.day(later.round.startsOn) });
  }
  if (rate === null) return t("title.none", { earlier: words.head(earlier) });
  if (phase === "running" && view.pair.kind === "rounds" && last < first) {
    return t("title.running", {
      ...names,
      day: String(day),
      days: String(days),
      last: format.count(last),
      first: format.count(first),
    });
  }
  const tenths = dropoutTenths({ first, last });
  const change = {
    ...names,
    percent: format.tenths(tenths === null ? null : Math.abs(tenths)),
    count: format.count(Math.abs(first - last)),
  };
  return first === last
    ? t("title.same", { ...names, count: format.count(last) })
    : t(last > first ? "title.risen" : "title.fallen", change);
}
