import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { formats } from "@/lib/base/i18n/format";
import { otherSource } from "@/lib/campaign/campaign";
import type { CoverageColumn } from "@/lib/monitor/coverage/columns";
import type { partNoun } from "@/lib/monitor/coverage/place";

import type { CoverageProps } from "./coverage-props";

/** The heads of the coverage table, of rows of a noun and of units that are called so. */
export function useColumnLabel(
  { params, view }: CoverageProps,
  rowsAre: {
    readonly nounKey: ReturnType<typeof partNoun>;
    readonly unit: string;
  },
) {
  const t = useSentences("coverage", params.wording);
  const places = useTranslations("places");
  const sources = useTranslations("common.targetSources");
  const goal = formats(useLocale()).goal(view.total.coverageGoal);
  const noun = rowsAre.unit;

  return (key: CoverageColumn) => {
    switch (key) {
      case "nama":
        return places(`heads.${rowsAre.nounKey}`);
      case "di-bawah":
        return t("table.columns.di-bawah", { noun, goal });
      case "lapor":
        return t(`table.columns.${view.calendar.phase === "running" ? "lapor" : "laporEver"}`, {
          noun,
        });
      case "sumber-lain":
        return t("table.columns.sumber-lain", { source: sources(otherSource(params.source)) });
      default:
        return t(`table.columns.${key}`);
    }
  };
}
