import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { ScrollRegion } from "@/components/base/ui/scroll-region";
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
      <ScrollRegion label={t("days")} className="mt-2">
        <table className="w-full min-w-140 text-dense">
          <thead>
            <tr className="border-b border-line-strong text-right text-note">
              <th scope="col" className="py-2 pr-4 text-left font-medium">
                {t("day")}
              </th>
              {heads.map((head) => (
                <th key={head} scope="col" className="py-2 pr-4 font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.days.map((each) => (
              <tr key={each.day} className="border-b border-line text-right">
                <th scope="row" className="py-2 pr-4 text-left font-medium whitespace-nowrap">
                  {f.longDay(each.day)}
                </th>
                <td className="py-2 pr-4">{f.count(each.rows)}</td>
                <td className="py-2 pr-4">{f.count(each.fresh)}</td>
                <td className="py-2 pr-4">{f.count(each.same)}</td>
                <td className="py-2 pr-4">{f.count(each.differs)}</td>
                <td className="py-2 pr-4 font-semibold">{f.count(each.doses)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </Panel>
  );
}
