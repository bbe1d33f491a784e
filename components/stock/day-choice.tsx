import { useLocale, useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { DayFilter } from "@/components/base/ui/date-field";
import { FilterForm } from "@/components/base/ui/filter-form";
import { routes } from "@/lib/base/routes";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** The day that the stock is looked at on. */
export function DayChoice(props: {
  readonly slug: string;
  readonly line: string | undefined;
  readonly day: CalendarDay;
}) {
  const t = useTranslations("stock");
  return (
    <FilterForm action={routes.stock} className="flex flex-wrap items-end gap-2 print:hidden">
      <input type="hidden" name="kampanye" value={props.slug} />
      {props.line ? <input type="hidden" name="vaksin" value={props.line} /> : null}
      <DayFilter
        id="tanggal"
        name="tanggal"
        key={props.day}
        label={t("dayLabel")}
        locale={useLocale()}
        defaultValue={props.day}
      />
      <Button type="submit" className="max-tablet:min-h-11">
        {t("dayShow")}
      </Button>
    </FilterForm>
  );
}
