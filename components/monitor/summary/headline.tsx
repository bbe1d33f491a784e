import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";
import type { Campaign } from "@/lib/campaign/campaign";
import type { Summary } from "@/lib/monitor/summary/summary";
import { hasCoverage, statusWord } from "@/lib/monitor/assessment";
import { servedExtremes } from "@/lib/monitor/summary/served";
import { headlineOf } from "@/lib/monitor/summary/sentence";

import { partWord } from "./place-word";

/** "Satu target tercapai (sembilan kecamatan belum), satu sesuai jalur, dua tertinggal." */
export function Headline(props: { readonly summary: Summary; readonly campaign: Campaign }) {
  const t = useSentences("summary.headline", props.campaign.wording);
  const locale = useLocale();
  const words = useTranslations("places.counted");
  const { interventions, calendar, parts } = props.summary;
  // A single place is the whole, and cannot lag behind it.
  const below = parts.length < 2 ? 0 : (props.summary.below?.places ?? 0);
  const left = {
    below: t("word", { count: below }),
    places: words(partWord(props.summary), { count: below }),
  };
  const groups = headlineOf(interventions.map(({ assessment }) => statusWord(assessment)));
  const format = formats(locale);
  const isOver = calendar.phase === "ended";

  const [first] = groups;
  const extremes = servedExtremes(interventions);
  const isJudged = interventions.some(({ assessment }) => assessment.needed !== null);
  if (!isJudged && extremes) {
    return <ServedHeadline {...extremes} />;
  }
  if (calendar.phase === "before" && groups.every(({ status }) => status === "unknown")) {
    return t("before");
  }
  if (first?.status === "noGoal") {
    const given = interventions
      .filter(({ assessment }) => hasCoverage(assessment))
      .sort((a, b) => (b.assessment.coverage ?? 0) - (a.assessment.coverage ?? 0));
    const [high, low] = [given[0], given.at(-1)];
    if (high && low) {
      return t(high === low ? "noGoalOne" : "noGoalTwo", {
        name: high.intervention.name,
        coverage: format.coverage(high.assessment),
        high: high.intervention.name,
        highCoverage: format.coverage(high.assessment),
        low: low.intervention.name,
        lowCoverage: format.coverage(low.assessment),
      });
    }
  }
  if (interventions.length === 1 && first) {
    return first.status === "reached" && below > 0
      ? t(isOver ? "one.reachedMissed" : "one.reachedBelow", left)
      : t(`one.${first.status}`);
  }

  const sentence = groups
    .map(({ status, count }, index) =>
      t(`${index === 0 ? "first" : "next"}${status === "reached" && below > 0 ? "Below" : ""}`, {
        ...left,
        count,
        word: t("word", { count }),
        status: t(`status.${status}`),
      }),
    )
    .join(", ");
  return `${sentence.slice(0, 1).toLocaleUpperCase(locale)}${sentence.slice(1)}.`;
}

/** "Ibu hamil KEK 94,0% dilayani, KRS tanpa jamban layak 12,4%." */
function ServedHeadline({ least, most }: NonNullable<ReturnType<typeof servedExtremes>>) {
  const t = useSentences("summary.served", most.intervention.wording);
  const format = formats(useLocale());
  return t("headline", {
    most: most.intervention.name,
    mostCoverage: format.coverage(most.assessment),
    least: least.intervention.name,
    leastCoverage: format.coverage(least.assessment),
  });
}
