import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { routes } from "@/lib/routes";

/** For who sets campaigns up: there is none yet, and this is where one begins. */
export function NoCampaign() {
  const t = useTranslations("common.noCampaign");
  return (
    <EmptyState
      title={t("title")}
      footer={
        <ButtonLink href={routes.newCampaign} variant="primary">
          {t("create")}
        </ButtonLink>
      }
    >
      {t("text")}
    </EmptyState>
  );
}
