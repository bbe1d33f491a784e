import { useTranslations } from "next-intl";

import type { Change } from "@/lib/audit/change";
import { noData } from "@/lib/i18n/format";

/** What stood there before and after the deed. */
export function ChangeTable(props: {
  readonly changes: readonly (Change & { readonly label: string })[];
}) {
  const t = useTranslations("audit");
  return (
    <table className="text-note">
      <caption className="sr-only">{t("tableCaption")}</caption>
      <thead>
        <tr className="border-b border-line-strong text-left">
          {(["what", "before", "after"] as const).map((head) => (
            <th key={head} scope="col" className="py-1 pr-6 font-medium">
              {t(head)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.changes.map((change) => (
          <tr key={JSON.stringify(change.what)} className="border-b border-line align-top">
            <th scope="row" className="py-1 pr-6 text-left font-normal">
              {change.label}
            </th>
            <td className="py-1 pr-6 wrap-anywhere tabular-nums">{change.before ?? noData}</td>
            <td className="py-1 wrap-anywhere tabular-nums">{change.after ?? noData}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
