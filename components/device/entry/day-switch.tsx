import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { OpenDay } from "@/lib/report/entry-day";

/** The day, and the way to its neighbours among the days that can be filled in; never the future. */
export function DaySwitch(props: {
  readonly day: OpenDay;
  readonly hrefOf: (day: string) => string;
  /** phone: two lines across the screen; desk: one line in a box. */
  readonly look: "phone" | "desk";
  readonly note?: string;
}) {
  const t = useTranslations("entry");
  const format = formats(useLocale());
  const { day, look } = props;
  const name = format.weekdayDay(day.day);
  const number = day.isClosed ? t("closedDay") : day.isSweeping ? t("sweepingDay") : null;

  return (
    <nav
      aria-label={t("chooseDay")}
      className={
        look === "desk"
          ? "flex min-h-10 items-center rounded-control border border-line-strong bg-surface"
          : "flex items-center"
      }
    >
      <Step
        to={day.previous}
        hrefOf={props.hrefOf}
        label={day.previous ? t("previousDay", { day: format.weekdayDay(day.previous) }) : null}
        none={t("noPreviousDay")}
      >
        <ChevronLeft aria-hidden className="size-5" />
      </Step>
      {look === "desk" ? (
        <span className="px-1 text-dense font-semibold">
          {number ? `${name} (${number})` : t("dayOf", { day: name, number: day.number })}
        </span>
      ) : (
        <div className="grow text-center">
          <p className="text-panel font-semibold">{name}</p>
          <p className="text-note text-ink2">
            {number ?? t("dayNumber", { number: day.number, days: day.days })}
            {props.note ? ` · ${props.note}` : ""}
          </p>
        </div>
      )}
      <Step
        to={day.next}
        hrefOf={props.hrefOf}
        label={day.next ? t("nextDay", { day: format.weekdayDay(day.next) }) : null}
        none={t("noNextDay")}
      >
        <ChevronRight aria-hidden className="size-5" />
      </Step>
    </nav>
  );
}

function Step(props: {
  readonly to: string | null;
  readonly hrefOf: (day: string) => string;
  readonly label: string | null;
  readonly none: string;
  readonly children: React.ReactNode;
}) {
  const box = "grid size-11 shrink-0 place-items-center rounded-control desktop:size-9.5";
  return props.to && props.label ? (
    <Link
      href={props.hrefOf(props.to)}
      prefetch={false}
      aria-label={props.label}
      className={`${box} text-ink hover:bg-sunken`}
    >
      {props.children}
    </Link>
  ) : (
    <span role="img" aria-label={props.none} className={`${box} text-line-strong`}>
      {props.children}
    </span>
  );
}
