import { useLocale, useTranslations } from "next-intl";

import { formats, noData } from "@/lib/i18n/format";
import type { InterventionSummary, Summary } from "@/lib/monitor/summary";

import { ChangeList } from "./change-list";
import { unitWord } from "./place-word";

/** What the day has brought so far, beside yesterday and beside what is needed. */
export function SinceYesterday(props: { readonly summary: Summary }) {
  const t = useTranslations("summary");
  const format = formats(useLocale());
  const { summary } = props;
  const { reports } = summary;
  const isIncomplete = reports !== null && reports.received < reports.expected;
  const head = "py-2 pl-3 text-right font-medium";

  return (
    <section aria-labelledby="sejak-kemarin" className="min-w-0">
      <h2 id="sejak-kemarin" className="text-section font-semibold">
        {t("yesterday.title")}
      </h2>
      <table className="mt-2 w-full text-dense">
        <thead className="text-note text-ink2">
          <tr className="border-b border-line-strong">
            <th scope="col" className="py-2 text-left font-medium">
              {t("yesterday.intervention")}
            </th>
            <th scope="col" className={head}>
              {t("yesterday.today")}
              {isIncomplete ? "*" : ""}
            </th>
            <th scope="col" className={head}>
              {t("yesterday.yesterday")}
            </th>
            <th scope="col" className={head}>
              {t("yesterday.perDay")}
            </th>
          </tr>
        </thead>
        <tbody>
          {summary.interventions.map((row) => (
            <tr key={row.intervention.code} className="h-9 border-b border-line">
              <th scope="row" className="text-left font-semibold">
                {row.intervention.shortName}
              </th>
              <td className="pl-3 text-right font-semibold">
                {row.today === null ? noData : format.signed(row.today)}
              </td>
              <td className="pl-3 text-right">
                {row.yesterday === null ? noData : format.signed(row.yesterday)}
              </td>
              <td className="pl-3 text-right">
                <RequiredText row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isIncomplete ? (
        <p className="mt-2 text-axis text-ink3">
          {t("yesterday.incomplete", {
            received: format.count(reports.received),
            expected: format.count(reports.expected),
            places: t(`places.${unitWord(summary)}`, { count: reports.expected }),
          })}
        </p>
      ) : null}
      <ChangeList summary={summary} />
    </section>
  );
}

function RequiredText({ row }: { readonly row: InterventionSummary }) {
  const t = useTranslations("summary.yesterday");
  const format = formats(useLocale());
  const { required } = row.verdict;
  if (required.kind === "perDay") return format.count(required.perDay);
  return required.kind === "nothingNeeded" ? t("reached") : noData;
}
