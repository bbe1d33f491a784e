import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { EmptyState } from "@/components/base/ui/empty-state";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";

/** No adverse event is recorded: said with the last day on which a unit reported that nobody came. */
export function NothingRecorded(props: {
  readonly lastZero: CalendarDay | null;
  readonly action: ReactNode;
}) {
  const t = useTranslations("adverseEvents.empty");
  const f = formats(useLocale());
  return (
    <EmptyState title={t("title")} footer={props.action}>
      {props.lastZero === null ? t("noZero") : t("zero", { day: f.longDay(props.lastZero) })}{" "}
      {t("text")}
    </EmptyState>
  );
}
