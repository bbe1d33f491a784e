import type { ReactNode } from "react";

export type DataColumn = {
  readonly id: string;
  readonly label: string;
  readonly align: "start" | "end";
  readonly isStrong?: boolean;
  /** Which way the first press sorts: names upwards, counts downwards. */
  readonly isDescendingFirst: boolean;
};

export type DataCell = {
  readonly text: ReactNode;
  /** What the column is sorted by; null comes last either way. */
  readonly sort: number | string | null;
};

export type DataRow = {
  readonly id: string;
  readonly href: string | null;
  /** What the search looks in. */
  readonly text: string;
  readonly cells: readonly DataCell[];
};
