import { getTranslations } from "next-intl/server";

import { ButtonLink } from "@/components/base/ui/button-link";
import { EmptyState } from "@/components/base/ui/empty-state";
import { routes } from "@/lib/base/routes";

export default async function NotFound() {
  const t = await getTranslations("common.notFound");
  return (
    <main id="isi" className="px-4">
      <EmptyState
        title={t("title")}
        footer={
          <ButtonLink href={routes.home} variant="primary">
            {t("home")}
          </ButtonLink>
        }
      >
        {t("text")}
      </EmptyState>
    </main>
  );
}
