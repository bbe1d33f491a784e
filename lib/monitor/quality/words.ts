import type { useTranslations } from "next-intl";

import type { Campaign } from "@/lib/campaign/campaign";
import { ratioTenths } from "@/lib/coverage/percent";
import { timesOf } from "@/lib/coverage/unusual";
import type { Formats } from "@/lib/base/i18n/format";
import { isCalendarDay } from "@/lib/base/time/calendar-day";

import { copiedFrom, minReports } from "./day-rules";
import type { Finding, FindingRow, FindingRule } from "./finding";

type Translate = ReturnType<typeof useTranslations<"quality">>;

/** What the sentences need to know of a campaign. */
export type WordsCampaign = Pick<
  Campaign,
  "districtName" | "interventions" | "targetGroups" | "usualDeviations" | "mostTargetShare"
>;

export type FindingWords = {
  readonly rule: (rule: FindingRule) => { readonly title: string; readonly words: string };
  /** "Selat Hilir", or the kabupaten's name. */
  readonly place: (finding: Pick<Finding, "place">) => string;
  /** "MR 7–12 tahun"; null: the row is about no column. */
  readonly column: (row: FindingRow) => string | null;
  readonly row: (row: FindingRow) => string;
};

/** The sentences of findings: the same on the screen and in the file. */
export function findingWords(t: Translate, f: Formats, campaign: WordsCampaign): FindingWords {
  return {
    rule: (rule) => ({
      title: t(`rules.${rule}.title`),
      words: t(`rules.${rule}.words`, {
        deviations: f.pace(campaign.usualDeviations),
        times: f.pace(timesOf(campaign.usualDeviations)),
        share: f.share(campaign.mostTargetShare),
        copied: f.count(copiedFrom),
        reports: f.count(minReports),
      }),
    }),
    place: ({ place }) => place?.name ?? t("list.wholeDistrict", { name: campaign.districtName }),
    column: ({ column }) => {
      if (!column) return null;
      const intervention = campaign.interventions.find(({ code }) => code === column.intervention);
      const group = campaign.targetGroups.find(({ code }) => code === column.targetGroup);
      return [intervention?.shortName ?? column.intervention, group?.name ?? column.targetGroup]
        .filter((part) => part !== null)
        .join(" ");
    },
    row: (row) => t(`rows.${row.kind}`, values(row, f)),
  };
}

/** The values of a sentence, written out; counts that select a plural stay numbers. */
function values({ kind, values: told }: FindingRow, f: Formats): Record<string, string | number> {
  const number = (name: string) => {
    const value = told[name];
    return typeof value === "number" ? value : 0;
  };
  const written = Object.fromEntries(
    Object.entries(told).map(([name, value]) => [
      name,
      name === "days"
        ? value
        : typeof value === "number"
          ? Number.isInteger(value)
            ? f.count(value)
            : f.pace(value)
          : isCalendarDay(value)
            ? f.shortDay(value)
            : value,
    ]),
  );
  const percent = (numerator: number, denominator: number) =>
    f.tenths(ratioTenths({ numerator, denominator }));

  switch (kind) {
    case "above":
      return {
        ...written,
        percent: percent(number("doses"), number("people")),
        excess: f.count(number("doses") - number("people")),
      };
    case "targetChanged":
      return { ...written, percent: changeOf(number("before"), number("after"), f) };
    case "targetShare":
      return {
        ...written,
        percent: percent(number("people"), number("inhabitants")),
        most: f.share(number("most")),
      };
    case "stated":
      return { ...written, difference: f.signed(number("difference")) };
    case "digits":
      return { ...written, percent: percent(number("fives"), number("counts")) };
    default:
      return written;
  }
}

/** "+24,0%" or "−24,0%"; against 0 there is no share. */
function changeOf(before: number, after: number, f: Formats): string {
  const share = ratioTenths({ numerator: Math.abs(after - before), denominator: before });
  return share === null ? f.tenths(null) : `${after > before ? "+" : "−"}${f.tenths(share)}`;
}
