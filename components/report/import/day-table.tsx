import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, NumberCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import type { PlanView } from "@/lib/report/import/preview";

/** What the file says of each day: how many units, what is new of it, and how many doses. */
export function DayTable(props: {
  readonly days: PlanView["days"];
  readonly figures: "daily" | "cumulative";
}) {
  const t = useTranslations("tallyImport.preview");
  const f = formats(useLocale());
  const heads = [t("units"), t("fresh"), t("same"), t("differs"), t("doses")];
  return (
    <Panel title={t("days")} note={t(props.figures === "daily" ? "daysDaily" : "daysCumulative")}>
      <ScrollTable look="ruled-table" label={t("days")} frame="mt-2" className="min-w-140">
        <TableHead>
          <HeadCell>{t("day")}</HeadCell>
          {heads.map((head) => (
            <HeadCell key={head} isNumber>
              {head}
            </HeadCell>
          ))}
        </TableHead>
        <tbody>
          {props.days.map((each) => (
            <tr key={each.day}>
              <RowHead className="whitespace-nowrap">{f.longDay(each.day)}</RowHead>
              <NumberCell>{f.count(each.rows)}</NumberCell>
              <NumberCell>{f.count(each.fresh)}</NumberCell>
              <NumberCell>{f.count(each.same)}</NumberCell>
              <NumberCell>{f.count(each.differs)}</NumberCell>
              <NumberCell className="pr-4 font-semibold">{f.count(each.doses)}</NumberCell>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Panel>
  );
}
