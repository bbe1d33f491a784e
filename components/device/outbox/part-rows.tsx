"use client";

import { partKeyOf } from "@/lib/report/part/key";
import { usePartNames } from "@/components/report/use-part-names";
import { RowHead } from "@/components/base/ui/table";
import { noData } from "@/lib/base/i18n/format";
import type { EntryColumn } from "@/lib/report/entry-row";
import { type ReportPart } from "@/lib/report/part/part";

/** What two reports say besides tallies, side by side. */
export function PartRows(props: {
  readonly columns: readonly EntryColumn[];
  readonly mine: readonly ReportPart[];
  readonly theirs: readonly ReportPart[];
}) {
  const nameOf = usePartNames(
    (code) => props.columns.find((each) => each.intervention === code)?.interventionName,
  );
  const [mine, theirs] = [props.mine, props.theirs].map(
    (parts) => new Map(parts.map((part) => [partKeyOf(part), part])),
  );
  const all = new Map([...(theirs ?? []), ...(mine ?? [])]);
  return [...all].map(([key, part]) => {
    const own = mine?.get(key)?.count ?? noData;
    const other = theirs?.get(key)?.count ?? noData;
    const weight = own === other ? "text-ink3" : "font-semibold";
    return (
      <tr key={key}>
        <RowHead>{nameOf(part)}</RowHead>
        <td className={weight}>{own}</td>
        <td className={weight}>{other}</td>
      </tr>
    );
  });
}
