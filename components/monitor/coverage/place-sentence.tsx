import { useLocale, useTranslations } from "next-intl";
import { useSentences } from "@/components/base/use-sentences";
import type { ReactNode } from "react";

import { formats } from "@/lib/base/i18n/format";
import { unitNoun } from "@/lib/monitor/coverage/place";
import { baseDayOf, statusWord } from "@/lib/monitor/assessment";

import type { CoverageProps } from "./coverage-props";

const bold = (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>;

/** Doses that no target population belongs to: beside the total, never divided by others'. */
export function WithoutTarget({ params, view }: Pick<CoverageProps, "params" | "view">) {
  const t = useSentences("coverage.head", params.wording);
  const format = formats(useLocale());
  const { dosesWithoutTarget } = view.total;
  return dosesWithoutTarget > 0 ? (
    <p>{t("withoutTarget", { doses: format.count(dosesWithoutTarget) })}</p>
  ) : null;
}

/** What today has brought while the verdict still goes by the day before. */
export function OpenSentence({ params, view }: Pick<CoverageProps, "params" | "view">) {
  const t = useTranslations("coverage.head");
  const format = formats(useLocale());
  const { total } = view;
  const base = baseDayOf(total, { round: params.round, on: params.on });
  if (
    total.onDay === null ||
    total.base.isLookedAt ||
    total.onDay.received === 0 ||
    base === null
  ) {
    return null;
  }
  return (
    <p>
      {t.rich("open", {
        count: format.signed(total.onDay.doses),
        date: format.shortDay(base),
        b: bold,
      })}
    </p>
  );
}

/** One place's answer: its coverage with both counts, and what is needed from here on. */
export function PlaceSentence({ params, view }: CoverageProps) {
  const t = useSentences("coverage.head", params.wording);
  const nouns = useTranslations("places.counted");
  const format = formats(useLocale());
  const { total, calendar } = view;
  const { verdict, targetPopulation, missingTargets } = total;
  const counts = {
    intervention: params.intervention.shortName,
    coverage: format.coverage(total),
    doses: format.count(total.dosesAdministered),
    people: format.count(targetPopulation),
    running: format.tenths(view.runningTenths),
    goal: format.goal(total.coverageGoal),
  };
  if (targetPopulation === null) return <p>{t("noTarget", counts)}</p>;
  if (targetPopulation === 0) return <p>{t("emptyTarget", counts)}</p>;

  const needed = format.count(total.needed);
  const recent = verdict.recentPace;
  return (
    <>
      <p>
        {total.coverageGoal === null
          ? t.rich("coverageNoGoal", { ...counts, b: bold })
          : calendar.phase === "running"
            ? t.rich("coverage", { ...counts, b: bold })
            : t.rich("coverageEnded", { ...counts, b: bold })}{" "}
        {total.hasReported || calendar.phase === "before" ? null : `${t("silent")} `}
        {verdict.required.kind === "perDay"
          ? recent === null
            ? t.rich("perDay", { needed, perDay: format.count(verdict.required.perDay), b: bold })
            : t.rich("perDayPace", {
                needed,
                perDay: format.count(verdict.required.perDay),
                recent: format.pace(recent),
                b: bold,
              })
          : null}
        {verdict.required.kind === "outOfTime" ? t.rich("outOfTime", { needed, b: bold }) : null}
        {verdict.required.kind === "nothingNeeded"
          ? t(total.isDoubtful ? "doubtful" : "reached", counts)
          : null}{" "}
        {verdict.isUnrealistic ? t("unrealistic") : null}{" "}
        {t("remaining", { remaining: format.count(total.remaining) })}{" "}
        {statusWord(total) === "notJudged" ? t("notJudged") : null}
      </p>
      <OpenSentence params={params} view={view} />
      <WithoutTarget params={params} view={view} />
      {missingTargets > 0 && total.units > 1 ? (
        <p>
          {t("missingTargets", {
            count: format.count(view.units.filter((unit) => unit.targetPopulation === null).length),
            all: format.count(total.units),
            noun: nouns(unitNoun(view.root.units), { count: total.units }),
          })}
        </p>
      ) : null}
    </>
  );
}
