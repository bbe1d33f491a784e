"use client";

import { RowHead } from "@/components/base/ui/table";
import { linkOf, type CellLink } from "@/components/base/ui/data-table-row";
import { noData } from "@/lib/base/i18n/format";

type TrendRow = {
  /** A local day. */
  readonly day: string;
  readonly label: string;
  /** That it is not complete yet, in words; null: it is. */
  readonly remark: string | null;
  readonly notes: readonly string[];
  /** Numbers as they are written; null: there is none. */
  readonly cells: readonly (string | null)[];
};

/** A row a day, with the way to the reports behind its numbers; from figures, not sent as elements. */
export function TrendDays(props: {
  readonly days: readonly TrendRow[];
  /** Of each column's numbers, with {id} for the day and {name} for how it is called. */
  readonly links: readonly (CellLink | null)[];
}) {
  return (
    <tbody>
      {props.days.map(({ day, label, remark, notes, cells }) => (
        <tr key={day}>
          <RowHead>
            {label}
            {remark === null ? null : <span className="text-ink3"> ({remark})</span>}
            {notes.map((note) => (
              <span key={note} className="block whitespace-normal text-ink3">
                {note}
              </span>
            ))}
          </RowHead>
          {cells.map((text, index) => {
            const link = props.links[index];
            if (text === null || !link) return <td key={index}>{text ?? noData}</td>;
            const { href, name } = linkOf(link, { id: day, name: label }, text);
            return (
              <td key={index}>
                <a href={href} aria-label={name} className="number-link">
                  {text}
                </a>
              </td>
            );
          })}
        </tr>
      ))}
    </tbody>
  );
}
