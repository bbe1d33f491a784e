"use client";

import clsx from "clsx";
import { CircleX, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import type { EntryColumn, EntryUnit } from "@/lib/report/entry-row";
import type { PastedCell, PastePreview } from "@/lib/report/pasted";

import { shortList } from "./short-list";
import type { EntryWords } from "./use-entry-words";

/**
 * Each cell of a pasted block as old → new, same, warned or rejected; above it what is left out, and
 * below the sums.
 */
export function PastePreviewTable(props: {
  readonly preview: PastePreview;
  readonly words: EntryWords;
  readonly unitKind: "village" | "unit";
  readonly isCumulative: boolean;
  /** What was asked about the block, over the table. */
  readonly children: ReactNode;
}) {
  const t = useTranslations("paste");
  const entry = useTranslations("entry");
  const places = useTranslations("places");
  const { preview } = props;

  if (preview.rows.length === 0) {
    return (
      <>
        {props.children}
        <p className="text-dense">{t("nothing")}</p>
      </>
    );
  }
  return (
    <>
      {props.children}
      <PlainTable look="paste-table">
        <TableHead>
          <HeadCell>{places(`heads.${props.unitKind}`)}</HeadCell>
          {preview.columns.map((column, index) => (
            <HeadCell key={column.key} isNumber>
              {preview.heads ? (
                <span className="block font-normal text-ink3">“{preview.heads[index]}” →</span>
              ) : null}
              {column.shortName}
              <br />
              {column.shortGroupName}
            </HeadCell>
          ))}
        </TableHead>
        <tbody>
          {preview.rows.map(({ unit, cells, isZero }) => (
            <tr key={unit.code}>
              <RowHead>{unit.name}</RowHead>
              {isZero ? (
                <td colSpan={Math.max(1, preview.columns.length)} className="font-semibold">
                  {entry("zero")}
                </td>
              ) : (
                preview.columns.map((column, index) => (
                  <PreviewCell
                    key={column.key}
                    cell={cells[index] ?? { kind: "blank" }}
                    words={props.words}
                    isCumulative={props.isCumulative}
                  />
                ))
              )}
            </tr>
          ))}
        </tbody>
      </PlainTable>
      <Summary {...props} />
    </>
  );
}

function PreviewCell(props: {
  readonly cell: PastedCell;
  readonly words: EntryWords;
  readonly isCumulative: boolean;
}) {
  const t = useTranslations("paste");
  const entry = useTranslations("entry");
  const { cell, words } = props;
  const isWarned = cell.kind === "change" && cell.warning !== null;
  return (
    <td
      className={clsx(
        isWarned && "bg-warn-tint shadow-[inset_0_0_0_1.5px_var(--warn-line)]",
        cell.kind === "rejected" && "bg-error-tint shadow-[inset_0_0_0_1.5px_var(--error-line)]",
      )}
    >
      {cell.kind === "same" ? (
        <span className="text-ink3">{t("same", { value: words.format.count(cell.value) })}</span>
      ) : null}
      {cell.kind === "change" ? (
        <>
          <span className="text-note text-ink3">
            {cell.from === "" ? t("empty") : cell.from}
            <span aria-hidden> → </span>
            <span className="sr-only"> {t("toValue")} </span>
          </span>
          {isWarned ? (
            <TriangleAlert aria-hidden className="mr-1 inline size-4 align-[-3px] text-warn" />
          ) : null}
          <span className="font-semibold">{words.format.count(cell.to)}</span>
          {props.isCumulative ? (
            <span className={clsx("block text-note", cell.daily < 0 ? "text-error" : "text-ink2")}>
              {entry("figures.today", { value: words.format.signed(cell.daily) })}
            </span>
          ) : null}
        </>
      ) : null}
      {cell.kind === "rejected" ? (
        <span className="font-semibold">
          <CircleX aria-hidden className="mr-1 inline size-4 align-[-3px] text-error" />“{cell.text}
          ”
        </span>
      ) : null}
    </td>
  );
}

function Summary(props: {
  readonly isCumulative: boolean;
  readonly preview: PastePreview;
  readonly words: EntryWords;
}) {
  const t = useTranslations("paste");
  const { preview, words } = props;
  const all = preview.rows.flatMap(({ unit, cells }) =>
    cells.flatMap((cell, index) => {
      const column = preview.columns[index];
      return column ? [{ unit, column, cell }] : [];
    }),
  );
  const warned = all.flatMap(({ unit, column, cell }) =>
    cell.kind === "change" && cell.warning ? [{ unit, column, cell, warning: cell.warning }] : [],
  );
  const fallen = all.flatMap(({ unit, column, cell }) =>
    props.isCumulative && cell.kind === "change" && cell.daily < 0 ? [{ unit, column, cell }] : [],
  );
  const count = (kind: PastedCell["kind"]) => all.filter(({ cell }) => cell.kind === kind).length;
  const at = (unit: EntryUnit, column: EntryColumn) => ({
    unit: unit.name,
    column: words.columnName(column),
  });

  return (
    <ul className="mt-3 grid gap-1 text-dense">
      <li className="flex flex-wrap gap-x-5">
        <span>{t("changed", { count: count("change") })}</span>
        <span>{t("sameCount", { count: count("same") })}</span>
      </li>
      {warned.length > 0 ? (
        <li className="flex gap-2 text-warn">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t("warnings", {
            count: warned.length,
            list: shortList(
              warned.map(({ unit, column, cell, warning }) =>
                warning.usual
                  ? t("warningOfUsual", {
                      ...at(unit, column),
                      count: cell.to,
                      ...warning.usual,
                    })
                  : t("warningOf", { ...at(unit, column), count: cell.to }),
              ),
            ),
          })}
        </li>
      ) : null}
      {fallen.length > 0 ? (
        <li className="flex gap-2 text-error">
          <CircleX aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t("figures.fell", {
            count: fallen.length,
            list: shortList(
              fallen.map(({ unit, column, cell }) =>
                t("figures.fellOf", {
                  ...at(unit, column),
                  before: cell.to - cell.daily,
                  value: cell.to,
                }),
              ),
            ),
          })}
        </li>
      ) : null}
    </ul>
  );
}
