import { CalendarDays, ListChecks, TrendingUp } from "lucide-react";
import { useTranslations } from "next-intl";

import { ButtonLink } from "@/components/base/ui/button-link";
import { StockLink } from "@/components/stock/stock-link";
import { SafetyLinks } from "@/components/safety/safety-links";
import { routes, withQuery } from "@/lib/base/routes";

/** Screens that a campaign can have besides, each with what it is for. */
export function PartLinks({ slug }: { readonly slug: string }) {
  return (
    <>
      <DirectivesLink slug={slug} />
      <ScheduleLink slug={slug} />
      <SafetyLinks slug={slug} />
      <StockLink slug={slug} />
      <IndicatorsLink slug={slug} />
    </>
  );
}

/** The navigation has this screen once anything is recorded on it. */
function DirectivesLink({ slug }: { readonly slug: string }) {
  const t = useTranslations();
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ButtonLink href={withQuery(routes.directives, { kampanye: slug })}>
        <ListChecks aria-hidden className="size-4" />
        {t("campaigns.addPart", { part: t("directives.screen") })}
      </ButtonLink>
      <span className="text-note text-ink3">{t("directives.intro")}</span>
    </p>
  );
}

function ScheduleLink({ slug }: { readonly slug: string }) {
  const t = useTranslations();
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ButtonLink href={withQuery(routes.schedule, { kampanye: slug })}>
        <CalendarDays aria-hidden className="size-4" />
        {t("campaigns.addPart", { part: t("schedule.screen") })}
      </ButtonLink>
      <span className="text-note text-ink3">{t("schedule.intro")}</span>
    </p>
  );
}

/** The navigation has this screen once an indicator stands. */
function IndicatorsLink({ slug }: { readonly slug: string }) {
  const t = useTranslations();
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <ButtonLink href={withQuery(routes.indicators, { kampanye: slug })}>
        <TrendingUp aria-hidden className="size-4" />
        {t("campaigns.addPart", { part: t("indicators.screen") })}
      </ButtonLink>
      <span className="text-note text-ink3">{t("indicators.intro")}</span>
    </p>
  );
}
