import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { EmptyState } from "@/components/base/ui/empty-state";
import { routes, withQuery } from "@/lib/base/routes";

/** Nothing is written down yet: what the three answers take; of somebody's own store who begins. */
export function NoStock(props: { readonly slug: string; readonly mayManage: boolean }) {
  const t = useTranslations("stock.empty");
  if (!props.mayManage) return <EmptyState title={t("ownTitle")}>{t("ownText")}</EmptyState>;
  return (
    <EmptyState
      title={t("title")}
      steps={(["batch", "issue", "report"] as const).map((step) => ({
        title: t(step),
        note: t(`${step}Note`),
        isDone: false,
        ...(step === "batch" && {
          action: (
            <ButtonLink
              href={withQuery(routes.stockBatch, { kampanye: props.slug })}
              variant="primary"
              size="phone"
            >
              <Plus aria-hidden className="size-4" />
              {t("batch")}
            </ButtonLink>
          ),
        }),
      }))}
    >
      {t("text")}
    </EmptyState>
  );
}
