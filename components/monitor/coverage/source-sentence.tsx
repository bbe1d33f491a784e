import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";

import type { CoverageProps } from "./coverage-props";

/** Whose target population decides here, of which date, and what the other one would say. */
export function SourceSentence({ params, view }: CoverageProps) {
  const t = useSentences("coverage.table", params.wording);
  const names = useTranslations("common.targetSources");
  const format = formats(useLocale());
  const chosen = view.sources.find(({ isChosen }) => isChosen);
  const source = names(params.source);
  const first = !chosen?.asOf
    ? t("sourceUnknown", { source })
    : chosen.decree
      ? t("sourceDecree", { source, date: format.day(chosen.asOf), decree: chosen.decree })
      : t("source", { source, date: format.day(chosen.asOf) });
  const others = view.sources.flatMap(({ isChosen, source: other, asOf, counts }) =>
    isChosen || asOf === null || counts.targetPopulation === null
      ? []
      : t("other", {
          source: names(other),
          date: format.day(asOf),
          people: format.count(counts.targetPopulation),
          coverage: format.coverage(counts),
        }),
  );
  return [first, ...others].join(" ");
}
