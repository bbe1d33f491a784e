"use client";

import { useTranslations } from "next-intl";

import type { ColumnGroup } from "@/lib/report/column-groups";
import { hasRowSum } from "@/lib/report/entry-row";

import type { EntryStore } from "@/lib/device/entry/store";
import { readCounts } from "@/lib/device/entry/row-counts";
import { useSnapshot } from "@/lib/device/entry/use-entry-store";
import type { GridColumns } from "./grid-columns";
import type { EntryWords } from "./use-entry-words";

/** Sums of each column: today as typed, yesterday, and the coverage that stood yesterday. */
export function GridFoot(props: {
  readonly store: EntryStore;
  readonly grid: GridColumns;
  readonly words: EntryWords;
}) {
  const t = useTranslations("entry");
  const { grid, words } = props;
  const columns = grid.all;
  const hasEve = !grid.isDense;
  const { rows: shown, figures } = useSnapshot(props.store);
  const states = [...shown.values()];
  const { count } = words.format;
  const isSummed = hasRowSum(columns);
  const own = (values: readonly (number | null)[], group: ColumnGroup) =>
    values.filter((_, index) => columns[index]?.intervention === group.intervention);
  const sums = columns.map(({ key }, index) => {
    const cells = states.flatMap(({ row }) => row.cells[index] ?? []);
    const known = cells.filter(({ target }) => target !== null);
    const before = add(cells.map((cell) => cell.before)) ?? 0;
    return {
      key,
      before,
      today: add(states.map((state) => readCounts(state, columns)[index] ?? null)),
      yesterday: add(cells.map(({ yesterday }) => yesterday)),
      coverage: words.format.coverage({
        dosesAdministered: before,
        targetPopulation: known.length > 0 ? add(known.map(({ target }) => target)) : null,
      }),
    };
  });
  const today = {
    name: t("grid.sumToday", { day: words.dayWord }),
    values: sums.map((sum) => sum.today),
  };
  const rows =
    figures === "cumulative"
      ? [
          {
            name: t("figures.sumUntil"),
            values: sums.map((sum) => sum.before + (sum.today ?? 0)),
            isStrong: true,
          },
          { ...today, isStrong: true },
          {
            name: t("figures.sumBefore"),
            values: sums.map(({ before }) => before),
            isStrong: false,
          },
        ]
      : [
          { ...today, isStrong: true },
          {
            name: t("grid.sumYesterday"),
            values: sums.map(({ yesterday }) => yesterday),
            isStrong: false,
          },
        ];
  const head =
    "sticky left-0 z-10 border-b border-line bg-canvas py-1.5 pr-3 pl-4 text-left text-note font-medium";
  const value = "border-b border-line bg-canvas py-1.5 pr-2 text-right text-dense";

  return (
    <tfoot>
      {rows.map(({ name, values, isStrong }) => (
        <tr key={name}>
          <th scope="row" className={head}>
            {name}
          </th>
          {grid.drawn.map((drawn) =>
            drawn.kind === "folded" ? (
              <td
                key={drawn.group.intervention}
                className={`${value} ${isStrong ? "font-semibold" : "text-ink2"}`}
              >
                {hasRowSum(drawn.group.columns) ? count(add(own(values, drawn.group))) : ""}
              </td>
            ) : (
              <Pair
                key={drawn.column.key}
                hasEve={hasEve}
                className={`${value} ${isStrong ? "font-semibold" : "text-ink2"}`}
              >
                {count(values[drawn.index] ?? null)}
              </Pair>
            ),
          )}
          {isSummed ? (
            <td className={`${value} pr-3 ${isStrong ? "font-semibold" : "text-ink2"}`}>
              {count(add(values))}
            </td>
          ) : null}
          <td className={`${value} sticky right-0`} />
        </tr>
      ))}
      <tr>
        <th scope="row" className={head}>
          {t("grid.coverage")}
        </th>
        {grid.drawn.map((drawn) =>
          drawn.kind === "folded" ? (
            <td key={drawn.group.intervention} className={value} />
          ) : (
            <Pair key={drawn.column.key} hasEve={hasEve} className={`${value} text-ink2`}>
              {sums[drawn.index]?.coverage ?? ""}
            </Pair>
          ),
        )}
        {isSummed ? <td className={value} /> : null}
        <td className={`${value} sticky right-0`} />
      </tr>
    </tfoot>
  );
}

function Pair(props: {
  readonly hasEve: boolean;
  readonly className: string;
  readonly children: string;
}) {
  return (
    <>
      <td className={props.className}>{props.children}</td>
      {props.hasEve ? <td className="border-b border-line bg-canvas" /> : null}
    </>
  );
}

/** The sum of what is known; null when nothing is. */
function add(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
