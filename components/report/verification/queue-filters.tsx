import { useLocale, useTranslations } from "next-intl";

import { Button } from "@/components/base/ui/button";
import { FilterChoice } from "@/components/base/ui/filter-choice";
import { FilterFold } from "@/components/base/ui/filter-fold";
import { formats } from "@/lib/base/i18n/format";
import { wordOfSetKind } from "@/lib/campaign/unit-set/unit-set";
import { routes } from "@/lib/base/routes";
import { reportStatuses } from "@/lib/report/schema";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { PlaceProgress } from "@/lib/report/verification/queue";
import { everyStatus, statusNames, type QueueParams } from "@/lib/report/verification/queue-params";

/** Which reports to look at: a plain form whose values stand in the address. */
export function QueueFilters(props: {
  readonly slug: string;
  readonly params: QueueParams;
  readonly places: readonly PlaceProgress[];
  /** Days that reports may be about, the latest first. */
  readonly days: readonly CalendarDay[];
}) {
  const t = useTranslations("verification.filters");
  const places = useTranslations("places.groupings");
  const format = formats(useLocale());
  const { params } = props;
  const everyPlace = t(params.setKind === null ? "everyPlace" : "everySet");
  const status = params.status === null ? everyStatus : statusNames[params.status];
  const chosen = [
    props.places.find(({ code }) => code === params.place)?.name ?? everyPlace,
    ...(params.day === null ? [] : [format.shortDay(params.day)]),
    t(`statuses.${params.status ?? "all"}`),
    ...(params.isWarned ? [t("warned")] : []),
  ];

  return (
    <div className="mt-4 border-b border-line pb-4">
      <FilterFold label={t("fold")} chosen={chosen}>
        <form
          action={routes.verification}
          aria-label={t("label")}
          className="flex flex-wrap items-end gap-2"
        >
          <input type="hidden" name="kampanye" value={props.slug} />
          {params.setKind === null ? null : (
            <input type="hidden" name="per" value={wordOfSetKind(params.setKind)} />
          )}
          <FilterChoice
            className="max-tablet:w-full"
            id="kecamatan"
            label={places(params.setKind ?? "subdistrict")}
            value={params.place ?? ""}
          >
            <option value="">{everyPlace}</option>
            {props.places.map(({ code, name, waiting }) => (
              <option key={code} value={code}>
                {t("placeOption", { name, waiting })}
              </option>
            ))}
          </FilterChoice>
          <FilterChoice
            className="max-tablet:w-full"
            id="hari"
            label={t("day")}
            value={params.day ?? ""}
          >
            <option value="">{t("everyDay")}</option>
            {props.days.map((day) => (
              <option key={day} value={day}>
                {format.weekdayDay(day)}
              </option>
            ))}
          </FilterChoice>
          <FilterChoice
            className="max-tablet:w-full"
            id="status"
            label={t("status")}
            value={status}
          >
            {reportStatuses.map((each) => (
              <option key={each} value={statusNames[each]}>
                {t(`statuses.${each}`)}
              </option>
            ))}
            <option value={everyStatus}>{t("statuses.all")}</option>
          </FilterChoice>
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
          <Button type="submit" size="filter">
            {t("show")}
          </Button>
        </form>
      </FilterFold>
    </div>
  );
}
