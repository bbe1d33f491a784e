import { Table2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { useSentences } from "@/components/base/use-sentences";
import type { CellLink } from "@/components/base/ui/data-table-row";
import { HeadCell, ScrollTable, TableHead } from "@/components/base/ui/table";
import type { DayNote } from "@/lib/campaign/day-note/schema";
import { choiceOf } from "@/lib/campaign/day-note/schema";
import { formats } from "@/lib/base/i18n/format";
import type { NumberOf } from "@/lib/monitor/source/address";

import type { CoverageProps } from "./coverage-props";
import { TrendDays } from "./trend-days";

/** The numbers of the trend chart, a row a day, latest first. */
export function TrendTable(props: CoverageProps & { readonly notes: readonly DayNote[] }) {
  const { links, notes, params, view } = props;
  const t = useSentences("coverage.trend", props.params.wording);
  const link = useSentences("source.link", props.params.wording);
  const common = useTranslations("common");
  const words = useTranslations("dayNote");
  const format = formats(useLocale());
  const { days } = view.trend;
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
  const written = (count: number | null) => (count === null ? null : format.count(count));
  const of = link("of", { intervention: params.intervention.shortName, place: view.root.name });
  /** A number up to a day, or of that day alone. */
  const to = (kind: "day" | "dayUnverified" | "until", asked: Partial<NumberOf>): CellLink => ({
    href: links.sources({ to: "{id}", ...asked }),
    name: link(kind, { count: "{text}", of, date: "{name}" }),
  });

  return (
    <details className="mt-3 print:hidden">
      <summary className="inline-flex min-h-11 items-center gap-2 text-dense text-link underline underline-offset-3 tablet:min-h-6">
        <Table2 aria-hidden className="size-4" />
        {common("showAsTable")}
      </summary>
      <ScrollTable look="day-table" label={t("title")} frame="mt-2 max-h-96 overflow-y-auto">
        <TableHead>
          {columns.map((key) => (
            <HeadCell key={key}>{t(`table.${key}`)}</HeadCell>
          ))}
        </TableHead>
        <TrendDays
          days={begun.map((day) => ({
            day: day.day,
            label: format.shortDay(day.day),
            remark: day.isComplete === false ? t("table.incomplete") : null,
            notes: notes
              .filter((note) => note.day === day.day)
              .map((each) =>
                words("line", { kind: words(`kinds.${choiceOf(each)}`), note: each.note }),
              ),
            cells: [
              written(day.doses),
              ...(hasUnverified ? [written(day.unverified)] : []),
              written(day.cumulative),
              format.coverage({
                dosesAdministered: day.cumulative ?? 0,
                targetPopulation: day.targetPopulation,
              }),
              format.count(day.ideal),
              day.expected > 0
                ? `${format.count(day.received)}/${format.count(day.expected)}`
                : format.count(day.received),
            ],
          }))}
          links={[
            to("day", { from: "{id}" }),
            ...(hasUnverified ? [to("dayUnverified", { from: "{id}", isUnverified: true })] : []),
            to("until", {}),
            null,
            null,
            null,
          ]}
        />
      </ScrollTable>
    </details>
  );
}
