import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

import { ScrollRegion } from "./scroll-region";

/**
 * How a table is drawn: a class of app/tables.css, or of app/lists.css where its rows are of one
 * screen alone. What each of its cells looks like is said there once, not written out in hundreds.
 */
type TableLook =
  // Rows of words with a line under each.
  | "ruled-table"
  // A name and a few figures.
  | "figures-table"
  // Many rows that stand close, with edges that stay while they scroll.
  | "dense-table"
  // A row a day.
  | "day-table"
  | "calendar"
  | "data-table"
  | "matrix"
  | "indicators"
  | "orders"
  | "parts"
  | "paste-table"
  | "queue"
  | "schedule"
  | "ranking"
  | "sheet-table"
  | "silent"
  | "source-reports"
  | "target-table"
  | "unit-days";

type TableProps = {
  readonly look: TableLook;
  /** What it is called; read aloud and not seen, unless it is shown. Left out where a frame says it. */
  readonly caption?: ReactNode;
  readonly isCaptionShown?: boolean;
  /**
   * What a row becomes where a phone has no room for its columns: a card, with its name and number in
   * the first line and smaller notes under them; or its cells one below the other.
   */
  readonly onPhone?: "cards" | "stacks";
  readonly className?: string | undefined;
  readonly children: ReactNode;
};

/** A table of figures or words. Its heads say of what they are heads. */
export function PlainTable(props: TableProps) {
  const { caption } = props;
  return (
    <table className={clsx(props.look, props.onPhone, props.className)}>
      {caption === undefined ? null : (
        <caption {...(props.isCaptionShown ? {} : { className: "sr-only" })}>{caption}</caption>
      )}
      {props.children}
    </table>
  );
}

/**
 * The table in a frame of its own, which scrolls where the table is wider than the screen and says so.
 *
 * @param label The frame's name, by which it is reached with a keyboard.
 * @param frame Classes of the frame.
 * @param isTall It also scrolls by itself on a large screen, under heads that stay.
 */
export function ScrollTable(
  props: TableProps & {
    readonly label: string;
    readonly frame?: string;
    readonly isTall?: boolean;
  },
) {
  const { label, frame, isTall, ...table } = props;
  return (
    <ScrollRegion
      label={label}
      className={clsx(frame, isTall && "overflow-y-auto tablet:max-h-[85dvh]")}
    >
      <PlainTable {...table} />
    </ScrollRegion>
  );
}

/** A head of one row. */
export function TableHead(props: { readonly className?: string; readonly children: ReactNode }) {
  return (
    <thead {...(props.className !== undefined && { className: props.className })}>
      <tr>{props.children}</tr>
    </thead>
  );
}

type CellProps<Tag extends "td" | "th"> = Omit<ComponentProps<Tag>, "scope"> & {
  /** Figures stand under each other, at the end of the column. */
  readonly isNumber?: boolean;
};

/** The head of a column. */
export function HeadCell(props: CellProps<"th">) {
  return <th scope="col" {...cellOf(props)} />;
}

/** The head of columns that belong together. */
export function GroupHead(props: CellProps<"th">) {
  return <th scope="colgroup" {...cellOf(props)} />;
}

/** The head of a row: what its cells are of. */
export function RowHead(props: CellProps<"th">) {
  return <th scope="row" {...cellOf(props)} />;
}

export function NumberCell(props: CellProps<"td">) {
  return <td {...cellOf({ ...props, isNumber: true })} />;
}

/** What is not said is not sent: an absent class would stand in the page's figures as such. */
function cellOf<Tag extends "td" | "th">({ isNumber, className, ...rest }: CellProps<Tag>) {
  const name = clsx(isNumber && "number", className);
  return name === "" ? rest : { ...rest, className: name };
}
