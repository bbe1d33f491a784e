import { useLocale } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";
import type { TargetSource } from "@/lib/campaign/campaign";
import { hasCoverage, statusWord } from "@/lib/monitor/assessment";
import { unitNoun } from "@/lib/monitor/coverage/place";
import type { PairStep, PairView } from "@/lib/monitor/coverage/pair";

import { BulletBar } from "./bullet-bar";
import { CoveragePanel } from "./coverage-panel";
import { EachPair } from "./each-pair";
import { OtherSource } from "./other-source";
import { pairWords } from "./pair-words";
import { StatusBadge } from "./status-badge";

/** The two, each against its goal. */
export function PairSteps(props: { readonly view: PairView; readonly source: TargetSource }) {
  const { source, view } = props;
  const t = useSentences("coverage.pair", view.wording);
  return (
    <CoveragePanel title={t("steps")} className="mt-5">
      {[view.earlier, view.later].map((step) => (
        <Step
          key={`${step.round.number} ${step.intervention.code}`}
          step={step}
          view={view}
          source={source}
        />
      ))}
    </CoveragePanel>
  );
}

function Step(props: {
  readonly step: PairStep;
  readonly view: PairView;
  readonly source: TargetSource;
}) {
  const { source, step, view } = props;
  const t = useSentences("coverage.pair", view.wording);
  const format = formats(useLocale());
  const { assessment, calendar, round } = step;
  return (
    <div className="grid items-center gap-x-5 gap-y-2 border-t border-line py-4 first:border-t-0 tablet:grid-cols-[11rem_6rem_1fr_18rem]">
      <div>
        <StatusBadge status={statusWord(assessment)} />
        <p className="mt-1 font-semibold">{pairWords(t, view).head(step)}</p>
        <p className="text-note text-ink3">
          {t("days", { from: format.shortDay(round.startsOn), to: format.day(round.endsOn) })}
        </p>
      </div>
      <p className="text-figure font-semibold tabular-nums">
        {hasCoverage(assessment) ? format.coverage(assessment) : "–"}
      </p>
      <BulletBar
        wording={view.wording}
        counts={assessment}
        unverifiedDoses={assessment.unverifiedDoses}
        goal={assessment.coverageGoal}
        elapsed={calendar}
        forecast={null}
        status={assessment.status}
      />
      <div className="text-dense text-ink2">
        {assessment.eachUnit !== null || assessment.needed === null ? null : (
          <p>
            {t("short")}{" "}
            <b className="font-semibold text-ink tabular-nums">
              {t("shortCount", { count: format.count(assessment.needed) })}
            </b>
          </p>
        )}
        <EachPair assessment={assessment} wording={view.wording} noun={unitNoun(view.root.units)} />
        {assessment.remaining === null ? null : (
          <p className="tabular-nums">
            {t("remaining", { count: format.count(assessment.remaining) })}
          </p>
        )}
      </div>
      <p className="text-note text-ink2 empty:hidden tablet:col-span-4">
        <OtherSource assessment={assessment} source={source} />
      </p>
    </div>
  );
}
