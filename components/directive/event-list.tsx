import { useTranslations } from "next-intl";

import { RecordHistory } from "@/components/base/register/record-history";
import type { TimeZone } from "@/lib/base/time/time-zone";
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
  return (
    <RecordHistory
      zone={props.zone}
      none={t("noHistory")}
      items={props.events.map((event) => ({
        id: event.id,
        at: new Date(event.at),
        actorName: event.actorName,
        what: t(`events.${event.kind}`),
        said: <SaidWords event={event} />,
      }))}
    />
  );
}

function SaidWords({ event }: { readonly event: Said }) {
  const t = useTranslations("followUps");
  return (
    <>
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
    </>
  );
}
