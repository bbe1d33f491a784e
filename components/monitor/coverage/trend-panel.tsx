import { useLocale } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { ProgressChart } from "@/components/base/chart/progress-chart";
import type { DayNote } from "@/lib/campaign/day-note/schema";
import { formats } from "@/lib/base/i18n/format";

import { CoveragePanel } from "./coverage-panel";
import type { CoverageProps } from "./coverage-props";
import { HatchKey } from "./hatch";
import { chartOf, openShareOf, stepsOf } from "./trend-drawing";
import { OpenDaysSentence } from "./trend-open-days";
import { TrendSentence } from "./trend-sentence";
import { TrendTable } from "./trend-table";

/** The way to the goal: cumulative curve, ideal line and forecast, above the doses of each day. */
export function TrendPanel(props: CoverageProps & { readonly notes: readonly DayNote[] }) {
  const t = useSentences("coverage.trend", props.params.wording);
  const format = formats(useLocale());
  const { params, view } = props;
  const { trend } = view;
  const isHatched = trend.days.some(({ isComplete }) => isComplete === false);

  return (
    <CoveragePanel
      className="print:break-inside-avoid"
      title={t(view.total.coverageGoal === null ? "titleNoGoal" : "title")}
      note={
        trend.targetPopulation === null || trend.targetPopulation === 0
          ? t("noteNoTarget", { intervention: params.intervention.shortName })
          : t("note", {
              intervention: params.intervention.shortName,
              people: format.count(trend.targetPopulation),
            })
      }
    >
      <figure className="mt-1">
        <figcaption className="text-note text-ink2">
          <TrendSentence {...props} />
        </figcaption>
        <LaterTargets {...props} />
        {trend.now === null ? null : (
          <>
            <ProgressChart
              {...chartOf(props, format, (key, values) => t(`labels.${key}`, values))}
            />
            {isHatched ? (
              <p className="mt-1 flex items-center gap-2 text-axis text-ink3">
                <HatchKey /> <OpenDaysSentence {...props} />
              </p>
            ) : null}
            {trend.days.some((day) => day.isComplete !== false && openShareOf(day) > 0) ? (
              <p className="mt-1 flex items-center gap-2 text-axis text-ink3">
                <LightKey /> {t("unverified")}
              </p>
            ) : null}
          </>
        )}
        {trend.now === null ? null : <TrendTable {...props} />}
      </figure>
    </CoveragePanel>
  );
}

/** Says where a target population that came later redraws the days before it. */
function LaterTargets({ params, view }: CoverageProps) {
  const t = useSentences("coverage.trend", params.wording);
  const format = formats(useLocale());
  const asOf = view.sources.find(({ isChosen }) => isChosen)?.asOf ?? null;
  const steps = stepsOf({ params, view });
  if (steps.length === 0) {
    // The first number may be of a later day too.
    if (asOf === null || asOf <= params.round.startsOn || asOf > params.on) return null;
    return (
      <p className="mt-1 text-note text-warn">{t("laterTarget", { date: format.day(asOf) })}</p>
    );
  }
  return steps.map(({ day, before, after }) => (
    <p key={day} className="mt-1 text-note text-warn">
      {t("targetStep", {
        date: format.day(day),
        before: format.count(before),
        after: format.count(after),
      })}
    </p>
  ));
}

function LightKey() {
  return (
    <svg aria-hidden width="18" height="12" className="shrink-0">
      <rect x="0.5" y="0.5" width="17" height="11" fill="var(--fan)" stroke="var(--ink2)" />
    </svg>
  );
}
