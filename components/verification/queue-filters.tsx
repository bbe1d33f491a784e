import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { Button } from "@/components/ui/button";
import { formats } from "@/lib/i18n/format";
import { routes } from "@/lib/routes";
import { reportStatuses } from "@/lib/tally/schema";
import type { CalendarDay } from "@/lib/time/calendar-day";
import type { PlaceProgress } from "@/lib/verification/queue";
import { everyStatus, statusNames, type QueueParams } from "@/lib/verification/queue-params";

/** Which reports to look at: a plain form whose values stand in the address. */
export function QueueFilters(props: {
  readonly slug: string;
  readonly params: QueueParams;
  readonly places: readonly PlaceProgress[];
  /** Days that reports may be about, the latest first. */
  readonly days: readonly CalendarDay[];
}) {
  const t = useTranslations("verification.filters");
  const format = formats(useLocale());
  const { params } = props;
  const status = params.status === null ? everyStatus : statusNames[params.status];

  return (
    <form
      action={routes.verification}
      aria-label={t("label")}
      className="mt-4 flex flex-wrap items-end gap-2 border-b border-line pb-4"
    >
      <input type="hidden" name="kampanye" value={props.slug} />
      <Choice id="kecamatan" label={t("place")} value={params.place ?? ""}>
        <option value="">{t("everyPlace")}</option>
        {props.places.map(({ code, name, waiting }) => (
          <option key={code} value={code}>
            {t("placeOption", { name, waiting })}
          </option>
        ))}
      </Choice>
      <Choice id="hari" label={t("day")} value={params.day ?? ""}>
        <option value="">{t("everyDay")}</option>
        {props.days.map((day) => (
          <option key={day} value={day}>
            {format.weekdayDay(day)}
          </option>
        ))}
      </Choice>
      <Choice id="status" label={t("status")} value={status}>
        {reportStatuses.map((each) => (
          <option key={each} value={statusNames[each]}>
            {t(`statuses.${each}`)}
          </option>
        ))}
        <option value={everyStatus}>{t("statuses.all")}</option>
      </Choice>
      <label className="flex min-h-11 items-center gap-2 px-1 text-dense tablet:min-h-9">
        <input
          type="checkbox"
          name="peringatan"
          value="1"
          key={String(params.isWarned)}
          defaultChecked={params.isWarned}
          className="size-5 accent-brand"
        />
        {t("warned")}
      </label>
      <Button type="submit" className="tablet:min-h-9">
        {t("show")}
      </Button>
    </form>
  );
}

function Choice(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="grid gap-1 max-tablet:w-full">
      <label htmlFor={props.id} className="text-note text-ink2">
        {props.label}
      </label>
      <select
        id={props.id}
        key={props.value}
        name={props.id}
        defaultValue={props.value}
        className="min-h-11 rounded-control border border-line-strong bg-surface px-3 text-dense text-ink tablet:min-h-9 tablet:max-w-66"
      >
        {props.children}
      </select>
    </div>
  );
}
