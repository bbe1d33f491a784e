import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import type { FormState } from "@/lib/base/forms/form-state";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { PlaceReopening } from "@/lib/report/verification/day-access";
import type { PlaceProgress } from "@/lib/report/verification/queue";

import { TellLink } from "./tell-link";
import { ReasonForm } from "./reason-form";
import { useWhen, type ZonedMoment } from "./use-when";

const control =
  "min-h-11 w-full rounded-control border border-line-strong bg-surface px-3 text-dense text-ink tablet:min-h-10";

type Open = (previous: FormState, form: FormData) => Promise<FormState>;

/** Which days are open again, and opening another without being asked. */
export function OpenedPanel(props: {
  readonly actorId: string;
  readonly slug: string;
  readonly opened: readonly PlaceReopening[];
  /** Where those who fill in an opened day are told of it. */
  readonly tell: (opened: PlaceReopening) => string;
  readonly places: readonly PlaceProgress[];
  readonly days: readonly CalendarDay[];
  readonly moment: ZonedMoment;
  /** null: the campaign is put away. */
  readonly open: Open | null;
}) {
  const t = useTranslations("verification.opened");
  const format = formats(useLocale());
  const when = useWhen(props.moment);

  return (
    <Panel title={t("title")} note={props.opened.length > 0 ? t("note") : t("none")}>
      <ul className="mt-2 empty:hidden">
        {props.opened.map((opened) => (
          <li key={opened.id} className="border-t border-line py-2 text-dense">
            <span className="flex justify-between gap-3">
              <span className="font-medium">
                {t("row", { place: opened.placeName, day: format.shortDay(opened.day) })}
              </span>
              <span className="text-note whitespace-nowrap text-ink2">
                {opened.opensUntil === null ? null : t("until", { until: when(opened.opensUntil) })}
              </span>
            </span>
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <q className="text-note text-ink3">{opened.reason}</q>
              <TellLink
                href={props.tell(opened)}
                name={t("tellOf", { place: opened.placeName, day: format.shortDay(opened.day) })}
              />
            </p>
          </li>
        ))}
      </ul>
      {props.open === null ? null : <OpenDay {...props} open={props.open} />}
    </Panel>
  );
}

function OpenDay(props: Omit<Parameters<typeof OpenedPanel>[0], "open"> & { readonly open: Open }) {
  const t = useTranslations("verification.opened");
  const act = useTranslations("verification.act");
  const draft = useTranslations("draft");
  const format = formats(useLocale());
  return (
    <details className="mt-2 border-t border-line pt-1">
      <summary className="flex min-h-11 items-center text-dense font-semibold text-link tablet:min-h-8">
        {t("form")}
      </summary>
      <div className="pt-2">
        <ReasonForm
          id="buka"
          action={props.open}
          hidden={{ kampanye: props.slug }}
          label={t("reason")}
          button={t("open")}
          kept={{
            name: `${props.actorId}/buka/${props.slug}`,
            texts: { restored: draft("restored"), discard: draft("discard") },
          }}
          busy={act("busy")}
        >
          <div className="grid gap-1">
            <label htmlFor="buka-tempat" className="text-dense font-medium">
              {t("place")}
            </label>
            <select id="buka-tempat" name="tempat" className={control}>
              {props.places.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </div>
          <div className="grid gap-1">
            <label htmlFor="buka-hari" className="text-dense font-medium">
              {t("day")}
            </label>
            <select id="buka-hari" name="hari" className={control}>
              {props.days.map((day) => (
                <option key={day} value={day}>
                  {format.weekdayDay(day)}
                </option>
              ))}
            </select>
          </div>
        </ReasonForm>
      </div>
    </details>
  );
}
