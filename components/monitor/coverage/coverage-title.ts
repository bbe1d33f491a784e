import type { useTranslations } from "next-intl";

import { unitNoun } from "@/lib/monitor/coverage/place";

import type { CoverageProps } from "./coverage-props";

/** What a screen is called: the place, or for the kabupaten what is listed of it. */
export function coverageTitle(
  t: ReturnType<typeof useTranslations<"coverage">>,
  places: ReturnType<typeof useTranslations<"places">>,
  { params, view: { root } }: Pick<CoverageProps, "params" | "view">,
): string {
  if (root.kind !== "district") return root.name;
  if (params.level !== "units" || root.parts === "unit") return t("title");
  const noun = unitNoun(root.units);
  return params.isBelowGoal
    ? t("table.belowTitle", {
        noun: capital(places(`nouns.${noun}`)),
        intervention: params.intervention.shortName,
      })
    : t("titleUnits", { noun: places(`nouns.${noun}`) });
}

/** A word as the first of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
