import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { GroupHead, HeadCell, RowHead, ScrollTable } from "@/components/base/ui/table";
import type { Campaign } from "@/lib/campaign/campaign";
import { columnKeyOf } from "@/lib/campaign/column-key";
import { formats } from "@/lib/base/i18n/format";
import type { UnitDay } from "@/lib/monitor/coverage/unit";

import { CoveragePanel } from "./coverage-panel";
import type { CoverageProps } from "./coverage-props";
import { UnitDayRow, type DayColumn } from "./unit-day-row";

/** Every day of one unit: its numbers, whether it was nihil, missing or late, when and from whom. */
export function UnitDays({
  campaign,
  params,
  view,
  days,
  mayEnter,
}: CoverageProps & { readonly days: readonly UnitDay[]; readonly mayEnter: boolean }) {
  const t = useSentences("coverage.days", params.wording);
  const columns = campaign.interventions.flatMap((intervention) =>
    intervention.targetGroups.map((group, index) => ({
      key: columnKeyOf({ intervention: intervention.code, targetGroup: group }),
      group,
      startsIntervention: index === 0,
    })),
  );
  const hasNonResidents = days.some(({ cells }) =>
    cells.some((each) => (each?.nonResidents ?? 0) > 0),
  );

  return (
    <CoveragePanel
      title={t("title")}
      note={`${t("note", { place: view.root.name })}${hasNonResidents ? ` ${t("nonResidentsNote")}` : ""}`}
      className="mt-5"
    >
      <ScrollTable look="unit-days" label={t("title")} frame="mt-3" isTall>
        <Heads campaign={campaign} columns={columns} />
        <tbody>
          {days.map((day) => (
            <UnitDayRow
              key={day.day}
              day={day}
              columns={columns}
              campaign={campaign}
              unit={view.root}
              round={params.round.number}
              mayEnter={mayEnter}
            />
          ))}
        </tbody>
        <Totals days={days} columns={columns} />
      </ScrollTable>
    </CoveragePanel>
  );
}

function Heads(props: { readonly campaign: Campaign; readonly columns: readonly DayColumn[] }) {
  const t = useTranslations("coverage.days");
  const { interventions, targetGroups } = props.campaign;
  const groupName = (code: string) => targetGroups.find((group) => group.code === code)?.name;
  return (
    <thead>
      <tr>
        <HeadCell rowSpan={2}>{t("day")}</HeadCell>
        {interventions.map((intervention) => (
          <GroupHead key={intervention.code} colSpan={intervention.targetGroups.length}>
            {intervention.shortName}
          </GroupHead>
        ))}
        <HeadCell rowSpan={2} className="start">
          {t("received")}
        </HeadCell>
        <HeadCell rowSpan={2}>{t("by")}</HeadCell>
      </tr>
      <tr>
        {props.columns.map(({ key, group, startsIntervention }) => (
          <HeadCell key={key} className={startsIntervention ? "start" : undefined}>
            {groupName(group) ?? group}
          </HeadCell>
        ))}
      </tr>
    </thead>
  );
}

function Totals(props: {
  readonly days: readonly UnitDay[];
  readonly columns: readonly DayColumn[];
}) {
  const t = useTranslations("coverage.days");
  const format = formats(useLocale());
  const sum = (column: number) =>
    props.days.reduce((total, { cells }) => total + (cells[column]?.residents ?? 0), 0);
  return (
    <tfoot>
      <tr className="font-semibold">
        <RowHead>{t("total")}</RowHead>
        {props.columns.map(({ key, startsIntervention }, index) => (
          <td key={key} className={startsIntervention ? "number start" : "number"}>
            {format.count(sum(index))}
          </td>
        ))}
        <td colSpan={2} className="start" />
      </tr>
    </tfoot>
  );
}
