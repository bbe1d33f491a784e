import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Button } from "@/components/base/ui/button";
import { useHydrated } from "@/components/base/ui/use-hydrated";
import {
  maxRowsOf,
  rowField,
  rowsChanged,
  type RowChange,
  type RowList,
} from "@/lib/campaign/draft/rows";

import type { FormPart } from "./form-part";

/** A row more at the end of a list; at its limit, a sentence that says so. */
export function AddRow(props: {
  readonly part: FormPart;
  readonly list: RowList;
  /** How many there are. */
  readonly count: number;
  readonly isSmall?: boolean;
  readonly children: ReactNode;
}) {
  const t = useTranslations("campaigns.form");
  const button = useRowButton(props.part, `+${props.list}`);
  const max = maxRowsOf(props.list);
  if (props.count >= max)
    return <p className="mt-4 text-note text-ink3">{t("rowsFull", { max })}</p>;
  return (
    <Button
      {...button}
      variant={props.isSmall ? "ghost" : "secondary"}
      className={props.isSmall ? "mt-2" : "mt-4"}
    >
      <Plus aria-hidden className="size-4" />
      {props.children}
    </Button>
  );
}

/** Takes one row out. */
export function RemoveRow(props: {
  readonly part: FormPart;
  readonly row: `${RowList}.${number}`;
  readonly label: string;
  readonly className: string;
}) {
  const button = useRowButton(props.part, `-${props.row}`);
  return (
    <Button {...button} variant="ghost" aria-label={props.label} className={props.className}>
      <Trash2 aria-hidden className="size-4" />
    </Button>
  );
}

/**
 * Without scripts a step of a new campaign is sent, and comes back with the row more or less. With them
 * it is no button that sends: Enter in a field would press the first of those.
 */
function useRowButton({ draft, change, isNew }: FormPart, row: RowChange) {
  const isSent = !useHydrated() && isNew;
  return {
    type: isSent ? ("submit" as const) : ("button" as const),
    name: rowField,
    value: row,
    onClick: () => change(rowsChanged(draft, row)),
  };
}
