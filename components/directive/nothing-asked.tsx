import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { EmptyState } from "@/components/base/ui/empty-state";
import { routes, withQuery } from "@/lib/base/routes";

/** No directive stands yet: what recording one takes. */
export function NothingAsked({ slug }: { readonly slug: string }) {
  const t = useTranslations("directives");
  return (
    <EmptyState
      title={t("empty.title")}
      steps={(["record", "address", "due"] as const).map((step) => ({
        title: t(`empty.${step}`),
        note: t(`empty.${step}Note`),
        isDone: false,
        ...(step === "record" && {
          action: (
            <ButtonLink
              href={withQuery(routes.newDirective, { kampanye: slug })}
              variant="primary"
              size="phone"
            >
              <Plus aria-hidden className="size-4" />
              {t("record")}
            </ButtonLink>
          ),
        }),
      }))}
    >
      {t("empty.text")}
    </EmptyState>
  );
}
