import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, NumberCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { JudgedAssessment } from "@/lib/safety/beside-coverage";
import { housesToPass, type PassMark } from "@/lib/safety/rapid-assessment";

import { HouseStrip } from "./house-strip";
import { VerdictWord } from "./verdict-word";

type Props = {
  readonly slug: string;
  readonly assessments: readonly JudgedAssessment[];
  readonly mark: PassMark;
};

/** Assessments beside what the reports of their places say: never in it. */
export function RapidTable(props: Props) {
  const t = useTranslations("rapidAssessments.list");
  const { mark } = props;
  return (
    <Panel
      title={t("title")}
      note={t("note", { line: housesToPass(mark.houses, mark), houses: mark.houses })}
    >
      <PlainTable look="ruled-table" onPhone="stacks" className="tight mt-3">
        <TableHead>
          <HeadCell>{t("place")}</HeadCell>
          <HeadCell isNumber>{t("coverage")}</HeadCell>
          <HeadCell>{t("houses")}</HeadCell>
          <HeadCell>{t("result")}</HeadCell>
        </TableHead>
        <tbody>
          {props.assessments.map((assessment) => (
            <RapidRow key={assessment.id} {...props} assessment={assessment} />
          ))}
        </tbody>
      </PlainTable>
    </Panel>
  );
}

function RapidRow({ slug, mark, assessment }: Props & { readonly assessment: JudgedAssessment }) {
  const t = useTranslations("rapidAssessments");
  const f = formats(useLocale());
  const { verdict, houses, missed, coverage } = assessment;
  const isComplete = verdict !== "incomplete";
  return (
    <tr className="max-tablet:py-2">
      <RowHead>
        <Link
          href={withQuery(routes.rapidAssessment(assessment.id), { kampanye: slug })}
          prefetch={false}
          className="inline-flex min-h-11 items-center font-semibold wrap-anywhere tablet:min-h-6"
        >
          {assessment.unitName}
        </Link>
        <span className="block text-note text-ink3">
          {assessment.subdistrictName}, {f.monthDay(assessment.day)}
        </span>
      </RowHead>
      <NumberCell>
        <span className="text-note text-ink3 tablet:hidden">{t("list.coverage")}: </span>
        {coverage === null ? (
          <span className="text-ink3">{t("list.noCoverage")}</span>
        ) : (
          <>
            {f.coverage(coverage)}
            <span className="block text-note text-ink3">
              {t("list.of", {
                done: coverage.dosesAdministered,
                all: coverage.targetPopulation ?? 0,
              })}
            </span>
          </>
        )}
      </NumberCell>
      <td>
        <HouseStrip
          houses={houses}
          missed={missed}
          line={isComplete ? housesToPass(houses, mark) : null}
          isPassed={verdict === "pass"}
        />
        <span className="font-semibold tabular-nums">
          {t("reached", { reached: houses - missed, houses })}
        </span>
      </td>
      <td>
        <VerdictWord verdict={verdict} houses={houses} asked={mark.houses} />
        {assessment.isDivergent ? (
          <span className="block text-note text-ink2">{t("list.divergent")}</span>
        ) : null}
      </td>
    </tr>
  );
}
