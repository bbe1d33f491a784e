import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { EmptyState } from "@/components/base/ui/empty-state";
import { mayEver, type Role } from "@/lib/account/auth/policy";
import { routes } from "@/lib/base/routes";

/** There is no campaign yet: who sets them up begins one here, the others are told whom to ask. */
export function NoCampaign(props: { readonly role: Role }) {
  const t = useTranslations("common.noCampaign");
  return (
    <EmptyState
      title={t("title")}
      footer={
        mayEver(props.role, "campaign:manage") ? (
          <p className="flex flex-wrap gap-2">
            <ButtonLink href={routes.newCampaign} variant="primary">
              {t("create")}
            </ButtonLink>
            <ButtonLink href={routes.firstSteps}>{t("firstSteps")}</ButtonLink>
          </p>
        ) : (
          t("ask")
        )
      }
    >
      {t("text")}
    </EmptyState>
  );
}
