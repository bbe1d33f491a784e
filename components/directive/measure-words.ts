import { useTranslations } from "next-intl";

import type { OrderMeasure, Measured } from "@/lib/directive/measure";

/**
 * What measures are called and what they counted, in the reader's language.
 *
 * @param names of the interventions of the campaign, by code.
 */
export function useMeasureWords(names: ReadonlyMap<string, string>) {
  const t = useTranslations("followUps");
  const nameOf = (measure: OrderMeasure) =>
    measure.kind === "coverage"
      ? (names.get(measure.intervention) ?? measure.intervention)
      : measure.kind === "set"
        ? t(`setNames.${measure.set}`)
        : "";
  return {
    /** "Cakupan MR" */
    title: (measure: OrderMeasure) => t(`measures.${measure.kind}`, { name: nameOf(measure) }),
    /** "11 dari 18 unit terpencil sudah ada pelayanan" */
    counted: (measure: OrderMeasure, { done, of }: Measured) =>
      t(`counted.${measure.kind}`, { done, of, name: nameOf(measure) }),
  };
}
