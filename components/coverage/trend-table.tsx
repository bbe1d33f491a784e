import { Table2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { NumberLink } from "@/components/source/number-link";
import type { DayNote } from "@/lib/day-note/schema";
import { formats } from "@/lib/i18n/format";
import type { NumberOf } from "@/lib/monitor/source-address";
import type { CalendarDay } from "@/lib/time/calendar-day";

import type { CoverageProps } from "./coverage-props";

/** In the tab order: a region that scrolls must be reachable by keyboard. */
const reachable = 0;

/** The numbers of the trend chart, a row a day, latest first. */
export function TrendTable(props: CoverageProps & { readonly notes: readonly DayNote[] }) {
  const { view, notes } = props;
  const t = useTranslations("coverage.trend");
  const common = useTranslations("common");
  const words = useTranslations("dayNote");
  const format = formats(useLocale());
  const { targetPopulation, days } = view.trend;
  const begun = days.filter(({ doses }) => doses !== null).reverse();
  const hasUnverified = begun.some(({ unverified }) => unverified !== 0);
  const columns = [
    "day",
    "doses",
    ...(hasUnverified ? (["unverified"] as const) : []),
    "cumulative",
    "coverage",
    "ideal",
    "reports",
  ] as const;
  const number = "border-b border-line px-2 py-1 text-right";

  return (
    <details className="mt-3 print:hidden">
      <summary className="inline-flex min-h-11 items-center gap-2 text-dense text-link underline underline-offset-3 tablet:min-h-6">
        <Table2 aria-hidden className="size-4" />
        {common("showAsTable")}
      </summary>
      <div
        role="region"
        aria-label={t("title")}
        tabIndex={reachable}
        className="mt-2 max-h-96 overflow-auto"
      >
        <table className="w-full border-separate border-spacing-0 text-note">
          <thead>
            <tr className="text-ink2">
              {columns.map((key, index) => (
                <th
                  key={key}
                  scope="col"
                  className={`sticky top-0 border-b-2 border-line-strong bg-surface px-2 py-1 font-medium ${index === 0 ? "text-left" : "text-right"}`}
                >
                  {t(`table.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {begun.map((day) => (
              <tr key={day.day}>
                <th
                  scope="row"
                  className="border-b border-line px-2 py-1 text-left font-normal whitespace-nowrap"
                >
                  {format.shortDay(day.day)}
                  {day.isComplete === false ? (
                    <span className="text-ink3"> ({t("table.incomplete")})</span>
                  ) : null}
                  {notes
                    .filter((note) => note.day === day.day)
                    .map(({ id, kind, note }) => (
                      <span key={id} className="block whitespace-normal text-ink3">
                        {words("line", { kind: words(`kinds.${kind}`), note })}
                      </span>
                    ))}
                </th>
                <td className={number}>
                  <DayNumber {...props} day={day.day} count={day.doses} of={{ from: day.day }} />
                </td>
                {hasUnverified ? (
                  <td className={number}>
                    <DayNumber
                      {...props}
                      day={day.day}
                      count={day.unverified}
                      of={{ from: day.day, isUnverified: true }}
                    />
                  </td>
                ) : null}
                <td className={number}>
                  <DayNumber {...props} day={day.day} count={day.cumulative} of={{}} />
                </td>
                <td className={number}>
                  {format.coverage({ dosesAdministered: day.cumulative ?? 0, targetPopulation })}
                </td>
                <td className={number}>{format.count(day.ideal)}</td>
                <td className={number}>
                  {day.expected > 0
                    ? `${format.count(day.received)}/${format.count(day.expected)}`
                    : format.count(day.received)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** A number up to a day, or of that day alone, with the way to the reports behind it. */
function DayNumber(
  props: CoverageProps & {
    readonly day: CalendarDay;
    readonly count: number | null;
    readonly of: Partial<NumberOf>;
  },
) {
  const t = useTranslations("source.link");
  const format = formats(useLocale());
  const { params, view, links, day } = props;
  if (props.count === null) return "–";
  const count = format.count(props.count);
  const of = t("of", { intervention: params.intervention.shortName, place: view.root.name });
  const kind = props.of.isUnverified ? "dayUnverified" : props.of.from ? "day" : "until";
  return (
    <NumberLink
      href={links.sources({ to: day, ...props.of })}
      name={t(kind, { count, of, date: format.shortDay(day) })}
    >
      {count}
    </NumberLink>
  );
}
