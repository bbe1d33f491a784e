import { useTranslations } from "next-intl";

import type { EntryWords } from "@/components/device/entry/use-entry-words";
import { typedOf, type EntryColumn, type TypedRow } from "@/lib/report/entry-row";
import type { StoredReport } from "@/lib/report/schema";

/** The two reports of one village and day. */
export type Conflict = {
  readonly columns: readonly EntryColumn[];
  readonly words: EntryWords;
  /** Doses of the day as they are typed here. */
  readonly mine: TypedRow & { readonly isZero: boolean };
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
      <table className="w-full text-dense">
        <thead>
          <tr className="border-b-2 border-line-strong text-note">
            <th scope="col" className="py-1.5 text-left font-medium">
              {t("column")}
            </th>
            <th scope="col" className="py-1.5 pl-4 text-right font-medium">
              {t("mine")}
            </th>
            <th scope="col" className="py-1.5 pl-4 text-right font-medium">
              {t("theirs", sent)}
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map((column) => {
            const own = mine.isZero
              ? "0"
              : cellText(mine.residents[column.key], mine.nonResidents[column.key]);
            const other = standing.zero
              ? "0"
              : cellText(theirs.residents[column.key], theirs.nonResidents[column.key]);
            const weight = own === other ? "text-ink3" : "font-semibold";
            return (
              <tr key={column.key} className="border-b border-line">
                <th scope="row" className="py-1.5 text-left font-normal">
                  {words.columnName(column)}
                </th>
                <td className={`py-1.5 pl-4 text-right ${weight}`}>{own}</td>
                <td className={`py-1.5 pl-4 text-right ${weight}`}>{other}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

/** "13", "13 + 2" with those from outside, "–" for nothing. */
function cellText(residents = "", nonResidents = ""): string {
  const own = residents.trim() || "–";
  return nonResidents.trim() === "" ? own : `${own} + ${nonResidents.trim()}`;
}
