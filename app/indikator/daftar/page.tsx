import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { RegisterPage } from "@/components/base/register/register-page";
import { ButtonLink } from "@/components/base/ui/button-link";
import { NoCampaign } from "@/components/campaign/no-campaign";
import { IndicatorCrumbs } from "@/components/indicator/indicator-crumbs";
import { IndicatorList } from "@/components/indicator/indicator-list";
import { TemplateForm } from "@/components/indicator/nothing-improved";
import { routes, withQuery } from "@/lib/base/routes";
import { addTemplateAction } from "@/lib/indicator/server/actions";
import { listIndicators } from "@/lib/indicator/server/queries";

import { Shell } from "../../shell";
import { mayManageIndicators, openIndicators } from "../open-indicators";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("indicators.list");
  return { title: t("title") };
}

/** What is counted, how, which way is good and who answers for it. */
export default async function IndicatorListPage(props: {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { actor, current } = await openIndicators(await props.searchParams);
  if (!current) {
    return (
      <Shell actor={actor} current="indicators">
        <NoCampaign role={actor.role} />
      </Shell>
    );
  }
  const { campaign, grant, today } = current;
  const { slug } = campaign;
  const [indicators, t] = await Promise.all([
    listIndicators(grant, campaign),
    getTranslations("indicators.list"),
  ]);
  const mayManage = mayManageIndicators(actor, campaign);
  const count = (direction: string) =>
    indicators.filter((each) => each.direction === direction).length;
  return (
    <Shell actor={actor} current="indicators" campaign={campaign} print={{ day: today }}>
      <IndicatorCrumbs slug={slug} name={t("title")} />
      <div className="mt-2">
        <RegisterPage
          headline={t("headline", {
            count: indicators.length,
            up: count("up"),
            down: count("down"),
            none: count("none"),
          })}
          intro={mayManage ? t("note") : undefined}
          actions={
            mayManage ? (
              <ButtonLink
                href={withQuery(routes.newIndicator, { kampanye: slug })}
                variant="primary"
                size="phone"
                className="max-tablet:w-full"
              >
                <Plus aria-hidden className="size-4" />
                {t("add")}
              </ButtonLink>
            ) : null
          }
        >
          <IndicatorList slug={slug} indicators={indicators} mayManage={mayManage} />
          {mayManage ? (
            <ClientMessages of={["indicators", "problems", "register"]}>
              <div className="max-w-180 print:hidden">
                <TemplateForm slug={slug} today={today} add={addTemplateAction} />
              </div>
            </ClientMessages>
          ) : null}
        </RegisterPage>
      </div>
    </Shell>
  );
}
