import { ArrowDown, ArrowUp } from "lucide-react";
import type { MouseEvent } from "react";

import type { DataColumn } from "./data-table-row";
import { HeadCell, TableHead } from "./table";

/** Column heads that sort: links for a page without scripts, the arrow on the sorted one. */
export function DataTableHead(props: {
  readonly columns: readonly DataColumn[];
  readonly current: { readonly id: string; readonly isDescending: boolean };
  readonly hrefs: Readonly<Record<string, string>>;
  readonly onSort: (id: string) => (event: MouseEvent) => void;
}) {
  return (
    <TableHead>
      {props.columns.map((column) => {
        const isSorted = column.id === props.current.id;
        const Arrow = props.current.isDescending ? ArrowDown : ArrowUp;
        return (
          <HeadCell
            key={column.id}
            aria-sort={
              isSorted ? (props.current.isDescending ? "descending" : "ascending") : undefined
            }
          >
            <a
              href={props.hrefs[column.id]}
              onClick={props.onSort(column.id)}
              className={column.align === "end" ? "end" : undefined}
            >
              {column.label}
              {isSorted ? <Arrow aria-hidden className="size-3.5 print:hidden" /> : null}
            </a>
          </HeadCell>
        );
      })}
    </TableHead>
  );
}
