import { Copy } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

type Title = {
  readonly slug: string;
  readonly name: string;
  readonly districtName: string;
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  readonly isSample: boolean;
  readonly isArchived: boolean;
};

/** The campaigns, latest start first; each leads to its set-up. */
export function CampaignList(props: {
  readonly campaigns: readonly Title[];
  readonly today: CalendarDay;
}) {
  const t = useTranslations("campaigns");
  const f = formats(useLocale());
  const state = ({ startsOn, endsOn, isArchived }: Title) =>
    isArchived
      ? t("archive.state")
      : props.today < startsOn
        ? t("coming")
        : props.today > endsOn
          ? t("over")
          : t("running");
  return (
    <ul className="overflow-hidden rounded-panel border border-line bg-surface">
      {props.campaigns.map((campaign) => (
        <li
          key={campaign.slug}
          className="flex items-center gap-2 border-b border-line pr-2 last:border-b-0 tablet:pr-3"
        >
          <Link
            href={withQuery(routes.campaign(campaign.slug), { kampanye: campaign.slug })}
            // Only who goes there has looked at that campaign.
            prefetch={false}
            className="grid grow gap-x-4 gap-y-0.5 p-4 text-ink no-underline hover:bg-sunken tablet:grid-cols-[1fr_auto] tablet:px-5"
          >
            <span>
              <span className="font-semibold text-link underline">{campaign.name}</span>
              {campaign.isSample ? (
                <span className="ml-2 rounded-cell bg-sample-tint px-1.5 text-axis font-semibold text-sample">
                  {t("sample")}
                </span>
              ) : null}
              <span className="block text-dense text-ink2">{campaign.districtName}</span>
            </span>
            <span className="text-dense text-ink2 tablet:text-right">
              <span className="font-medium text-ink">{state(campaign)}</span>
              <span className="block">
                {t("period", { from: f.day(campaign.startsOn), to: f.day(campaign.endsOn) })}
              </span>
            </span>
          </Link>
          <Link
            href={`${withQuery(routes.campaign(campaign.slug), { kampanye: campaign.slug, salin: 1 })}#salin`}
            prefetch={false}
            aria-label={t("copy.linkName", { name: campaign.name })}
            className="flex min-h-11 min-w-11 shrink-0 items-center justify-center gap-1.5 px-2 text-dense text-link underline"
          >
            <Copy aria-hidden className="size-4" />
            <span className="hidden tablet:inline">{t("copy.link")}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
