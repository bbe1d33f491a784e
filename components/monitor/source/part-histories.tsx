import { partKeyOf } from "@/lib/report/part/key";
import { useLocale, useTranslations } from "next-intl";

import { HeadCell, NumberCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { usePartNames } from "@/components/report/use-part-names";
import { formats } from "@/lib/base/i18n/format";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";
import type { PartHistory } from "@/lib/report/history-schema";

/** What a report says besides tallies, and every value that each number ever had. */
export function PartHistories(props: {
  readonly parts: readonly PartHistory[];
  readonly interventions: readonly { readonly code: string; readonly shortName: string }[];
  readonly timeZone: TimeZone;
}) {
  const t = useTranslations("source");
  const own = useTranslations("reportParts.history");
  const format = formats(useLocale());
  const nameOf = usePartNames(
    (code) => props.interventions.find((each) => each.code === code)?.shortName,
  );
  return (
    <ScrollTable look="dense-table" onPhone="cards" label={own("title")} frame="mt-3">
      <TableHead>
        <HeadCell>{own("title")}</HeadCell>
        <HeadCell isNumber>{t("report.value")}</HeadCell>
        <HeadCell>{t("report.history")}</HeadCell>
      </TableHead>
      <tbody>
        {props.parts.map(({ values, ...number }) => (
          <tr key={partKeyOf(number)} className="align-top">
            <RowHead>{nameOf(number)}</RowHead>
            <NumberCell className="font-semibold">
              {format.count(values[0]?.count ?? null)}
            </NumberCell>
            <td className="max-tablet:basis-full tablet:min-w-64">
              <ol className="space-y-1">
                {values.map(({ submission, count, by, receivedAt, via }) => {
                  const at = new Date(receivedAt);
                  return (
                    <li key={submission}>
                      <b className="font-semibold">
                        {count === null ? own("removed") : format.count(count)}
                      </b>
                      <span className="text-ink2">
                        {" · "}
                        {by ?? t("report.someone")}, {format.shortDay(localDay(at, props.timeZone))}
                        , {format.time(at, props.timeZone)} · {t(`via.${via}`)}
                      </span>
                    </li>
                  );
                })}
              </ol>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
