import clsx from "clsx";
import { ArrowDown, ArrowUp } from "lucide-react";
import type { MouseEvent } from "react";

import type { DataColumn } from "./data-table-row";

/** Column heads that sort: links for a page without scripts, the arrow on the sorted one. */
export function DataTableHead(props: {
  readonly columns: readonly DataColumn[];
  readonly current: { readonly id: string; readonly isDescending: boolean };
  readonly hrefs: Readonly<Record<string, string>>;
  readonly onSort: (id: string) => (event: MouseEvent) => void;
}) {
  return (
    <thead>
      <tr>
        {props.columns.map((column, index) => {
          const isSorted = column.id === props.current.id;
          const Arrow = props.current.isDescending ? ArrowDown : ArrowUp;
          return (
            <th
              key={column.id}
              scope="col"
              aria-sort={
                isSorted ? (props.current.isDescending ? "descending" : "ascending") : undefined
              }
              className={clsx(
                "sticky top-0 border-b-2 border-line-strong bg-surface p-0 align-bottom text-note font-medium text-ink2 print:text-[0.78rem]",
                index === 0 ? "left-0 z-20" : "z-10",
              )}
            >
              <a
                href={props.hrefs[column.id]}
                onClick={props.onSort(column.id)}
                className={clsx(
                  "flex min-h-11 items-center gap-1 px-1.5 py-1 leading-tight text-ink2 no-underline hover:text-ink hover:underline focus-visible:outline-offset-[-3px] tablet:min-h-8 print:min-h-0 print:px-0.5",
                  column.align === "end" && "justify-end text-right",
                  isSorted && "font-semibold text-ink",
                )}
              >
                {column.label}
                {isSorted ? <Arrow aria-hidden className="size-3.5 print:hidden" /> : null}
              </a>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
