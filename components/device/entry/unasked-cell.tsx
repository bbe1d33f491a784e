import clsx from "clsx";
import { useTranslations } from "next-intl";

import { noData } from "@/lib/base/i18n/format";

/** Where a column is not asked of the row's unit: nothing to type, and the keys pass over it. */
export function UnaskedCell(props: {
  readonly isDense: boolean;
  readonly startsIntervention: boolean;
}) {
  const t = useTranslations("entry.grid");
  return (
    <td
      colSpan={props.isDense ? 1 : 2}
      title={t("unasked")}
      className={clsx(
        "h-11 border-b border-l border-b-line bg-canvas text-center text-dense text-ink3",
        props.startsIntervention ? "border-l-line-strong" : "border-l-line",
      )}
    >
      {noData}
    </td>
  );
}
