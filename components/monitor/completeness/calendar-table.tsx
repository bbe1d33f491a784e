"use client";

import type { RowsAre } from "@/lib/monitor/completeness/view";
import { Table2 } from "lucide-react";
import { useState } from "react";

import { HeadCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";

import { calendarCellOf, unitState, type CellData, type RowData } from "./calendar-data";

/** A day of the whole, in words. */
export type TotalDay = {
  readonly day: string;
  readonly name: string;
  /** That its numbers are left out of pace and forecast; "" : they are not. */
  readonly remark: string;
  readonly share: string;
  readonly onTime: string;
  readonly notes: string;
};

/**
 * The calendar in words and counts: a row a day, latest first, with its notes. It says what the
 * calendar's cells say, so it is drawn when it is asked for, and without scripts it is left out.
 */
export function CalendarTable(props: {
  readonly label: string;
  readonly show: string;
  readonly heads: {
    readonly day: string;
    readonly whole: string;
    readonly onTime: string;
    readonly note: string;
  };
  readonly rows: readonly RowData[];
  readonly rowsAre: RowsAre;
  /** The shown days, as the cells of the rows stand. */
  readonly days: readonly TotalDay[];
  /** What a unit did, in a word; of the days of a part, with {count} what came in. */
  readonly words: {
    readonly reported: string;
    readonly late: string;
    readonly silent: string;
    readonly sweeping: string;
  };
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="mt-3 print:hidden noscript:hidden"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="inline-flex min-h-11 items-center gap-2 text-dense text-link underline underline-offset-3 tablet:min-h-6">
        <Table2 aria-hidden className="size-4" />
        {props.show}
      </summary>
      {isOpen ? <Days {...props} /> : null}
    </details>
  );
}

function Days(props: Parameters<typeof CalendarTable>[0]) {
  const { heads, rows, words } = props;

  const told = (figures: CellData | null | undefined, day: string) => {
    if (!figures) return "";
    const cell = calendarCellOf(figures, day);
    const { received, expected } = cell;
    if (props.rowsAre !== "unit") {
      return expected === 0
        ? words.sweeping.replace("{count}", String(received))
        : `${String(received)}/${String(expected)}`;
    }
    const state = unitState(cell);
    if (received === 0) return words.silent;
    return state === "late" ? words.late : words.reported;
  };

  return (
    <ScrollTable look="day-table" label={props.label} frame="mt-2 max-h-120 overflow-y-auto">
      <TableHead>
        <HeadCell>{heads.day}</HeadCell>
        <HeadCell>{heads.whole}</HeadCell>
        <HeadCell>{heads.onTime}</HeadCell>
        <HeadCell className="text-left">{heads.note}</HeadCell>
        {rows.map(({ code, name }) => (
          <HeadCell key={code}>{name}</HeadCell>
        ))}
      </TableHead>
      <tbody className="whitespace-nowrap">
        {props.days
          .map((day, index) => (
            <tr key={day.day}>
              <RowHead>
                {day.name}
                {day.remark === "" ? null : <span className="text-ink3"> ({day.remark})</span>}
              </RowHead>
              <td>{day.share}</td>
              <td>{day.onTime}</td>
              <td className="text-left">{day.notes}</td>
              {rows.map((row) => (
                <td key={row.code}>{told(row.cells[index], day.day)}</td>
              ))}
            </tr>
          ))
          .reverse()}
      </tbody>
    </ScrollTable>
  );
}
