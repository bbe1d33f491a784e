import { Table2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/i18n/format";
import type { CalendarCell } from "@/lib/monitor/completeness-calendar";

import type { CompletenessProps } from "./completeness-props";

/** In the tab order: a region that scrolls must be reachable by keyboard. */
const reachable = 0;

/** The calendar in words and counts: a row a day, latest first, with its notes. */
export function CalendarTable({ view, notes }: CompletenessProps) {
  const t = useTranslations("completeness");
  const dayNotes = useTranslations("dayNote");
  const common = useTranslations("common");
  const format = formats(useLocale());
  const { rows, total, root } = view;
  const isPart = root.rowsAre === "subdistrict";
  const shown = total.cells.filter(({ day }) => view.window.days.includes(day)).reverse();
  const box = "border-b border-line px-2 py-1 text-right whitespace-nowrap";
  const head = "sticky top-0 border-b-2 border-line-strong bg-surface px-2 py-1 font-medium";

  const told = (cell: CalendarCell | undefined) => {
    if (!cell) return "";
    if (isPart) {
      return cell.expected === 0
        ? t("table.sweeping", { count: format.count(cell.received) })
        : t("table.share", {
            received: format.count(cell.received),
            expected: format.count(cell.expected),
          });
    }
    if (cell.received === 0) return t("table.silent");
    return t(cell.isLate ? "table.late" : "table.reported");
  };

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
        className="mt-2 max-h-120 overflow-auto"
      >
        <table className="w-full border-separate border-spacing-0 text-note">
          <thead>
            <tr className="text-ink2">
              <th scope="col" className={`${head} text-left`}>
                {dayNotes("columns.day")}
              </th>
              <th scope="col" className={`${head} text-right`}>
                {root.kind === "district" ? t("calendar.whole") : root.name}
              </th>
              <th scope="col" className={`${head} text-right`}>
                {t("calendar.onTime")}
              </th>
              <th scope="col" className={`${head} text-left`}>
                {dayNotes("columns.note")}
              </th>
              {rows.map(({ code, name }) => (
                <th key={code} scope="col" className={`${head} text-right`}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((cell) => {
              const index = total.cells.indexOf(cell);
              return (
                <tr key={cell.day}>
                  <th scope="row" className={`${box} text-left font-normal`}>
                    {format.weekdayDay(cell.day)}
                    {cell.state === "below" || cell.state === "nothing" ? (
                      <span className="text-ink3"> ({t("key.below")})</span>
                    ) : null}
                  </th>
                  <td className={box}>
                    {cell.expected === 0
                      ? t("table.sweeping", { count: format.count(cell.received) })
                      : `${format.count(cell.received)}/${format.count(cell.expected)}`}
                  </td>
                  <td className={box}>{format.count(cell.onTime)}</td>
                  <td className={`${box} text-left`}>
                    {notes
                      .filter(({ day }) => day === cell.day)
                      .map(
                        ({ placeName, kind, note }) =>
                          `${placeName}: ${dayNotes("line", { kind: dayNotes(`kinds.${kind}`), note })}`,
                      )
                      .join("; ")}
                  </td>
                  {rows.map((row) => (
                    <td key={row.code} className={box}>
                      {told(row.cells[index])}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </details>
  );
}
