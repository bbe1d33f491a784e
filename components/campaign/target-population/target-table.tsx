import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import type { TargetSource } from "@/lib/campaign/campaign";
import { formats } from "@/lib/base/i18n/format";
import { targetAnchor } from "@/lib/base/routes";

import { LandscapePaper } from "@/components/base/ui/landscape-paper";
import { ScrollRegion } from "@/components/base/ui/scroll-region";

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
    <ScrollRegion label={props.label} className="mt-3">
      {props.columns.length > maxUpright ? <LandscapePaper /> : null}
      <table className="w-full border-separate border-spacing-0 text-dense">
        <caption className="sr-only">{props.label}</caption>
        <thead>
          <tr className="text-right text-note">
            <th
              scope="col"
              className="sticky left-0 z-10 border-b border-line-strong bg-surface py-2 pr-4 text-left font-medium"
            >
              {props.placeHead}
            </th>
            {props.columns.map(({ key, label }) => (
              <th
                key={key}
                scope="col"
                className="min-w-24 border-b border-line-strong bg-surface py-2 pl-3 align-bottom font-medium"
              >
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <Row key={row.code} row={row} deciding={props.deciding} />
          ))}
        </tbody>
        {props.total ? (
          <tfoot>
            <Row row={props.total} deciding={props.deciding} isTotal />
          </tfoot>
        ) : null}
      </table>
    </ScrollRegion>
  );
}

function Row(props: {
  readonly row: TargetTableRow;
  readonly deciding: TargetSource;
  readonly isTotal?: boolean;
}) {
  const t = useTranslations("targets");
  const f = formats(useLocale());
  const { row, deciding, isTotal } = props;
  const other = deciding === "local" ? "pusdatin" : "local";
  const edge = isTotal ? "border-t border-line-strong font-semibold" : "border-b border-line";
  return (
    <tr id={targetAnchor(row.code)} className="scroll-mt-24 target:bg-sunken">
      <th
        scope="row"
        className={`sticky left-0 z-10 bg-surface py-1.5 pr-4 text-left ${edge} ${isTotal ? "" : "font-medium"}`}
      >
        {row.href ? (
          <Link href={row.href} className="inline-flex min-h-6 items-center">
            {row.name}
          </Link>
        ) : (
          row.name
        )}
      </th>
      {row.cells.map((cell) => (
        <td key={cell.key} className={`py-1.5 pl-3 text-right whitespace-nowrap ${edge}`}>
          {cell.change ? (
            <Link
              href={cell.change.href}
              aria-label={cell.change.label}
              prefetch={false}
              className="inline-flex min-h-6 min-w-6 items-center justify-end underline decoration-dotted underline-offset-4"
            >
              {f.count(cell[deciding])}
            </Link>
          ) : (
            f.count(cell[deciding])
          )}
          <span className="block text-axis font-normal text-ink3">{f.count(cell[other])}</span>
          {cell.missing > 0 ? (
            <span className="block text-axis font-normal text-warn">
              {t("incomplete", { missing: cell.missing })}
            </span>
          ) : null}
        </td>
      ))}
    </tr>
  );
}
