import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import type { TargetSource } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import { targetAnchor } from "@/lib/base/routes";

import { LandscapePaper } from "@/components/base/ui/landscape-paper";
import { HeadCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";

export type TargetTableRow = {
  readonly code: string;
  readonly name: string;
  readonly href: string | null;
  /** Units of the place. */
  readonly units: number;
  /** By column, people of each source; null: none is known. */
  readonly cells: readonly (Readonly<Record<TargetSource, number | null>> & {
    readonly key: string;
    /** Units without a number of the deciding source. */
    readonly missing: number;
    /** What its units add up to, where the place has a figure of its own; else null. */
    readonly detail: number | null;
    /** Where the number is changed, and what that is called; null: it is a sum. */
    readonly change: { readonly href: string; readonly label: string } | null;
  })[];
};

/** As many columns as an upright sheet has room for. */
const maxUpright = 8;

/** People in force by place and box: the deciding source large, the other beneath. */
export function TargetTable(props: {
  readonly label: string;
  readonly placeHead: string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly rows: readonly TargetTableRow[];
  readonly total: TargetTableRow | null;
  readonly deciding: TargetSource;
}) {
  return (
    <>
      {props.columns.length > maxUpright ? <LandscapePaper /> : null}
      <ScrollTable look="target-table" label={props.label} caption={props.label} frame="mt-3">
        <TableHead>
          <HeadCell>{props.placeHead}</HeadCell>
          {props.columns.map(({ key, label }) => (
            <HeadCell key={key}>{label}</HeadCell>
          ))}
        </TableHead>
        <tbody>
          {props.rows.map((row) => (
            <Row key={row.code} row={row} deciding={props.deciding} />
          ))}
        </tbody>
        {props.total ? (
          <tfoot>
            <Row row={props.total} deciding={props.deciding} />
          </tfoot>
        ) : null}
      </ScrollTable>
    </>
  );
}

function Row(props: { readonly row: TargetTableRow; readonly deciding: TargetSource }) {
  const t = useTranslations("targets");
  const f = formats(useLocale());
  const { row, deciding } = props;
  const other = deciding === "local" ? "pusdatin" : "local";
  return (
    <tr id={targetAnchor(row.code)}>
      <RowHead>{row.href ? <Link href={row.href}>{row.name}</Link> : row.name}</RowHead>
      {row.cells.map((cell) => (
        <td key={cell.key}>
          {cell.change ? (
            <Link href={cell.change.href} aria-label={cell.change.label} prefetch={false}>
              {f.count(cell[deciding])}
            </Link>
          ) : (
            f.count(cell[deciding])
          )}
          <span>{f.count(cell[other])}</span>
          {cell.detail === null ? null : (
            <span>{t("detail", { detail: f.count(cell.detail) })}</span>
          )}
          {cell.missing > 0 ? (
            <span className="text-warn">{t("incomplete", { missing: cell.missing })}</span>
          ) : null}
        </td>
      ))}
    </tr>
  );
}
