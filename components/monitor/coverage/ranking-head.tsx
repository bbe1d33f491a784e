import { useLocale, useTranslations } from "next-intl";
import { useSentences } from "@/components/base/use-sentences";
import type { ReactNode } from "react";

import { HeadCell } from "@/components/base/ui/table";
import { goalPercent } from "@/lib/coverage/goal";
import type { Wording } from "@/lib/base/i18n/wording";
import { formats } from "@/lib/base/i18n/format";
import type { PlaceNoun } from "@/lib/campaign/unit-kind";
import type { Ranking } from "@/lib/monitor/coverage/rows";

import type { RankingScale } from "./ranking-scale";

const bold = (chunks: ReactNode) => <b className="font-semibold text-ink">{chunks}</b>;

/** Share of the axis under which the two labels would touch on a phone, and become one. */
const tooClose = 0.3;

/** Column heads; over the bars, the words of the two lines that run through them. */
export function RankingHead(props: {
  readonly by: Ranking;
  readonly scale: RankingScale;
  readonly noun: PlaceNoun;
  /** Whether any place is in a class of the PWS. */
  readonly hasPws: boolean;
  readonly wording: Wording;
}) {
  const t = useSentences("coverage.ranking", props.wording);
  const isGiven = props.by === "dosesAdministered";
  const nouns = useTranslations("places.heads");
  return (
    <thead className="text-axis text-ink2">
      <tr className="align-bottom">
        <HeadCell>
          <span className="sr-only">{nouns(props.noun)}</span>
        </HeadCell>
        <td className="h-11 p-0">
          <LineLabels scale={props.scale} />
        </td>
        <HeadCell isNumber className="pb-1 font-medium">
          {t(isGiven ? "givenHead" : "coverage")}
        </HeadCell>
        {isGiven ? null : (
          <HeadCell isNumber className="hidden pb-1 font-medium tablet:table-cell">
            {t(props.scale.goal === null && props.by === "coverage" ? "remainingHead" : "needed")}
            <br />
            {t("neededUnit")}
          </HeadCell>
        )}
        {props.hasPws ? (
          <HeadCell className="hidden pb-1 pl-3 text-left font-medium tablet:table-cell">
            {t("trend")}
          </HeadCell>
        ) : null}
      </tr>
    </thead>
  );
}

function LineLabels({ scale }: { readonly scale: RankingScale }) {
  const t = useTranslations("coverage.ranking");
  const format = formats(useLocale());
  const { running, end } = scale;
  if (scale.goal === null) return null;
  const goal = goalPercent(scale.goal);
  const goalText = format.goal(scale.goal);
  const runningText = running === null ? "" : format.tenths(Math.round(running * 10));
  const left = (value: number) => ({ left: `${(value / end) * 100}%` });

  if (running !== null && (goal - running) / end < tooClose) {
    return (
      <div className="relative h-full">
        <span
          className="absolute bottom-1 w-max max-w-52 -translate-x-full pl-1 text-right"
          style={left(goal)}
        >
          {t.rich("both", { running: runningText, goal: goalText, b: bold })}
        </span>
      </div>
    );
  }
  return (
    <div className="relative h-full">
      {running === null ? null : (
        <span
          className="absolute bottom-1 w-20 -translate-x-[calc(100%-0.5rem)] text-right"
          style={left(running)}
        >
          {t("running")} <b className="font-semibold text-ink">{runningText}</b>
        </span>
      )}
      <span className="absolute bottom-1 w-max -translate-x-1/2" style={left(goal)}>
        {t("goal")} <b className="font-semibold text-ink">{goalText}</b>
      </span>
    </div>
  );
}
