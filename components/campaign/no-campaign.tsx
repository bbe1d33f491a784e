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
          <ButtonLink href={routes.newCampaign} variant="primary">
            {t("create")}
          </ButtonLink>
        ) : (
          t("ask")
        )
      }
    >
      {t("text")}
    </EmptyState>
  );
}
