import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import { ButtonLink } from "@/components/base/ui/button-link";
import { EmptyState } from "@/components/base/ui/empty-state";
import { lastDay } from "@/lib/campaign/calendar";
import { formats } from "@/lib/base/i18n/format";
import type { AskedDay, OpenDay } from "@/lib/report/entry-day";

/** Why a day cannot be filled in, and which can. */
export function ClosedDay(props: {
  readonly asked: Exclude<AskedDay, OpenDay>;
  readonly hrefOf: (day: string) => string;
}) {
  const t = useTranslations("entry");
  const format = formats(useLocale());
  const { asked } = props;
  if (asked.kind === "before") {
    return (
      <EmptyState title={t("before.title")}>
        {t("before.text", { day: format.longDay(asked.startsOn) })}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t(`${asked.kind}.title`, { day: format.longDay(asked.day) })}
      footer={
        <ButtonLink variant="primary" size="phone" href={props.hrefOf(asked.open)}>
          {t(`${asked.kind}.open`, { day: format.weekdayDay(asked.open) })}
        </ButtonLink>
      }
    >
      {t(`${asked.kind}.text`)}
    </EmptyState>
  );
}

/** What `PastDay` says, in a few words; null today. */
export function usePastHeadline({ isEnded, isToday, round }: OpenDay): string | null {
  const t = useTranslations("entry.notices");
  const format = formats(useLocale());
  if (isEnded) return t("ended", { number: round.number, day: format.day(lastDay(round)) });
  return isToday ? null : t("past");
}

/**
 * Says of a day that is over that it is, and who may still change it; nothing today.
 *
 * @param props.isBound for who a day closes at its cut-off.
 */
export function PastDay(props: {
  readonly day: OpenDay;
  readonly todayHref: string;
  readonly isBound: boolean;
}) {
  const t = useTranslations("entry");
  const format = formats(useLocale());
  const { day } = props;
  if (day.isEnded) {
    return (
      <Banner
        kind="info"
        title={t("ended.title", {
          number: day.round.number,
          day: format.day(lastDay(day.round)),
        })}
      >
        {props.isBound ? t("past.bound", { day: format.monthDay(day.day) }) : t("ended.text")}
      </Banner>
    );
  }
  if (day.isToday) return null;
  return (
    <Banner
      kind="info"
      title={t("past.title", { day: format.weekdayDay(day.day) })}
      action={
        <Link href={props.todayHref} prefetch={false} className="shrink-0 py-0.5">
          {t("today")}
        </Link>
      }
    >
      {props.isBound ? t("past.bound", { day: format.monthDay(day.day) }) : t("past.text")}
    </Banner>
  );
}

/**
 * Without a connection: the day closed at its cut-off, as far as this device knows. What is typed is
 * kept, and arrives when the health office has opened the day again.
 */
export function ClosedMeanwhile(props: { readonly day: OpenDay; readonly time: string }) {
  const t = useTranslations("entry");
  const format = formats(useLocale());
  return (
    <Banner
      kind="warning"
      title={t("closedOffline.title", {
        day: format.weekdayDay(props.day.day),
        time: props.time,
      })}
    >
      {t("closedOffline.text")}
    </Banner>
  );
}
