import { createTranslator } from "next-intl";

import type { Campaign } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import type { Locale } from "@/lib/base/i18n/locale";
import { catalogues } from "@/lib/base/i18n/messages";
import { sentenceFormats } from "@/lib/base/i18n/sentence-formats";
import type { ReportProblem } from "@/lib/report/schema";
import { rejectionSentence, type Rejection } from "@/lib/campaign/target-population/rejection";
import { isCalendarDay } from "@/lib/base/time/calendar-day";

/** Rejected rows as a program reads them: where, a code, and a sentence. */
export function toldRejections(rejected: readonly Rejection[], locale: Locale) {
  const t = createTranslator({
    locale,
    messages: catalogues[locale],
    namespace: "targets.rejections",
    formats: sentenceFormats,
  });
  return rejected.map(({ row, field, code, params }) => ({
    row,
    field,
    code,
    message: rejectionSentence(t, { code, params }),
  }));
}

/** Problems of a report with their sentences, which name the day, the column and the numbers. */
export function toldProblems(
  {
    problems,
    day: reported,
  }: { readonly problems: readonly ReportProblem[]; readonly day: string },
  campaign: Pick<Campaign, "interventions" | "targetGroups">,
  locale: Locale,
) {
  const t = createTranslator({ locale, messages: catalogues[locale], namespace: "entry" });
  return problems.map((problem) => {
    const { code, before, value, later } = problem;
    const column = columnName(problem, campaign);
    const isOfNumbers =
      code === "cumulativeFell" || code === "cumulativeChanged" || code === "farAboveTarget";
    const isCounted = before !== undefined && value !== undefined;
    if (isCounted && code === "laterCumulative" && later !== undefined) {
      const day = formats(locale).monthDay(later);
      const told = t(`problemNumbers.${code}`, { column, day, before, value });
      return { ...problem, message: `${told} ${t("problemNumbers.laterAdvice", { day })}` };
    }
    const message =
      isOfNumbers && isCounted
        ? t(`problemNumbers.${code}`, { column, before, value })
        : t(`problems.${code}`, { column, day: dayName(reported, locale) });
    return { ...problem, message };
  });
}

/** "4 Juni"; a day that is none stands as it was sent. */
function dayName(day: string, locale: Locale): string {
  return isCalendarDay(day) ? formats(locale).monthDay(day) : day;
}

/** "MR 9–59 bulan"; a code that the campaign does not have stands as it was sent. */
function columnName(
  { intervention, targetGroup }: ReportProblem,
  { interventions, targetGroups }: Pick<Campaign, "interventions" | "targetGroups">,
): string {
  const given = interventions.find(({ code }) => code === intervention);
  const group = targetGroups.find(({ code }) => code === targetGroup);
  return [given?.shortName ?? intervention, group?.name ?? targetGroup]
    .filter((name) => name !== undefined)
    .join(" ");
}
