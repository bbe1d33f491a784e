import { ClipboardPen } from "lucide-react";
import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { routes, withQuery } from "@/lib/base/routes";
import { periodKey, type IndicatorPeriod } from "@/lib/indicator/period";

import { usePeriodName } from "./indicator-words";

/** Leads to the form of a period's values. */
export function PeriodButton(props: { readonly slug: string; readonly period: IndicatorPeriod }) {
  const t = useTranslations("indicators.actions");
  const periodName = usePeriodName();
  const periode = periodKey(props.period);
  return (
    <ButtonLink
      href={withQuery(routes.indicatorEntry, { kampanye: props.slug, periode })}
      variant="primary"
      size="phone"
      className="max-tablet:w-full"
    >
      <ClipboardPen aria-hidden className="size-4" />
      {t("enter", { period: periodName(props.period) })}
    </ButtonLink>
  );
}
