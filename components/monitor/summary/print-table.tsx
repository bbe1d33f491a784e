import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import { StatusShape } from "@/components/monitor/coverage/status-shape";
import type { Campaign } from "@/lib/campaign/campaign";
import type { CoverageCounts } from "@/lib/coverage/coverage";
import { formats, noData } from "@/lib/base/i18n/format";
import { statusWord, type StatusWord } from "@/lib/monitor/assessment";
import type { Summary } from "@/lib/monitor/summary/summary";

import { partWord, unitWord } from "./place-word";

/** Rows of normal height, with which everything fits on one page; more stand closer and may run on. */
const maxRoomyRows = 18;

/** Interventions that have room beside a map. */
export const maxColumnsByMap = 6;

/** Every place in every intervention, ordered by need in the chosen one, with the total. */
export function PrintTable(props: { readonly summary: Summary; readonly campaign: Campaign }) {
  const t = useTranslations("summary");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { summary } = props;
  const { parts, chosen, reports } = summary;
  const title = t("sheet.tableTitle", {
    head: places(`heads.${partWord(summary)}`),
    name: chosen.shortName,
  });
  const whole = summary.interventions.find(({ intervention }) => intervention === chosen);
  const isDense = parts.length > maxRoomyRows;
  const head = "pb-1 pl-2 text-right align-bottom font-normal text-ink2";
  const hasReports = reports !== null && summary.partKind === "subdistrict";

  return (
    <table
      className={clsx(
        "sheet-table",
        isDense && "dense",
        summary.interventions.length <= maxColumnsByMap && "few",
      )}
    >
      <caption className="pb-1 text-left text-[1.1rem] font-semibold">{title}</caption>
      <thead className="text-[0.95rem]/[1.2]">
        <tr className="border-b border-line-strong">
          <td />
          <th scope="col" className="pb-1 text-left align-bottom font-normal text-ink2">
            {places(`heads.${partWord(summary)}`)}
          </th>
          <th scope="col" className={head}>
            {t("sheet.needed", { name: chosen.shortName })}
          </th>
          {summary.interventions.map(({ intervention, assessment }) => (
            <th key={intervention.code} scope="col" className={head}>
              {t("sheet.goalHead", {
                name: intervention.shortName,
                goal: format.goal(assessment.coverageGoal),
              })}
            </th>
          ))}
          {hasReports ? (
            <th scope="col" className={head}>
              <span className="block first-letter:uppercase">
                {t("sheet.reported", {
                  places: places(`counted.${unitWord(summary)}`, { count: reports.expected }),
                })}
              </span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {parts.map((part, index) => (
          <tr key={part.code}>
            <td>{index + 1}</td>
            <th scope="row">{part.name}</th>
            <td>{format.count(part.assessment.needed)}</td>
            {part.assessments.map((assessment) => (
              <td key={assessment.intervention}>
                <Coverage
                  status={statusWord(assessment)}
                  counts={assessment.hasReported ? assessment : null}
                />
              </td>
            ))}
            {hasReports ? (
              <td>{part.today ? `${part.today.received}/${part.today.expected}` : noData}</td>
            ) : null}
          </tr>
        ))}
        <tr className="sum">
          <td />
          <th scope="row">{t("sheet.total")}</th>
          <td>{format.count(whole?.verdict.needed ?? null)}</td>
          {summary.interventions.map(({ intervention, assessment }) => (
            <td key={intervention.code}>
              <Coverage
                status={statusWord(assessment)}
                counts={assessment.hasReported ? assessment : null}
              />
            </td>
          ))}
          {hasReports ? (
            <td>
              {reports.received}/{reports.expected}
            </td>
          ) : null}
        </tr>
      </tbody>
    </table>
  );
}

function Coverage(props: { readonly status: StatusWord; readonly counts: CoverageCounts | null }) {
  const format = formats(useLocale());
  return (
    <>
      <StatusShape status={props.status} size={9} />{" "}
      {props.counts === null ? noData : format.coverage(props.counts)}
    </>
  );
}
