import { getTranslations } from "next-intl/server";

import { ClientMessages } from "@/components/base/layout/client-messages";
import { RecordHistory } from "@/components/base/register/record-history";
import { Panel } from "@/components/base/ui/panel";
import { IndicatorCrumbs } from "@/components/indicator/indicator-crumbs";
import { IndicatorForm } from "@/components/indicator/indicator-form";
import { RemoveIndicator } from "@/components/indicator/remove-indicator";
import { authorize } from "@/lib/account/auth/grant";
import type { Actor } from "@/lib/account/auth/policy";
import { listOffices } from "@/lib/account/office/server/queries";
import { routes, withQuery } from "@/lib/base/routes";
import type { Campaign } from "@/lib/campaign/campaign";
import { readRecordHistory } from "@/lib/campaign/record/server/queries";
import type { Indicator } from "@/lib/indicator/indicator";
import { removeIndicatorAction, saveIndicatorAction } from "@/lib/indicator/server/actions";
import { isIndicatorValued } from "@/lib/indicator/server/queries";

import { Shell } from "../../shell";

/** The form of an indicator with what was changed of it; null: a new one. */
export async function IndicatorFormPage(props: {
  readonly actor: Actor;
  readonly campaign: Campaign;
  readonly indicator: Indicator | null;
}) {
  const { actor, campaign, indicator } = props;
  const grant = authorize(actor, "indicator:manage", campaign.districtCode);
  const [offices, versions, isValued, t] = await Promise.all([
    listOffices(grant, campaign.districtCode),
    indicator === null
      ? []
      : readRecordHistory(grant, { campaign, kind: "indicator", id: indicator.id }),
    indicator === null ? true : isIndicatorValued(grant, campaign, indicator.id),
    getTranslations("indicators"),
  ]);
  const title = t(indicator ? "form.editTitle" : "form.newTitle");
  return (
    <Shell actor={actor} current="indicators" campaign={campaign}>
      <IndicatorCrumbs slug={campaign.slug} name={title} />
      <h1 className="mt-2 text-title font-semibold">{indicator?.name ?? title}</h1>
      <ClientMessages of={["indicators", "problems", "register"]}>
        <IndicatorForm
          slug={campaign.slug}
          id={indicator?.id ?? crypto.randomUUID()}
          sent={crypto.randomUUID()}
          indicator={indicator}
          offices={offices.filter(({ isClosed }) => !isClosed)}
          save={saveIndicatorAction}
          back={withQuery(routes.indicatorList, { kampanye: campaign.slug })}
        />
        {indicator && !isValued ? (
          <RemoveIndicator slug={campaign.slug} id={indicator.id} remove={removeIndicatorAction} />
        ) : null}
      </ClientMessages>
      {indicator ? (
        <Panel title={t("form.history")} className="mt-6 max-w-240">
          <RecordHistory
            zone={campaign.timeZone}
            items={versions.map((each) => ({
              id: String(each.version),
              at: each.at,
              actorName: each.actorName,
              what:
                each.version === 1 ? t("form.begun") : t("form.changed", { version: each.version }),
            }))}
          />
        </Panel>
      ) : null}
    </Shell>
  );
}
