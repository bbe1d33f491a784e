import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Panel } from "@/components/base/ui/panel";
import { formats } from "@/lib/base/i18n/format";
import type { Campaign } from "@/lib/campaign/campaign";
import type { AdverseEvent } from "@/lib/safety/adverse-event";

import { givenNames, nameOfGroup, useClassOf, useMoment } from "./event-words";

/** What is recorded of an event. Nobody is named. */
export function EventFacts(props: { readonly campaign: Campaign; readonly event: AdverseEvent }) {
  const t = useTranslations("adverseEvents.detail");
  const states = useTranslations("adverseEventForm.states");
  const f = formats(useLocale());
  const classOf = useClassOf();
  const { campaign, event } = props;
  const momentOf = useMoment(campaign.timeZone);
  const kind = classOf(event);
  const found = momentOf(event.foundAt);
  const unknown = <span className="text-ink3">{t("unknown")}</span>;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t("seriousness"), <strong key="kind">{kind.name}</strong>],
    ...(event.isSerious ? [[t("criteria"), kind.criteria || t("noCriteria")] as const] : []),
    [t("state"), states(event.state)],
    [t("signs"), event.signs],
    [t("unit"), event.unitName ?? event.subdistrictName],
    [t("subdistrict"), event.subdistrictName],
    [t("day"), f.longDay(event.day)],
    [t("found"), `${found.day}, ${found.time}`],
    [
      t("onset"),
      event.onsetHours === null ? unknown : t("onsetHours", { hours: event.onsetHours }),
    ],
    [t("given"), givenNames(campaign, event.interventions)],
    [t("batch"), event.batch || unknown],
    [t("targetGroup"), nameOfGroup(campaign, event.targetGroup) ?? unknown],
  ];
  return (
    <Panel title={t("facts")}>
      <dl className="mt-2 grid gap-x-4 text-dense tablet:grid-cols-[12rem_1fr]">
        {facts.map(([name, value]) => (
          <div
            key={name}
            className="border-t border-line py-2 tablet:col-span-2 tablet:grid tablet:grid-cols-subgrid"
          >
            <dt className="text-ink2">{name}</dt>
            <dd className="wrap-anywhere whitespace-pre-line">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
