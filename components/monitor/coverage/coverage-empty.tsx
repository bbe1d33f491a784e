import { Upload } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { EmptyState } from "@/components/base/ui/empty-state";
import { mayEver, type Role } from "@/lib/account/auth/policy";
import { formats } from "@/lib/base/i18n/format";
import { unitNoun } from "@/lib/monitor/coverage/place";
import { routes, withQuery } from "@/lib/base/routes";

import type { CoverageProps } from "./coverage-props";

/** No target population yet: what is missing, why it matters, and who does what next. */
export function CoverageEmpty({
  campaign,
  params,
  view,
  links,
  role,
}: CoverageProps & { readonly role: Role }) {
  const t = useTranslations("coverage");
  const places = useTranslations("places");
  const sources = useTranslations("common.targetSources");
  const format = formats(useLocale());
  const noun = places(`nouns.${unitNoun(view.root.units)}`);
  const address = { kampanye: campaign.slug };
  const mayImport = mayEver(role, "target:import");
  const other = view.sources.find(
    ({ isChosen, counts }) => !isChosen && counts.targetPopulation !== null,
  );
  if (view.root.units.length === 0) {
    return <EmptyState title={t("empty.noUnits")}>{t("empty.noUnitsText")}</EmptyState>;
  }

  return (
    <EmptyState
      title={t("empty.title")}
      steps={[
        {
          title: t("empty.campaign"),
          note: t("empty.campaignNote", {
            name: campaign.name,
            from: format.shortDay(campaign.startsOn),
            to: format.day(campaign.endsOn),
            count: campaign.interventions.length,
          }),
          isDone: true,
        },
        {
          title: t("empty.targets", { count: format.count(view.root.units.length), noun }),
          note: t("empty.targetsNote"),
          isDone: false,
          action: mayImport ? (
            <ButtonLink href={withQuery(routes.targetImport, address)} variant="primary">
              <Upload aria-hidden className="size-4" />
              {t("empty.targetsAction")}
            </ButtonLink>
          ) : null,
        },
        {
          title: t("empty.people"),
          note: t("empty.peopleNote"),
          isDone: false,
          action: mayEver(role, "people:manage") ? (
            <ButtonLink href={routes.newPerson}>{t("empty.peopleAction")}</ButtonLink>
          ) : null,
        },
      ]}
      footer={
        <p className="flex flex-wrap gap-x-6 gap-y-2">
          {mayImport ? (
            <a href={withQuery(routes.targetTemplate, address)}>{t("empty.template")}</a>
          ) : null}
          {other ? (
            <a
              href={links.here({
                sumber: other.source === campaign.decidingTargetSource ? "" : other.source,
              })}
            >
              {t("empty.otherSource", { source: sources(other.source) })}
            </a>
          ) : null}
          {params.given.sumber && !other ? (
            <a href={links.here({ sumber: "" })}>
              {t("empty.otherSource", { source: sources(campaign.decidingTargetSource) })}
            </a>
          ) : null}
        </p>
      }
    >
      {t("empty.text", { noun })}
    </EmptyState>
  );
}
