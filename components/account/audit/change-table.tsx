import clsx from "clsx";
import { useTranslations } from "next-intl";

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
          <tr key={change.label} className="border-b border-line align-top">
            <th scope="row" className="py-1 pr-6 text-left font-normal">
              {change.label}
            </th>
            <td className={clsx("py-1 pr-6 tabular-nums", breaks(change.before))}>
              {change.before}
            </td>
            <td className={clsx("py-1 tabular-nums", breaks(change.after))}>{change.after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** JSON has no spaces to break at; words stay whole. */
function breaks(value: string): string {
  return value.length > 24 ? "wrap-anywhere" : "";
}
