import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";

import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import type { ColumnKey } from "@/lib/campaign/column-key";
import { measures } from "@/lib/campaign/measures";
import type { EntryWords } from "@/components/device/entry/use-entry-words";
import { typedOf, type EntryColumn, type TypedRow } from "@/lib/report/entry-row";
import type { ReportPart } from "@/lib/report/part/part";
import type { StoredReport } from "@/lib/report/schema";

/** Of campaigns that ask for more than tallies. */
const PartRows = dynamic(() => import("./part-rows").then((module) => module.PartRows));

/** The two reports of one village and day. */
export type Conflict = {
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  /** Doses of the day as they are typed here. */
  readonly mine: TypedRow & {
    readonly isZero: boolean;
    /** Left out: it says nothing besides, and leaves what stands. */
    readonly parts?: readonly ReportPart[] | undefined;
  };
  readonly standing: StoredReport;
};

/** Who sent the other report, and when, and both side by side, column by column. */
export function ConflictTable({ columns, words, mine, standing }: Conflict) {
  const t = useTranslations("entry.conflict");
  const theirs = typedOf(standing, columns);
  const who = standing.receivedBy ?? t("someone");
  const sent = { who, ...words.moment(standing.receivedAt) };

  return (
    <>
      <p className="mb-3 text-dense">{t("question", sent)}</p>
      <PlainTable look="figures-table" className="beside">
        <TableHead>
          <HeadCell>{t("column")}</HeadCell>
          <HeadCell>{t("mine")}</HeadCell>
          <HeadCell>{t("theirs", sent)}</HeadCell>
        </TableHead>
        <tbody>
          {columns.map((column) => {
            const own = mine.isZero ? "0" : cellText(mine, column.key);
            const other = standing.zero ? "0" : cellText(theirs, column.key);
            const weight = own === other ? "text-ink3" : "font-semibold";
            return (
              <tr key={column.key}>
                <RowHead>{words.columnName(column)}</RowHead>
                <td className={weight}>{own}</td>
                <td className={weight}>{other}</td>
              </tr>
            );
          })}
          {mine.parts ? (
            <PartRows columns={columns} mine={mine.parts} theirs={standing.parts ?? []} />
          ) : null}
        </tbody>
      </PlainTable>
    </>
  );
}

/** "13", "13 + 2" with those of another measure, "–" for nothing. */
function cellText(typed: TypedRow, key: ColumnKey): string {
  const [own, ...others] = measures.map((measure) => (typed[measure][key] ?? "").trim());
  return [own || "–", ...others.filter((text) => text !== "")].join(" + ");
}
