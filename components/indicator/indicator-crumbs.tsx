import { useTranslations } from "next-intl";

import { Breadcrumb } from "@/components/base/ui/breadcrumb";
import { routes, withQuery } from "@/lib/base/routes";

/** Where a page of indicators lies under their screen. */
export function IndicatorCrumbs(props: { readonly slug: string; readonly name: string }) {
  const t = useTranslations();
  return (
    <Breadcrumb
      label={t("common.breadcrumb")}
      parts={[
        {
          name: t("indicators.screen"),
          href: withQuery(routes.indicators, { kampanye: props.slug }),
        },
        { name: props.name },
      ]}
    />
  );
}
