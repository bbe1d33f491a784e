import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import { localDay, type TimeZone } from "@/lib/base/time/time-zone";
import type { AnswerState, Review } from "@/lib/directive/directive";

/** What was said of a follow-up once. */
type Said = {
  readonly id: string;
  readonly at: string;
  readonly actorName: string;
  readonly kind: AnswerState | Review;
  readonly text: string;
  readonly evidence: string;
  readonly measured: number | null;
  readonly measuredOf: number | null;
};

/** What was said of a follow-up, the newest first, with what the figures said at that moment. */
export function EventList(props: { readonly events: readonly Said[]; readonly zone: TimeZone }) {
  const t = useTranslations("followUps");
  const format = formats(useLocale());
  if (props.events.length === 0) {
    return <p className="mt-2 text-dense text-ink2">{t("noHistory")}</p>;
  }
  return (
    <ol className="mt-3 grid gap-4 border-l-2 border-line pl-4">
      {props.events.map((event) => {
        const at = new Date(event.at);
        return (
          <li key={event.id} className="text-dense">
            <p>
              <strong className="font-semibold">{t(`events.${event.kind}`)}</strong>{" "}
              <span className="text-ink3">
                {event.actorName}, {format.monthDay(localDay(at, props.zone))}{" "}
                {format.time(at, props.zone)}
              </span>
            </p>
            {event.text ? <p className="wrap-anywhere whitespace-pre-line">{event.text}</p> : null}
            {event.evidence ? (
              <p className="wrap-anywhere whitespace-pre-line text-ink2">
                {t("evidence")}: {event.evidence}
              </p>
            ) : null}
            {event.measured !== null && event.measuredOf !== null ? (
              <p className="text-note text-ink3">
                {t("eventMeasured", { done: event.measured, of: event.measuredOf })}
              </p>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
