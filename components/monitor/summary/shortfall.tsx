import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";
import { statusWord } from "@/lib/monitor/assessment";
import { servedExtremes } from "@/lib/monitor/summary/served";
import type { InterventionSummary, Summary } from "@/lib/monitor/summary/summary";

import { bold } from "./bold";
import { partWord } from "./place-word";

/** More names than this are a list, not a sentence. */
const maxNames = 5;
const fewNames = 3;

/** Without any goal: which intervention has not reached most people. */
function MostRemaining({ of }: { readonly of: InterventionSummary }) {
  const t = useSentences("summary", of.intervention.wording);
  const format = formats(useLocale());
  return t.rich("remainingMost", {
    name: of.intervention.name,
    remaining: format.count(of.assessment.remaining),
    b: bold,
  });
}

/** Where most children are missing, and the places that make up more than half of them. */
export function Shortfall(props: { readonly summary: Summary }) {
  const { summary } = props;
  const { wording } = summary.largest?.of.intervention ?? summary.chosen;
  const t = useSentences("summary", wording);
  const places = useTranslations("places");
  const format = formats(useLocale());
  if (summary.interventions.every(({ assessment }) => !assessment.hasReported)) {
    return summary.calendar.phase === "running" ? t("noReportsYet") : null;
  }
  // The need of children is not to be held against that of families.
  if (summary.notAdded.length > 0) return <ServedExtremes summary={summary} />;
  if (summary.largest === null) {
    // Nothing is missing either where nobody knows how many there are.
    const isAllReached = summary.interventions.every(
      ({ assessment }) => statusWord(assessment) === "reached",
    );
    const { below, mostRemaining } = summary;
    if (mostRemaining !== null) return <MostRemaining of={mostRemaining} />;
    if (!isAllReached) return null;
    if (below === null || summary.parts.length < 2) {
      return summary.calendar.phase === "ended" ? null : t("allReached");
    }
    return t.rich("allReachedBelow", {
      below: format.count(below.places),
      places: places(`counted.${partWord(summary)}`, { count: below.places }),
      names: format.list(below.names.slice(0, fewNames)),
      b: bold,
    });
  }

  const { of, holding } = summary.largest;
  const share = holding ? format.tenths(holding.shareTenths) : "";
  return (
    <>
      {t.rich("shortfall", {
        name: of.intervention.name,
        needed: format.count(of.verdict.needed),
        b: bold,
      })}{" "}
      {holding === null
        ? null
        : holding.names.length > maxNames
          ? t("holdingMany", {
              share,
              count: holding.names.length,
              places: places(`counted.${partWord(summary)}`, { count: holding.names.length }),
              names: format.list(holding.names.slice(0, fewNames)),
            })
          : t("holding", { share, names: format.list(holding.names) })}
    </>
  );
}

/** Which group was reached least and how many are left there, and which most. */
function ServedExtremes({ summary }: { readonly summary: Summary }) {
  const format = formats(useLocale());
  const extremes = servedExtremes(summary.interventions);
  const { wording } = extremes?.least.intervention ?? summary.chosen;
  const t = useSentences("summary.served", wording);
  if (extremes === null) return null;
  const { least, most } = extremes;
  return t.rich("extremes", {
    least: least.intervention.name,
    remaining: format.count(least.assessment.remaining),
    most: most.intervention.name,
    doses: format.count(most.assessment.dosesAdministered),
    people: format.count(most.assessment.targetPopulation),
    b: bold,
  });
}
