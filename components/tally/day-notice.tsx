import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { Banner } from "@/components/ui/banner";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { lastDay } from "@/lib/campaign/calendar";
import { formats } from "@/lib/i18n/format";
import type { AskedDay, OpenDay } from "@/lib/tally/entry-day";

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

/** Says of a day that is over that it is; nothing today. */
export function PastDay(props: { readonly day: OpenDay; readonly todayHref: string }) {
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
        {t("ended.text")}
      </Banner>
    );
  }
  if (day.isToday) return null;
  return (
    <Banner
      kind="info"
      title={t("past.title")}
      action={
        <Link href={props.todayHref} prefetch={false} className="shrink-0 py-0.5">
          {t("today")}
        </Link>
      }
    >
      {t("past.text")}
    </Banner>
  );
}
