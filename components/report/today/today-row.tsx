import { ChevronRight, Circle, CircleArrowUp, CircleCheck, Square } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import { timeZoneNames } from "@/lib/base/time/time-zone";
import type { TodayCampaign, TodayState, TodayUnit } from "@/lib/report/today";

/** A campaign: how many of its reports are missing, by when, and the way to them. */
export function CampaignRow({ campaign }: { readonly campaign: TodayCampaign }) {
  const t = useTranslations("today");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { slug, day, due, missing, waiting, round } = campaign;
  const time = `${format.hour(campaign.cutOff)} ${timeZoneNames[campaign.zone]}`;
  const noun = places(`nouns.${campaign.isVillage ? "village" : "unit"}`);
  return (
    <li className="border-b border-line">
      <Link
        href={withQuery(routes.entry, { kampanye: slug, hari: day })}
        prefetch={false}
        className="flex min-h-14 items-center gap-3 px-1 py-2 text-ink no-underline hover:bg-sunken"
      >
        {due > 0 && missing + waiting === 0 ? (
          <CircleCheck aria-hidden className="size-5 shrink-0 text-reached" />
        ) : (
          <Square aria-hidden className="size-5 shrink-0 text-ink3" />
        )}
        <span className="min-w-0 grow">
          <span className="block font-semibold">
            {round === null
              ? campaign.campaign
              : t("roundOf", { campaign: campaign.campaign, number: round })}
          </span>
          <span className="block text-note text-ink2">
            {due === 0
              ? t("noneDue")
              : missing === 0
                ? t(waiting > 0 ? "allTypedIn" : "allIn", { noun })
                : t("missing", { count: format.count(missing), noun, time })}
            {waiting > 0 ? ` · ${t("waitingHere", { count: format.count(waiting) })}` : null}
          </span>
        </span>
        {due > 0 ? (
          <span className="shrink-0 text-dense">
            {t.rich("fraction", {
              received: format.count(due - missing - waiting),
              all: format.count(due),
              b: (chunks) => <b className="font-semibold">{chunks}</b>,
            })}
          </span>
        ) : null}
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink3" />
      </Link>
    </li>
  );
}

/** A unit with each campaign that it owes a report in, and the way to its card there. */
export function UnitRow(props: {
  readonly unit: TodayUnit;
  readonly campaigns: ReadonlyMap<string, Pick<TodayCampaign, "campaign" | "day">>;
}) {
  const { unit } = props;
  const t = useTranslations("today");
  return (
    <li className="border-b border-line px-1 py-2">
      <p className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 font-semibold">{unit.name}</span>
        <span className="shrink-0 text-dense text-ink2">
          {unit.missing === 0 ? t("complete") : t("fill", { count: unit.missing })}
        </span>
      </p>
      <ul className="flex flex-wrap gap-x-4">
        {unit.reports.map(({ slug, state }) => (
          <li key={slug}>
            <Link
              href={withQuery(routes.entryOf(unit.unit), {
                kampanye: slug,
                hari: props.campaigns.get(slug)?.day,
              })}
              prefetch={false}
              className="flex min-h-11 items-center gap-1.5 text-note text-ink2"
            >
              <StateMark state={state} />
              {props.campaigns.get(slug)?.campaign}
              <span className={state === "waiting" ? undefined : "sr-only"}>
                , {t(`states.${state}`)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </li>
  );
}

function StateMark({ state }: { readonly state: TodayState }) {
  if (state === "received") {
    return <CircleCheck aria-hidden className="size-4 shrink-0 text-reached" />;
  }
  const Icon = state === "waiting" ? CircleArrowUp : Circle;
  return <Icon aria-hidden className="size-4 shrink-0" />;
}
