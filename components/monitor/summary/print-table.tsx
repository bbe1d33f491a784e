import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { AnnouncedFigure } from "@/components/monitor/coverage/announced-note";
import { StatusShape } from "@/components/monitor/coverage/status-shape";
import type { Campaign } from "@/lib/campaign/campaign";
import { figureKeyOf } from "@/lib/campaign/figure";
import type { CoverageCounts } from "@/lib/coverage/coverage";
import { withSoftHyphens } from "@/lib/base/i18n/soft-hyphens";
import { formats, noData } from "@/lib/base/i18n/format";
import { lackOf, statusWord, type Assessment, type StatusWord } from "@/lib/monitor/assessment";
import { comparedBy, isGivenOnly } from "@/lib/monitor/summary/part";
import { goalOfChosen, type Summary } from "@/lib/monitor/summary/summary";

import { GivenOnly } from "./given-only";
import { partWord, unitWord } from "./place-word";

/** Rows of normal height, with which everything fits on one page; more stand closer and may run on. */
const maxRoomyRows = 18;

/** Interventions that have room beside a map. */
export const maxColumnsByMap = 6;

/** Every place in every intervention, ordered by need in the chosen one, with the total. */
export function PrintTable(props: { readonly summary: Summary; readonly campaign: Campaign }) {
  const t = useSentences("summary", props.summary.chosen.wording);
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { summary } = props;
  const { chosen, unplaced, reports } = summary;
  const parts = [...summary.parts, ...(unplaced ? [unplaced] : [])];
  const isGiven = isGivenOnly(summary.parts);
  const hasGoal = goalOfChosen(summary) !== null;
  const title = t(
    isGiven ? "sheet.tableTitleGiven" : hasGoal ? "sheet.tableTitle" : "sheet.tableTitleNoGoal",
    { head: places(`heads.${partWord(summary)}`), name: chosen.shortName },
  );
  const whole = summary.interventions.find(({ intervention }) => intervention.key === chosen.key);
  const isDense = parts.length > maxRoomyRows;
  const hasReports = reports !== null && summary.partKind !== "unit";

  return (
    <PlainTable
      look="sheet-table"
      caption={title}
      isCaptionShown
      className={clsx(isDense && "dense", summary.interventions.length <= maxColumnsByMap && "few")}
    >
      <TableHead>
        <td />
        <HeadCell className="name">{places(`heads.${partWord(summary)}`)}</HeadCell>
        {isGiven ? null : (
          <HeadCell>
            {t(hasGoal ? "sheet.needed" : "sheet.remaining", { name: chosen.shortName })}
          </HeadCell>
        )}
        {summary.interventions.map(({ intervention, assessment }) => (
          <HeadCell key={intervention.key}>
            {assessment.coverageGoal === null
              ? withSoftHyphens(intervention.shortName)
              : t("sheet.goalHead", {
                  name: withSoftHyphens(intervention.shortName),
                  goal: format.goal(assessment.coverageGoal),
                })}
          </HeadCell>
        ))}
        {hasReports ? (
          <HeadCell>
            <span className="block first-letter:uppercase">
              {t("sheet.reported", {
                places: places(`counted.${unitWord(summary)}`, { count: reports.expected }),
              })}
            </span>
          </HeadCell>
        ) : null}
      </TableHead>
      <tbody>
        {parts.map((part, index) => (
          <tr key={part.code}>
            <td>{part === unplaced || comparedBy(part, isGiven) === null ? null : index + 1}</td>
            <RowHead>{part.name}</RowHead>
            {isGiven ? null : <Lack assessment={part.assessment} />}
            {part.assessments.map((assessment) => (
              <td key={figureKeyOf(assessment)}>
                {isGiven && assessment.hasReported && assessment.targetPopulation === null ? (
                  format.count(assessment.dosesAdministered)
                ) : (
                  <>
                    <Coverage
                      status={statusWord(assessment)}
                      counts={assessment.hasReported ? assessment : null}
                    />{" "}
                    <GivenOnly assessment={assessment} wording={summary.chosen.wording} />
                    {assessment === part.assessment ? (
                      <AnnouncedFigure
                        announced={part.announced}
                        counts={assessment}
                        wording={chosen.wording}
                      />
                    ) : null}
                  </>
                )}
              </td>
            ))}
            {hasReports ? (
              <td>{part.today ? `${part.today.received}/${part.today.expected}` : noData}</td>
            ) : null}
          </tr>
        ))}
        <tr className="sum">
          <td />
          <RowHead>{t("sheet.total")}</RowHead>
          {isGiven ? null : whole ? <Lack assessment={whole.assessment} /> : <td>{noData}</td>}
          {summary.interventions.map(({ intervention, assessment }) => (
            <td key={intervention.key}>
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
    </PlainTable>
  );
}

/** People short of the goal beside those not reached; without a goal the latter alone. */
function Lack({ assessment }: { readonly assessment: Assessment }) {
  const format = formats(useLocale());
  const { coverageGoal, remaining } = assessment;
  return (
    <td>
      {format.count(lackOf(assessment))}
      {coverageGoal === null || remaining === null ? null : (
        <small> · {format.count(remaining)}</small>
      )}
    </td>
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
