import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";

import { ratioTenths } from "@/lib/coverage/percent";
import { formats } from "@/lib/i18n/format";
import type { CalendarCell, CalendarRow } from "@/lib/monitor/completeness-calendar";
import { routes, withQuery } from "@/lib/routes";

import { CellMark, UnitMark } from "./calendar-cell";
import type { CompletenessProps } from "./completeness-props";
import { phoneClass, type ShownDay } from "./phone-days";
import { pinnedComplete, pinnedOnTime } from "./pinned-sums";

/** One kecamatan or unit: its name, its days, and their sum. */
export function CalendarRowLine(
  props: CompletenessProps & {
    readonly row: CalendarRow;
    readonly days: readonly ShownDay[];
    readonly isPhoneHidden: boolean;
  },
) {
  const format = formats(useLocale());
  const cellName = useCellName(props);
  const { row, days, view, links, campaign } = props;
  const isPart = view.root.rowsAre === "subdistrict";
  const share = (numerator: number) =>
    format.tenths(ratioTenths({ numerator, denominator: row.expected }));
  const figure = "bg-surface px-1 text-right align-middle";
  const href = isPart
    ? links.to({ place: row.code })
    : withQuery(routes.coverageOf(row.code), { kampanye: campaign.slug });

  return (
    <tr className={props.isPhoneHidden ? "max-tablet:hidden" : undefined}>
      <th
        scope="row"
        className="sticky left-0 z-10 max-w-40 bg-surface p-0 text-left font-normal max-tablet:border-b max-tablet:border-line"
      >
        <a
          href={href}
          className="flex min-h-11 items-center pr-2 font-medium text-ink no-underline hover:underline tablet:min-h-6"
        >
          {row.name}
        </a>
      </th>
      {isPart ? (
        <td className="px-1 text-right align-middle text-axis text-ink3 max-tablet:hidden">
          {format.count(row.units)}
        </td>
      ) : null}
      {days.map((shown) => {
        const cell = row.cells[shown.index];
        return (
          <td
            key={shown.day}
            className={clsx("p-0 max-tablet:border-b max-tablet:border-line", phoneClass(shown))}
          >
            {cell ? (
              <a
                href={links.to(isPart ? { day: cell.day, place: row.code } : { day: cell.day })}
                aria-label={cellName(cell)}
                className="block min-w-6 p-px no-underline hover:opacity-80 max-tablet:grid max-tablet:h-11 max-tablet:place-items-center"
              >
                {isPart ? (
                  <CellMark cell={cell} className="h-6 w-full max-tablet:size-6.5" />
                ) : (
                  <UnitMark cell={cell} className="h-6 w-full max-tablet:size-6.5" />
                )}
              </a>
            ) : null}
          </td>
        );
      })}
      <td className={`${figure} ${pinnedComplete}`}>{share(row.received)}</td>
      <td className={`${figure} ${pinnedOnTime}`}>{share(row.onTime)}</td>
    </tr>
  );
}

/** What a cell says to who does not see it. */
function useCellName({ row, view }: { row: CalendarRow; view: CompletenessProps["view"] }) {
  const t = useTranslations("completeness.calendar");
  const format = formats(useLocale());
  const isPart = view.root.rowsAre === "subdistrict";

  return (cell: CalendarCell): string => {
    const where = { place: row.name, day: format.monthDay(cell.day) };
    if (!isPart) {
      if (cell.expected === 0) {
        return t(cell.received > 0 ? "unitCell.swept" : "unitCell.notExpected", where);
      }
      if (cell.received === 0) return t("unitCell.missing", where);
      return t(cell.isLate ? "unitCell.late" : "unitCell.onTime", where);
    }
    const counts = { missing: format.count(cell.missing), received: format.count(cell.received) };
    return t(`cell.${cell.state}`, { ...where, ...counts }) + (cell.isLate ? t("cell.late") : "");
  };
}
