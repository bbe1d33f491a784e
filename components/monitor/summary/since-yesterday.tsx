import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { NumberLink } from "@/components/monitor/source/number-link";
import type { Campaign } from "@/lib/campaign/campaign";
import { formats, noData } from "@/lib/base/i18n/format";
import type { InterventionSummary, Summary } from "@/lib/monitor/summary/summary";
import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";

import { bold } from "./bold";
import { ChangeList } from "./change-list";
import { numberAddress, ofFigure } from "./number-address";
import { unitWord } from "./place-word";

/** What the day has brought so far, beside yesterday and beside what is needed. */
export function SinceYesterday(props: { readonly summary: Summary; readonly campaign: Campaign }) {
  const t = useTranslations("summary");
  const places = useTranslations("places");
  const format = formats(useLocale());
  const { summary } = props;
  const { reports } = summary;
  const isIncomplete = !summary.isPast && reports !== null && reports.received < reports.expected;

  return (
    <section aria-labelledby="sejak-kemarin" className="min-w-0">
      <h2 id="sejak-kemarin" className="text-section font-semibold">
        {summary.isPast
          ? t("yesterday.titlePast", { date: format.shortDay(addDays(summary.today, -1)) })
          : t("yesterday.title")}
      </h2>
      <PlainTable look="figures-table" className="mt-2">
        <TableHead className="text-ink2">
          <HeadCell>{t("yesterday.intervention")}</HeadCell>
          <HeadCell>
            {summary.isPast ? format.shortDay(summary.today) : t("yesterday.today")}
            {isIncomplete ? "*" : ""}
          </HeadCell>
          <HeadCell>
            {summary.isPast
              ? format.shortDay(addDays(summary.today, -1))
              : t("yesterday.yesterday")}
          </HeadCell>
          <HeadCell>{t("yesterday.perDay")}</HeadCell>
        </TableHead>
        <tbody>
          {summary.interventions.map((row) => (
            <tr key={row.intervention.key} className="h-9">
              <RowHead className="font-semibold">{row.intervention.shortName}</RowHead>
              <td className="font-semibold">
                <DayNumber {...props} row={row} day={summary.today} count={row.today} />
              </td>
              <td>
                <DayNumber
                  {...props}
                  row={row}
                  day={addDays(summary.today, -1)}
                  count={row.yesterday}
                />
              </td>
              <td>
                <RequiredText row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      {isIncomplete ? (
        <p className="mt-2 text-axis text-ink3">
          {t("yesterday.incomplete", {
            received: format.count(reports.received),
            expected: format.count(reports.expected),
            places: places(`counted.${unitWord(summary)}`, { count: reports.expected }),
          })}
        </p>
      ) : null}
      <LateDoses summary={summary} />
      <ChangeList summary={summary} />
    </section>
  );
}

/** What raised the total since yesterday, where late reports are a part of it. */
export function LateDoses({ summary }: { readonly summary: Summary }) {
  const t = useTranslations("summary.yesterday");
  const format = formats(useLocale());
  const rows = summary.interventions.filter(({ late }) => late !== 0);
  return rows.map(({ intervention, today, late }) => (
    <p key={intervention.key} className="mt-2 text-dense text-ink2">
      {t.rich("late", {
        name: intervention.shortName,
        total: format.signed((today ?? 0) + late),
        today: format.signed(today ?? 0),
        late: format.signed(late),
        b: bold,
      })}
    </p>
  ));
}

/** The doses of one day, with the way to the reports that brought them. */
function DayNumber(props: {
  readonly summary: Summary;
  readonly campaign: Campaign;
  readonly row: InterventionSummary;
  readonly day: CalendarDay;
  readonly count: number | null;
}) {
  const t = useSentences("source.link", props.row.intervention.wording);
  const format = formats(useLocale());
  const { summary, campaign, row, day, count } = props;
  if (count === null) return noData;
  return (
    <NumberLink
      href={numberAddress(campaign, summary, {
        ...ofFigure(row.intervention),
        from: day,
        to: day,
      })}
      name={t("day", {
        count: format.signed(count),
        of: row.intervention.shortName,
        date: format.shortDay(day),
      })}
    >
      {format.signed(count)}
    </NumberLink>
  );
}

function RequiredText({ row }: { readonly row: InterventionSummary }) {
  const t = useTranslations("summary.yesterday");
  const format = formats(useLocale());
  const { required } = row.verdict;
  if (required.kind === "perDay") return format.count(required.perDay);
  if (row.assessment.isDoubtful) return t("doubtful");
  return required.kind === "nothingNeeded" ? t("reached") : noData;
}
