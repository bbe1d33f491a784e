import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { DraftSent } from "@/components/base/kept/draft-sent";
import { Banner } from "@/components/base/ui/banner";
import type { FormState } from "@/lib/base/forms/form-state";
import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import { localTime, timeZoneNames } from "@/lib/base/time/time-zone";
import type { DayAccess, Reopening } from "@/lib/report/verification/day-access";
import { openingAnchor } from "@/lib/report/verification/opening-address";

import { ReasonForm } from "./reason-form";
import { useWhen, type ZonedMoment } from "./use-when";

/**
 * Says that a day is closed, and asks for it to be opened; or that it is open again, until when.
 * Nothing while the day is open anyway.
 */
export function DayAccessNotice(props: {
  readonly access: DayAccess;
  readonly actorId: string;
  readonly slug: string;
  /** Code of the subdistrict. */
  readonly place: string;
  readonly day: CalendarDay;
  readonly moment: ZonedMoment;
  /** Way to today; null on today itself. */
  readonly todayHref: string | null;
  readonly ask: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The form is unfolded: the person came to ask. */
  readonly isAsked?: boolean;
}) {
  const t = useTranslations("verification.entry");
  const act = useTranslations("verification.act");
  const entry = useTranslations("entry");
  const draft = useTranslations("draft");
  const format = formats(useLocale());
  const when = useWhen(props.moment);
  const { access, day, moment } = props;
  const keptName = `${props.actorId}/minta-buka/${props.slug}/${props.place}/${day}`;
  const dayName = format.weekdayDay(day);
  const today =
    props.todayHref === null ? null : (
      <Link
        href={props.todayHref}
        prefetch={false}
        className="inline-flex min-h-11 items-center underline tablet:min-h-8"
      >
        {entry("today")}
      </Link>
    );

  if (access.openUntil !== null) {
    return (
      <Banner kind="info" title={t("open", { day: dayName, until: when(access.openUntil) })}>
        {t("openText")}
        {today ? <p>{today}</p> : null}
      </Banner>
    );
  }
  if (!access.isClosed) return null;

  const closedAt = `${format.hour(localTime(new Date(access.closesAt), moment.zone))} ${timeZoneNames[moment.zone]}`;
  const { latest } = access;
  return (
    <div id={openingAnchor} className="scroll-mt-20">
      <Banner kind="warning" title={t("closed", { day: dayName, time: closedAt })}>
        {t("closedText")}
        {latest ? <Latest latest={latest} moment={moment} /> : null}
        <div className="flex flex-wrap gap-x-6">
          {latest?.decision === null ? (
            <DraftSent name={keptName} />
          ) : (
            <details open={props.isAsked} className="open:basis-full">
              <summary className="inline-flex min-h-11 items-center font-semibold text-link underline tablet:min-h-8">
                {t("ask")}
              </summary>
              <div className="pt-1 pb-1">
                <ReasonForm
                  id="minta-buka"
                  action={props.ask}
                  hidden={{ kampanye: props.slug, tempat: props.place, hari: day }}
                  label={t("askReason")}
                  hint={t("askHint")}
                  button={t("askNow")}
                  kept={{
                    name: keptName,
                    texts: { restored: draft("restored"), discard: draft("discard") },
                  }}
                  busy={act("busy")}
                />
              </div>
            </details>
          )}
          {today}
        </div>
      </Banner>
    </div>
  );
}

function Latest(props: { readonly latest: Reopening; readonly moment: ZonedMoment }) {
  const t = useTranslations("verification.entry");
  const when = useWhen(props.moment);
  const { latest } = props;
  const decided = when(latest.decidedAt ?? latest.askedAt);
  switch (latest.decision) {
    case null:
      return (
        <p className="mt-1" role="status">
          <strong className="font-semibold">
            {latest.isOwn || latest.askedBy === null
              ? t("pending", { when: when(latest.askedAt) })
              : t("pendingOther", { who: latest.askedBy, when: when(latest.askedAt) })}
          </strong>{" "}
          {t("pendingReason", { reason: latest.reason })}
        </p>
      );
    case "declined":
      return (
        <p className="mt-1 font-semibold">
          {latest.note === null
            ? t("declinedBare", { when: decided })
            : t("declined", { when: decided, note: latest.note })}
        </p>
      );
    case "opened":
      return (
        <p className="mt-1 font-semibold">
          {t("expired", { when: when(latest.opensUntil ?? latest.askedAt) })}
        </p>
      );
  }
}
