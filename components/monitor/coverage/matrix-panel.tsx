import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { LandscapePaper } from "@/components/base/ui/landscape-paper";
import { Segments } from "@/components/base/ui/segments";
import { HeadCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { goalDayOf, type RoundCalendar } from "@/lib/campaign/calendar";
import { goalOn } from "@/lib/coverage/dated-goal";
import type { Goal } from "@/lib/coverage/goal";
import { runningTargetTenths } from "@/lib/coverage/running-target";
import type { Figure } from "@/lib/campaign/figure";
import { formats } from "@/lib/base/i18n/format";
import { withSoftHyphens } from "@/lib/base/i18n/soft-hyphens";
import type { MatrixRow } from "@/lib/monitor/coverage/view";
import { lackOf, type Assessment } from "@/lib/monitor/assessment";
import { partNoun } from "@/lib/monitor/coverage/place";

import { CoveragePanel } from "./coverage-panel";
import type { CoverageProps } from "./coverage-props";
import { capital } from "./coverage-title";
import { MatrixCell } from "./matrix-cell";
import { OtherKey } from "./other-figure";

/** As many interventions as an upright sheet has room for. */
const maxUpright = 6;

/** Every place against every intervention, with the children that each still needs. */
export function MatrixPanel({ campaign, params, view, links }: CoverageProps) {
  const t = useSentences("coverage.matrix", campaign.wording);
  const table = useTranslations("coverage.table");
  const places = useTranslations("places");
  const noun = capital(places(`counted.${partNoun(view.root)}`, { count: 1 }));
  const { phase } = view.calendar;
  const goalDay = goalDayOf(params.round, params.on);
  const goalIn = ({ goals }: Figure) => goalOn(goals, goalDay)?.share ?? null;
  const chosen = view.interventions.findIndex(
    ({ intervention }) => intervention.key === params.intervention.key,
  );
  const neededAt = ({ assessments }: MatrixRow) => lackAt(assessments[chosen]);
  const sourcesOf = ({ code, targetGroup }: Figure, place?: string) =>
    links.sources({
      intervention: code,
      targetGroup: targetGroup ?? params.groupFilter,
      ...(place === undefined ? {} : { place }),
    });
  const rows = [...view.matrix].sort(
    params.matrix === "name"
      ? (a, b) => a.name.localeCompare(b.name, "id")
      : (a, b) => neededAt(b) - neededAt(a) || a.name.localeCompare(b.name, "id"),
  );

  return (
    <CoveragePanel
      title={t("title", { noun })}
      note={t("note")}
      actions={
        <Segments
          label={t("order")}
          options={[
            {
              label: t("byNeeded"),
              href: links.here({ matriks: "" }),
              isCurrent: params.matrix === "needed",
            },
            {
              label: t("byName"),
              href: links.here({ matriks: "abjad" }),
              isCurrent: params.matrix === "name",
            },
          ]}
        />
      }
    >
      {view.interventions.length > maxUpright ? <LandscapePaper /> : null}
      <ScrollTable look="matrix" label={t("title", { noun })} frame="mt-3">
        <TableHead>
          <HeadCell>
            <span className="sr-only">{noun}</span>
          </HeadCell>
          {view.interventions.map(({ intervention }) => (
            <HeadCell key={intervention.key}>
              <span className="flex flex-wrap justify-between gap-x-2">
                <b className="min-w-0 text-note font-semibold text-ink">
                  {withSoftHyphens(intervention.shortName)}
                </b>
                <span>{t(goalIn(intervention) === null ? "remaining" : "needed")}</span>
              </span>
              <GoalHead
                goal={goalIn(intervention)}
                calendar={phase === "running" ? view.calendar : null}
              />
            </HeadCell>
          ))}
        </TableHead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.code}>
              <RowHead>
                <Link href={links.place(row.code)} prefetch={false}>
                  {row.name}
                </Link>
              </RowHead>
              {row.assessments.map((assessment, index) => {
                const intervention = view.interventions[index]?.intervention;
                return intervention ? (
                  <MatrixCell
                    key={intervention.key}
                    assessment={assessment}
                    name={intervention.shortName}
                    wording={intervention.wording}
                    href={sourcesOf(intervention, row.code)}
                  />
                ) : null;
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <RowHead>{table("total")}</RowHead>
            {view.interventions.map(({ intervention, assessment }) => (
              <MatrixCell
                key={intervention.key}
                assessment={assessment}
                name={intervention.shortName}
                wording={intervention.wording}
                href={sourcesOf(intervention)}
              />
            ))}
          </tr>
        </tfoot>
      </ScrollTable>
      <OtherKey
        of={[
          ...rows.flatMap(({ assessments }) => assessments),
          ...view.interventions.map(({ assessment }) => assessment),
        ]}
        source={params.source}
      />
    </CoveragePanel>
  );
}

/** The goal of a column, and where it should be today while the round runs. */
function GoalHead(props: { readonly goal: Goal | null; readonly calendar: RoundCalendar | null }) {
  const t = useTranslations("coverage.matrix");
  const format = formats(useLocale());
  const { goal, calendar } = props;
  if (goal === null) return t("noGoal");
  return (
    <>
      {t("goal", { value: format.goal(goal) })}
      {calendar === null ? null : (
        <>
          <br />
          {t("running", { value: format.tenths(runningTargetTenths({ goal, ...calendar })) })}
        </>
      )}
    </>
  );
}

function lackAt(assessment: Assessment | null | undefined): number {
  return assessment ? (lackOf(assessment) ?? 0) : 0;
}
