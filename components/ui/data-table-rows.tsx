import clsx from "clsx";
import Link from "next/link";
import type { ReactNode } from "react";

import type { DataColumn, DataRow } from "./data-table-row";

/** The rows and their total. The first cell names its row and leads to it. */
export function DataTableRows(props: {
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  readonly total: readonly ReactNode[] | null;
}) {
  return (
    <>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.id} className="group">
            {props.columns.map((column, index) => {
              const text = row.cells[index]?.text;
              return index === 0 ? (
                <th key={column.id} scope="row" className={clsx(cell(column), firstCell)}>
                  {row.href === null ? (
                    text
                  ) : (
                    <Link
                      href={row.href}
                      prefetch={false}
                      className="inline-flex min-h-11 items-center leading-tight text-ink underline decoration-line-strong underline-offset-3 hover:decoration-current tablet:min-h-7 print:min-h-0"
                    >
                      {text}
                    </Link>
                  )}
                </th>
              ) : (
                <td key={column.id} className={cell(column)}>
                  {text}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {props.total ? (
        <tfoot>
          <tr>
            {props.columns.map((column, index) => {
              const Cell = index === 0 ? "th" : "td";
              return (
                <Cell
                  key={column.id}
                  {...(index === 0 ? { scope: "row" } : {})}
                  className={clsx(
                    cell(column),
                    "border-t border-t-line-strong font-semibold",
                    index === 0 && firstCell,
                  )}
                >
                  {props.total?.[index]}
                </Cell>
              );
            })}
          </tr>
        </tfoot>
      ) : null}
    </>
  );
}

const firstCell =
  "sticky left-0 z-10 max-w-40 bg-surface tablet:max-w-64 desktop:whitespace-nowrap";

function cell({ align, isStrong }: DataColumn): string {
  return clsx(
    "h-8.5 border-b border-line px-1.5 py-0.5 print:h-auto print:px-0.75",
    align === "end" ? "text-right" : "text-left",
    isStrong ? "font-semibold" : "font-normal",
    "not-first:whitespace-nowrap print:whitespace-normal",
  );
}
