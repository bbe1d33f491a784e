"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { memo, type FocusEvent } from "react";

import { Button } from "@/components/base/ui/button";
import { hasRowSum, isColumnOf, type EntryColumn, type EntryUnit } from "@/lib/report/entry-row";

import type { EntryStore } from "@/lib/device/entry/store";
import { cellLooks } from "./cell-looks";
import { FoldedCell } from "./folded-cell";
import { UnaskedCell } from "./unasked-cell";
import { GridCell } from "./grid-cell";
import type { GridColumns } from "./grid-columns";
import { readCounts } from "@/lib/device/entry/row-counts";
import {
  fieldText,
  isBlank,
  isChanged,
  isCleared,
  isLocked,
  saysZero,
  type RowState,
} from "@/lib/device/entry/row-state";
import { useRowActions } from "./row-actions";
import { RowStatusCell } from "./row-status";
import { useRow, useWhereKept } from "@/lib/device/entry/use-entry-store";
import type { EntryWords } from "./use-entry-words";

/** One unit: its name, a field for each column, its sum and its state. Whole, it sends itself when left. */
export const GridRow = memo(function GridRow(props: {
  readonly store: EntryStore;
  readonly unit: string;
  readonly index: number;
  readonly grid: GridColumns;
  readonly words: EntryWords;
  readonly cardHref: string;
  /** Under the name, where units of several kecamatan stand together. */
  readonly hasSubdistrict: boolean;
  readonly onUnfold: (intervention: string, fieldId: string) => void;
  readonly onLeave: (unit: string) => Promise<void>;
}) {
  const { store, unit, grid, words } = props;
  const columns = grid.all;
  const state = useRow(store, unit);
  const { row } = state;
  const isCumulative = state.figures === "cumulative";
  const isZero = saysZero(state, columns);
  const isReadOnly = isLocked(state, columns, store.context.mayVerify ?? false);
  const counts = readCounts(state, columns);
  const sum = counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  const until = row.cells.reduce(
    (total, { before }, index) => total + (counts[index] === null ? 0 : before),
    sum,
  );
  const looks = cellLooks(state, columns);
  const isUnsent = isChanged(state, columns);
  const isEmpty = isBlank(state, columns);

  function leave(event: FocusEvent<HTMLTableRowElement>) {
    // The window was left, for the spreadsheet perhaps: the row was not.
    if (document.activeElement === event.target) return;
    const isInside =
      event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget);
    if (!isInside) void props.onLeave(unit);
  }

  return (
    <tr onBlur={leave} className="group">
      <NameCell unit={row.unit} cardHref={props.cardHref} hasSubdistrict={props.hasSubdistrict} />
      {grid.drawn.map((drawn) => {
        if (drawn.kind === "folded") {
          return (
            <FoldedCell
              key={drawn.group.intervention}
              group={drawn.group}
              {...{ state, columns, words }}
              onUnfold={props.onUnfold}
            />
          );
        }
        const { column, index } = drawn;
        if (!isColumnOf(row.unit, column)) {
          return (
            <UnaskedCell
              key={column.key}
              isDense={grid.isDense}
              startsIntervention={drawn.startsIntervention}
            />
          );
        }
        const cell = row.cells[index];
        const count = counts[index] ?? null;
        const look = looks[index] ?? "still";
        return cell ? (
          <GridCell
            key={column.key}
            store={store}
            unit={unit}
            unitName={row.unit.name}
            column={column}
            cell={cell}
            words={words}
            value={fieldText(state, column.key)}
            look={look}
            isUnsent={isUnsent && (count !== null || look === "rejected")}
            isZero={isZero}
            isReadOnly={isReadOnly}
            difference={isCumulative ? count : undefined}
            isDense={grid.isDense}
            startsIntervention={drawn.startsIntervention}
            rowIndex={props.index}
            columnIndex={index}
            place={drawn.place}
          />
        ) : null;
      })}
      {hasRowSum(columns) ? (
        <td className="border-b border-l border-b-line border-l-line-strong px-3 text-right text-dense font-semibold">
          {isEmpty ? "" : words.format.count(isCumulative ? until : sum)}
          {isCumulative && !isEmpty ? (
            <span className="block text-note leading-4 text-ink2">{words.format.signed(sum)}</span>
          ) : null}
        </td>
      ) : null}
      <StateCell store={store} state={state} columns={columns} words={words} />
    </tr>
  );
});

function NameCell(props: {
  readonly unit: EntryUnit;
  readonly cardHref: string;
  readonly hasSubdistrict: boolean;
}) {
  const t = useTranslations("entry");
  const { unit } = props;
  return (
    <th
      scope="row"
      className="sticky left-0 z-10 border-b border-line bg-surface py-0 pr-3 pl-4 text-left text-dense font-medium group-focus-within:shadow-[inset_4px_0_0_var(--brand)]"
    >
      <Link
        href={props.cardHref}
        prefetch={false}
        tabIndex={-1}
        title={t("grid.card", { unit: unit.name })}
        className="text-ink no-underline hover:underline"
      >
        {unit.name}
      </Link>{" "}
      {unit.villageKind ? (
        <span className="ml-0.5 text-note font-normal text-ink3">
          {t(`villageKind.${unit.villageKind}`)}
        </span>
      ) : null}
      {props.hasSubdistrict ? (
        <span className="block text-axis font-normal text-ink3">{unit.subdistrictName}</span>
      ) : null}
    </th>
  );
}

/** How the row stands, and nihil while it is empty. */
function StateCell(props: {
  readonly store: EntryStore;
  readonly state: RowState;
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
}) {
  const t = useTranslations("entry");
  const { state, columns } = props;
  const { unit } = state.row;
  const where = useWhereKept(props.store);
  const actions = useRowActions(unit.code);
  return (
    <td className="sticky right-0 z-10 border-b border-l border-line bg-surface py-1 pr-2 pl-2.5">
      <div className="flex items-center justify-between gap-2">
        <RowStatusCell state={state} columns={columns} words={props.words} where={where} />
        {isBlank(state, columns) && !isCleared(state, columns) ? (
          <Button size="small" aria-label={t("zeroOf", { unit: unit.name })} onClick={actions.zero}>
            {t("zero")}
          </Button>
        ) : null}
      </div>
    </td>
  );
}
