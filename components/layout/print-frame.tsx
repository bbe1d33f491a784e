import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import type { Campaign } from "@/lib/campaign/campaign";
import { formats } from "@/lib/i18n/format";
import type { CalendarDay } from "@/lib/time/calendar-day";
import { localDay, type TimeZone } from "@/lib/time/time-zone";

import { cssText } from "./css-text";

export type PrintedCampaign = Pick<Campaign, "name" | "districtName" | "timeZone" | "isSample">;

/** What a screen's own print says beside what every print says. */
export type PrintFacts = {
  /** What the sheet is for, or about; else the kabupaten, and the place that the reader sees of it. */
  readonly about?: string;
  /** The day that its figures are of; else the day of the print. */
  readonly day?: CalendarDay;
  /** Beside the day: "hari ke-18 dari 31". */
  readonly note?: ReactNode;
};

/**
 * What every print begins with: campaign, place, day in words. What is filtered stands where the
 * filter does.
 */
export function PrintHead(props: {
  readonly campaign: PrintedCampaign | null;
  /** The area that the reader sees, where it is a part of the kabupaten or there is no campaign. */
  readonly region: string | null;
  readonly facts: PrintFacts;
  readonly at: Date;
}) {
  const format = formats(useLocale());
  const { campaign, facts } = props;
  const about =
    facts.about ??
    [campaign?.districtName ?? null, props.region]
      // A campaign's name often has its kabupaten in it.
      .filter((place) => place !== null && campaign?.name.includes(place) !== true)
      .join(" · ");
  return (
    <div className="mb-2 hidden items-baseline justify-between gap-6 border-b-2 border-ink pb-2 text-[1.1rem]/[1.35] text-ink print:flex">
      <p>
        <PrintLogo /> <b className="font-semibold">{campaign?.name ?? "Cakupan"}</b>{" "}
        <span className="ml-1 text-ink2">{about}</span>
      </p>
      <p className="shrink-0 text-right text-ink2">
        {format.longDay(facts.day ?? localDay(props.at, zoneOf(campaign)))}
        {facts.note}
      </p>
    </div>
  );
}

function PrintLogo() {
  return (
    <svg viewBox="0 0 32 26" aria-hidden className="inline-block h-[1.3em] align-[-0.25em]">
      <rect y="7" width="31" height="12" rx="2" className="fill-fan" />
      <rect y="7" width="18" height="12" rx="2" className="fill-brand" />
      <rect x="23" width="4" height="26" rx="1" className="fill-brand" />
    </svg>
  );
}

/**
 * What stands at the edges of each printed page (`@page` in globals.css reads it): the campaign at
 * the top from the second on; who printed it, from which state, and the page's number at the foot.
 */
export function PrintEdges(props: {
  readonly campaign: PrintedCampaign | null;
  readonly printedBy: string;
  readonly at: Date;
}) {
  const t = useTranslations("common.print");
  const sample = useTranslations("common.sample");
  const format = formats(useLocale());
  const zone = zoneOf(props.campaign);
  const foot = [
    ...(props.campaign?.isSample ? [sample("label")] : []),
    t("by", {
      name: props.printedBy,
      date: format.day(localDay(props.at, zone)),
      time: format.time(props.at, zone),
    }),
  ];
  const edges = {
    "--print-name": props.campaign?.name ?? "Cakupan",
    "--print-foot": foot.join(" · "),
    "--print-page": `${t("page")} `,
    "--print-of": ` ${t("of")} `,
  };
  return (
    <style>
      {`:root { ${Object.entries(edges)
        .map(([name, text]) => `${name}: ${cssText(text)}`)
        .join("; ")} }`}
    </style>
  );
}

function zoneOf(campaign: PrintedCampaign | null): TimeZone {
  return campaign?.timeZone ?? "Asia/Jakarta";
}
