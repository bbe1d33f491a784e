import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

import { formats, noData } from "@/lib/base/i18n/format";
import type { Locale } from "@/lib/base/i18n/locale";

import {
  linkOf,
  type CellLink,
  type DataCell,
  type DataColumn,
  type DataRow,
} from "./data-table-row";
import { RowHead } from "./table";

export type DataTotal = {
  readonly cells: readonly DataCell[];
  /** Of its numbers, by column. */
  readonly links: Readonly<Record<string, CellLink>>;
};

/** The rows and their total. The first cell names its row and leads to it. */
export function DataTableRows(props: {
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  readonly total: DataTotal | null;
  /** Address of a row, with {id}. */
  readonly rowHref: string;
  /** What stands for the texts of columns that are drawn. */
  readonly drawings: Readonly<Record<string, ReactNode>>;
  /** How counts are written. */
  readonly locale: Locale;
}) {
  const { columns, drawings, locale, total } = props;
  return (
    <>
      <tbody>
        {props.rows.map((row) => {
          const of = { id: row.id, name: String(row.cells[0]) };
          const { href } = linkOf({ href: props.rowHref, name: "" }, of, "");
          return (
            <tr key={row.id}>
              {columns.map((column, index) =>
                index === 0 ? (
                  <RowHead key={column.id}>
                    <Link href={href} prefetch={false}>
                      {of.name}
                    </Link>
                  </RowHead>
                ) : (
                  <td key={column.id} className={cellClass(column)}>
                    <Cell {...{ column, of, drawings, locale }} cell={row.cells[index] ?? null} />
                  </td>
                ),
              )}
            </tr>
          );
        })}
      </tbody>
      {total ? (
        <tfoot>
          <tr>
            {columns.map((column, index) => {
              const Tag = index === 0 ? RowHead : "td";
              const of = { id: "", name: "" };
              return (
                <Tag key={column.id} className={cellClass(column)}>
                  <Cell
                    {...{ of, drawings, locale }}
                    column={{ ...column, link: total.links[column.id] }}
                    cell={total.cells[index] ?? ""}
                  />
                </Tag>
              );
            })}
          </tr>
        </tfoot>
      ) : null}
    </>
  );
}

function Cell(props: {
  readonly cell: DataCell;
  readonly column: Omit<DataColumn, "link"> & { readonly link?: CellLink | undefined };
  readonly of: { readonly id: string; readonly name: string };
  readonly drawings: Readonly<Record<string, ReactNode>>;
  readonly locale: Locale;
}) {
  const { cell, column } = props;
  if (cell === null) return noData;
  if (typeof cell === "string") {
    return column.link ? <span className="text-ink3">{cell}</span> : cell;
  }
  const [text, sort] = typeof cell === "number" ? [formats(props.locale).count(cell), cell] : cell;
  if (column.isDrawn) return props.drawings[text] ?? text;
  if (column.link) {
    const { href, name } = linkOf(column.link, props.of, text);
    return (
      <a href={href} aria-label={name} className="number-link">
        {text}
      </a>
    );
  }
  return sort === null ? <span className="text-ink3">{text}</span> : text;
}

/** What differs from a count's cell; the rest is said once, of the table. */
function cellClass({ align, isStrong }: Pick<DataColumn, "align" | "isStrong">) {
  return clsx(align === "start" && "text-left", isStrong && "font-semibold") || undefined;
}
