import { Upload } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { EmptyState } from "@/components/base/ui/empty-state";
import { mayEver, type Role } from "@/lib/account/auth/policy";
import type { Campaign } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import type { Summary } from "@/lib/monitor/summary/summary";
import { routes, withQuery } from "@/lib/base/routes";

import { unitWord } from "./place-word";

/** Without any target population there is nothing to divide by: what to do next, by role. */
export function MissingTargets(props: {
  readonly summary: Summary;
  readonly campaign: Campaign;
  readonly role: Role;
}) {
  const t = useTranslations("summary.empty");
  const words = useTranslations("places.counted");
  const format = formats(useLocale());
  const { summary, campaign, role } = props;
  const mayLoad = mayEver(role, "target:import");
  const mayInvite = mayEver(role, "people:manage");
  const query = { kampanye: campaign.slug };

  return (
    <EmptyState
      title={t("title")}
      steps={[
        {
          title: t("created"),
          note: t("createdNote", {
            name: campaign.name,
            from: format.day(campaign.startsOn),
            to: format.day(campaign.endsOn),
            count: campaign.interventions.length,
          }),
          isDone: true,
        },
        {
          title: t("load", {
            count: summary.units,
            places: words(unitWord(summary), { count: summary.units }),
          }),
          note: t(mayLoad ? "loadNote" : "loadAsk"),
          isDone: false,
          ...(mayLoad && {
            action: (
              <ButtonLink href={withQuery(routes.targetImport, query)} variant="primary">
                <Upload aria-hidden className="size-4" />
                {t("loadAction")}
              </ButtonLink>
            ),
          }),
        },
        {
          title: t("invite"),
          note: t("inviteNote"),
          isDone: false,
          ...(mayInvite && {
            action: <ButtonLink href={routes.newPerson}>{t("inviteAction")}</ButtonLink>,
          }),
        },
      ]}
      {...(mayLoad && {
        footer: <a href={withQuery(routes.targetTemplate, query)}>{t("template")}</a>,
      })}
    >
      {t("text", { places: words(unitWord(summary), { count: 1 }) })}
    </EmptyState>
  );
}
