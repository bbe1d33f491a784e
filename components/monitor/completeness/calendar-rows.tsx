"use client";

import { partMark, unitMark } from "./calendar-cell";
import {
  unitState,
  type CellData,
  type DayData,
  type RowData,
  type UnitState,
} from "./calendar-data";
import { pinnedComplete, pinnedOnTime } from "./pinned-sums";

/** Sentences of cells, with {place}, {day}, {missing} and {received} where those go. */
export type CellNames = {
  readonly parts: Readonly<Record<CellData[0], string>>;
  /** Comes after the sentence of a part whose reports were late. */
  readonly late: string;
  readonly units: Readonly<Record<UnitState, string>>;
};

/**
 * One line for each kecamatan or unit: its name, its days, and their sums. Drawn from figures in the
 * browser too, so that a month of 28 kecamatan is not sent twice.
 */
export function CalendarRows(props: {
  readonly rows: readonly RowData[];
  readonly days: readonly DayData[];
  readonly rowsAre: "subdistrict" | "unit";
  readonly names: CellNames;
  /** Address of a day, with {day}; of a kecamatan's with {place}, too. */
  readonly cellHref: string;
}) {
  const { days, names, rowsAre } = props;
  const isPart = rowsAre === "subdistrict";

  function nameOf(row: RowData, { label }: DayData, cell: CellData): string {
    const [state, isLate, missing, received] = cell;
    const values: Readonly<Record<string, string>> = {
      place: row.name,
      day: label,
      missing: String(missing),
      received: String(received),
    };
    const text = isPart
      ? names.parts[state] + (isLate ? names.late : "")
      : names.units[unitState(cell)];
    return text.replaceAll(/\{(\w+)\}/g, (found, name: string) => values[name] ?? found);
  }

  return props.rows.map((row) => (
    <tr key={row.code} className={row.isPhoneHidden ? "max-tablet:hidden" : undefined}>
      <th scope="row">
        <a href={row.href}>{row.name}</a>
      </th>
      {row.units === null ? null : <td className="units">{row.units}</td>}
      {row.cells.map((cell, index) => {
        const day = days[index];
        if (!day) return null;
        return (
          <td key={day.day} className={day.isOnPhone ? "day" : "day far"}>
            {cell ? (
              <a
                href={filled(props.cellHref, { day: day.day, place: row.code })}
                aria-label={nameOf(row, day, cell)}
              >
                <Mark {...(isPart ? partMark : unitMark)(cellOf(cell))} />
              </a>
            ) : null}
          </td>
        );
      })}
      <td className={`sum ${pinnedComplete}`}>{row.complete}</td>
      <td className={`sum ${pinnedOnTime}`}>{row.onTime}</td>
    </tr>
  ));
}

/** Named by its link. */
function Mark(props: { readonly look: string; readonly text: string | number | null }) {
  return <b className={props.look}>{props.text}</b>;
}

function cellOf([state, isLate, missing, received]: CellData) {
  return { state, isLate: isLate === 1, missing, received };
}

/** An address with values in place of their names, which it has as a browser writes them. */
function filled(href: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replace(encodeURIComponent(`{${name}}`), value),
    href,
  );
}
