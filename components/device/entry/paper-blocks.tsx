import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { formats } from "@/lib/base/i18n/format";
import { columnName } from "@/lib/report/column-groups";
import { columnsOf, type EntryCell, type EntryColumn, type EntryRow } from "@/lib/report/entry-row";
import { boxesInLine, paperLines } from "@/lib/report/paper-parts";

/** A block for each unit, which can be cut off and handed on; the head stands on each page. */
export function PaperBlocks(props: {
  readonly heading: ReactNode;
  readonly rows: readonly EntryRow[];
  readonly columns: readonly EntryColumn[];
}) {
  return (
    <table role="presentation" className="w-full border-collapse">
      <thead>
        <tr>
          <td className="pb-3">{props.heading}</td>
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, index) => (
          <tr key={row.unit.code} className="break-inside-avoid">
            <td className="pb-[6mm]">
              <UnitBlock row={row} columns={props.columns} number={index + 1} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function UnitBlock(props: {
  readonly row: EntryRow;
  readonly columns: readonly EntryColumn[];
  readonly number: number;
}) {
  const t = useTranslations("paperForm");
  const entry = useTranslations("entry");
  const { columns } = props;
  const { unit, cells } = props.row;
  const lines = paperLines(columnsOf(unit, columns));
  const hasHeads = lines.some(({ head }) => head !== null);
  return (
    <div className="overflow-x-auto print:overflow-visible">
      <table className="w-full min-w-240 table-fixed border-collapse print:min-w-0 [&_td]:border [&_td]:border-ink3 [&_th]:border [&_th]:border-ink3">
        <caption className="border border-b-0 border-ink3 bg-sunken px-1.5 py-1 text-left">
          <span className="flex items-center justify-between gap-4">
            <span>
              {props.number}. <strong className="font-semibold">{unit.name}</strong>,{" "}
              {unit.subdistrictName}
            </span>
            <span className="flex items-center gap-2">
              {entry("zero")}
              <span aria-hidden className="inline-block size-[5mm] border border-ink3 bg-surface" />
            </span>
          </span>
        </caption>
        <tbody>
          {lines.map(({ head, columns: line }) => (
            <tr key={line[0]?.key} className="h-[9mm] break-inside-avoid">
              {hasHeads ? (
                <th scope="row" className="w-[20%] px-1.5 text-left font-medium">
                  {head}
                </th>
              ) : null}
              {line.map((column) => (
                <Box
                  key={column.key}
                  name={hasHeads ? column.groupName : columnName(column)}
                  cell={cells[columns.indexOf(column)]}
                  counted={t("count")}
                />
              ))}
              {line.length < boxesInLine ? (
                <td colSpan={(boxesInLine - line.length) * 2} className="border-transparent!" />
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What is known of a column, and the box to write into. */
function Box(props: {
  readonly name: string;
  readonly cell: EntryCell | undefined;
  readonly counted: string;
}) {
  const entry = useTranslations("entry");
  const format = formats(useLocale());
  const target = props.cell?.target ?? null;
  const left = target === null ? null : target - (props.cell?.before ?? 0);
  return (
    <>
      <td className="px-1 text-axis leading-tight print:text-[7.5pt]">
        <span className="block font-semibold">{props.name}</span>
        {entry("target")} {format.count(target)}, {entry("left")} {format.count(left)}
      </td>
      <td className="align-top text-axis text-ink3 print:text-[6.5pt]">
        <span className="px-0.5">{props.counted}</span>
      </td>
    </>
  );
}
