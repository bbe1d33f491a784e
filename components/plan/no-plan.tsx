import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { EmptyState } from "@/components/base/ui/empty-state";

/** Nothing is planned yet: strategies first, then the proposal of a week. */
export function NoPlan(props: { readonly planning: string | null }) {
  const t = useTranslations("schedule.empty");
  const { planning } = props;
  if (planning === null) {
    return <EmptyState title={t("title")}>{t("ask")}</EmptyState>;
  }
  return (
    <EmptyState
      title={t("title")}
      steps={[
        {
          title: t("strategy"),
          note: t("strategyNote"),
          isDone: false,
          action: (
            <ButtonLink href={planning} variant="primary" size="phone">
              {t("strategy")}
            </ButtonLink>
          ),
        },
        { title: t("team"), note: t("teamNote"), isDone: false },
        { title: t("propose"), note: t("proposeNote"), isDone: false },
      ]}
    >
      {t("text")}
    </EmptyState>
  );
}
