"use client";

import type { RowsAre } from "@/lib/monitor/completeness/view";
import clsx from "clsx";
import type { ReactNode } from "react";

import { PlainTable, RowHead } from "@/components/base/ui/table";
import type { CalendarCell, CellState } from "@/lib/monitor/completeness/calendar";

import { partMark, unitMark } from "./calendar-cell";
import {
  calendarCellOf,
  unitState,
  type DayData,
  type RowData,
  type UnitState,
} from "./calendar-data";
import { phoneClass } from "./phone-days";

/** What a cell is called: its place, its day, and how that day went there. */
export type CellNames = {
  /** With {place}. */
  readonly place: string;
  /** With {day}. */
  readonly day: string;
  /** With {missing} and {received}, as those of units. */
  readonly parts: Readonly<Record<CellState, string>>;
  /** Comes after the words of a part whose reports were late. */
  readonly late: string;
  readonly units: Readonly<Record<UnitState, string>>;
};

/**
 * Under the calendar's head and its whole one line for each kecamatan or unit: its name, its days,
 * and their sums. Drawn from figures in the browser too, so that a month of 28 kecamatan is not sent
 * twice; and a cell is named by texts that stand once on the page, its row's, its column's and its
 * state's.
 */
export function CalendarGrid(props: {
  readonly caption: string;
  readonly head: ReactNode;
  readonly whole: ReactNode;
  readonly rows: readonly RowData[];
  readonly days: readonly DayData[];
  readonly rowsAre: RowsAre;
  readonly names: CellNames;
  /** Address of a row, with {place}. */
  readonly rowHref: string;
  /** Address of a day, with {day}; of a kecamatan's with {place}, too. */
  readonly cellHref: string;
}) {
  const { days, names, rowsAre } = props;
  const markOf = rowsAre !== "unit" ? partMark : unitMark;
  const rows = props.rows.map((row) => ({
    ...row,
    cells: days.map(({ day }, index) => {
      const figures = row.cells[index];
      return figures ? calendarCellOf(figures, day) : null;
    }),
  }));
  const states = [
    ...new Set(rows.flatMap(({ cells }) => cells.map((cell) => cell && stateName(cell)))),
  ];

  function stateName(cell: CalendarCell): string {
    const text =
      rowsAre !== "unit"
        ? names.parts[cell.state] + (cell.isLate ? names.late : "")
        : names.units[unitState(cell)];
    return text
      .replace("{missing}", String(cell.missing))
      .replace("{received}", String(cell.received));
  }

  return (
    <>
      <PlainTable look="calendar" caption={props.caption}>
        {props.head}
        <tbody>
          {props.whole}
          {rows.map((row, at) => (
            <tr key={row.code} className={clsx("days", row.isPhoneHidden && "max-tablet:hidden")}>
              <RowHead className="place">
                <a href={filled(props.rowHref, { place: row.code })}>{row.name}</a>
              </RowHead>
              {row.units === null ? null : <td className="units">{row.units}</td>}
              {days.map((shown, column) => {
                const cell = row.cells[column];
                const mark = cell && markOf(cell);
                return (
                  <td key={shown.day} className={phoneClass(shown)}>
                    {mark ? (
                      <a
                        href={filled(props.cellHref, { day: shown.day, place: row.code })}
                        aria-labelledby={`${placeId(at)} ${dayId(column)} ${stateId(states.indexOf(stateName(cell)))}`}
                      >
                        <b className={mark.look}>{mark.text}</b>
                      </a>
                    ) : null}
                  </td>
                );
              })}
              <td className="sum">{row.complete}</td>
              <td className="sum">{row.onTime}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
      <div hidden>
        {rows.map(({ code, name }, at) => (
          <span key={code} id={placeId(at)}>
            {names.place.replace("{place}", name)}
          </span>
        ))}
        {days.map(({ day, label }, at) => (
          <span key={day} id={dayId(at)}>
            {names.day.replace("{day}", label)}
          </span>
        ))}
        {states.map((state, at) => (
          <span key={state} id={stateId(at)}>
            {state}
          </span>
        ))}
      </div>
    </>
  );
}

// Short, because hundreds of cells say three of them.
const placeId = (at: number) => `kp${String(at)}`;
const dayId = (at: number) => `kd${String(at)}`;
const stateId = (at: number) => `ks${String(at)}`;

/** An address with values in place of their names, which it has as a browser writes them. */
function filled(href: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replace(encodeURIComponent(`{${name}}`), value),
    href,
  );
}
