import { useLocale, useTranslations } from "next-intl";

import type { Campaign } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";

import { cssText } from "./css-text";

export type PrintedCampaign = Pick<Campaign, "name" | "districtName" | "timeZone" | "isSample">;

/** What a screen's own print says beside what every print says. */
export type PrintFacts = {
  /** What the sheet is for, or about; else the kabupaten, and the place that the reader sees of it. */
  readonly about?: string;
  /** The day that its figures are of; else the day of the print. */
  readonly day?: CalendarDay;
  /** Beside the day: "hari ke-18 dari 31". */
  readonly note?: string;
};

/**
 * What every print begins with: campaign, place, day in words. What is filtered stands where the
 * filter does. Its words and its look are the style's (`PrintEdges`, globals.css): nothing on the screen
 * is said twice.
 */
export function PrintHead() {
  return (
    <p className="print-head">
      <b />
      <i />
      <span />
    </p>
  );
}

/**
 * The words of a print: of its head, and of the edges of each page (`@page` in globals.css reads
 * them): the campaign at the top from the second on; who printed it, from which state, and the page's
 * number at the foot.
 */
export function PrintEdges(props: {
  readonly campaign: PrintedCampaign | null;
  /** The area that the reader sees, where it is a part of the kabupaten or there is no campaign. */
  readonly region: string | null;
  readonly facts: PrintFacts;
  readonly printedBy: string;
  readonly at: Date;
}) {
  const t = useTranslations("print");
  const sample = useTranslations("common.sample");
  const format = formats(useLocale());
  const { campaign, facts } = props;
  const zone = zoneOf(campaign);
  const today = localDay(props.at, zone);
  const about =
    facts.about ??
    [campaign?.districtName ?? null, props.region]
      // A campaign's name often has its kabupaten in it.
      .filter((place) => place !== null && campaign?.name.includes(place) !== true)
      .join(" · ");
  const words = {
    "--print-name": campaign?.name ?? "Cakupan",
    "--print-about": about,
    "--print-day": [format.longDay(facts.day ?? today), ...(facts.note ? [facts.note] : [])].join(
      " · ",
    ),
    "--print-foot": [
      ...(campaign?.isSample ? [sample("label")] : []),
      t("by", {
        name: props.printedBy,
        date: format.day(today),
        time: format.time(props.at, zone),
      }),
    ].join(" · "),
    "--print-page": `${t("page")} `,
    "--print-of": ` ${t("of")} `,
  };
  return (
    <style>
      {`:root { ${Object.entries(words)
        .map(([name, text]) => `${name}: ${cssText(text)}`)
        .join("; ")} }`}
    </style>
  );
}

function zoneOf(campaign: PrintedCampaign | null): TimeZone {
  return campaign?.timeZone ?? "Asia/Jakarta";
}
