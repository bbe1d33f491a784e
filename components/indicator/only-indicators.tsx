import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { EmptyState } from "@/components/base/ui/empty-state";
import { routes, withQuery } from "@/lib/base/routes";

/** What a page of reports says of a campaign that gives nothing. */
export function OnlyIndicators(props: { readonly slug: string; readonly noun: string }) {
  const t = useTranslations("indicators.only");
  return (
    <EmptyState
      title={t("title")}
      footer={
        <ButtonLink
          href={withQuery(routes.indicators, { kampanye: props.slug })}
          variant="primary"
          size="phone"
        >
          {t("open")}
        </ButtonLink>
      }
    >
      {t("text", { noun: props.noun })}
    </EmptyState>
  );
}
