import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { PlaceNoun } from "@/lib/campaign/unit-kind";
import type { PlaceCounts } from "@/lib/monitor/counts";

/**
 * "Rincian desa: 28.104 dari 32.415", where a figure of the place itself is what divides; null: none is.
 *
 * @param noun what its units are called.
 */
export function TargetDetail(props: {
  readonly counts: Pick<PlaceCounts, "targetDetail" | "targetPopulation">;
  readonly noun: PlaceNoun;
}) {
  const t = useTranslations("coverage");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { targetDetail, targetPopulation } = props.counts;
  if (targetDetail === null || targetDetail === targetPopulation) return null;
  const noun = places(`nouns.${props.noun}`);
  // A place may have its figure before anybody knows how it is spread.
  if (targetDetail === 0) return t("targetDetailNone", { noun });
  return t("targetDetail", {
    noun,
    detail: format.count(targetDetail),
    people: format.count(targetPopulation),
  });
}
