import clsx from "clsx";
import { useTranslations } from "next-intl";

import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";

/** What stood there before and after the deed. */
export function ChangeTable(props: {
  readonly changes: readonly {
    readonly label: string;
    readonly before: string;
    readonly after: string;
  }[];
}) {
  const t = useTranslations("audit");
  return (
    <PlainTable look="ruled-table" caption={t("tableCaption")} className="tight w-auto text-note">
      <TableHead>
        {(["what", "before", "after"] as const).map((head) => (
          <HeadCell key={head} className="pr-6">
            {t(head)}
          </HeadCell>
        ))}
      </TableHead>
      <tbody>
        {props.changes.map((change) => (
          <tr key={change.label}>
            <RowHead className="pr-6">{change.label}</RowHead>
            <td className={clsx("pr-6 tabular-nums", breaks(change.before))}>{change.before}</td>
            <td className={clsx("tabular-nums", breaks(change.after))}>{change.after}</td>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}

/** JSON has no spaces to break at; words stay whole. */
function breaks(value: string): string {
  return value.length > 24 ? "wrap-anywhere" : "";
}
