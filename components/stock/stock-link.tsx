import { Package } from "lucide-react";
import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { routes, withQuery } from "@/lib/base/routes";

/** The navigation has stock once anything of it is written down; before that the campaign's page leads there. */
export function StockLink({ slug }: { readonly slug: string }) {
  const t = useTranslations();
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ButtonLink href={withQuery(routes.stock, { kampanye: slug })}>
        <Package aria-hidden className="size-4" />
        {t("campaigns.addPart", { part: t("stock.screen") })}
      </ButtonLink>
      <span className="text-note text-ink3">{t("stock.intro")}</span>
    </p>
  );
}
