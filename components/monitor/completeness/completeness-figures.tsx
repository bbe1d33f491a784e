import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";

import { withoutUnplaced } from "@/lib/campaign/unplaced";
import { isCompleteDay } from "@/lib/coverage/completeness";
import { ratioTenths } from "@/lib/coverage/percent";
import { rowNoun } from "@/lib/monitor/completeness/view";
import { formats } from "@/lib/base/i18n/format";

import type { CompletenessProps } from "./completeness-props";

/** The four figures: the day's reports, complete rows, timeliness, and all days together. */
export function CompletenessFigures({ campaign, view }: CompletenessProps) {
  const t = useTranslations("completeness.figures");
  const words = useTranslations("places.counted");
  const heads = useTranslations("places.heads");
  const format = formats(useLocale());
  const { onDay, total, root, noun } = view;
  const hour = format.hour(campaign.reportCutOff);
  const share = (numerator: number, denominator: number) =>
    format.tenths(ratioTenths({ numerator, denominator }));
  const isExpected = onDay.expected > 0;
  const isByPart = root.rowsAre !== "unit";
  const waiting = withoutUnplaced(view.waiting).length;

  return (
    <dl
      aria-label={t("label")}
      className={clsx(
        "mt-4 grid grid-cols-2 gap-px overflow-hidden rounded-panel border border-line bg-line desktop:grid-cols-4",
        // The sentence above says it, and a phone has the calendar to show.
        !isByPart && "max-tablet:hidden",
      )}
    >
      <Figure
        name={
          view.isToday
            ? view.lastReceivedAt
              ? t("todayUntil", { time: format.time(view.lastReceivedAt, campaign.timeZone) })
              : t("today")
            : format.weekdayDay(view.day)
        }
        value={isExpected ? share(onDay.received, onDay.expected) : format.count(onDay.received)}
      >
        {isExpected ? (
          <>
            {t("reports", {
              received: format.count(onDay.received),
              expected: format.count(onDay.expected),
              noun: words(noun, { count: onDay.expected }),
            })}
            ;{" "}
            {isCompleteDay(onDay) ? (
              t("enough")
            ) : (
              <b className="font-semibold text-behind">{t("below")}</b>
            )}
          </>
        ) : (
          t(view.closedDays.includes(view.day) ? "closed" : "sweeping")
        )}
      </Figure>
      <Figure
        name={
          root.setKind !== null
            ? t("partsSets", { noun: heads(rowNoun(view)) })
            : t(isByPart ? "parts" : "partsUnits")
        }
        value={t("partsOf", {
          complete: format.count(isByPart ? view.completeRows : onDay.received),
          // A place that owes nothing is not one that could be complete.
          all: format.count(isExpected ? view.owingRows : view.countedRows),
        })}
      >
        {isByPart && waiting > 0
          ? t("waiting", {
              count: format.count(waiting),
              noun: words("subdistrict", { count: waiting }),
            })
          : !isByPart && onDay.missing > 0
            ? t("waiting", {
                count: format.count(onDay.missing),
                noun: words(noun, { count: onDay.missing }),
              })
            : t("noneWaiting")}
      </Figure>
      <Figure
        name={view.isToday ? t("onTimeToday") : t("onTimeDay", { day: format.shortDay(view.day) })}
        value={isExpected ? share(onDay.onTime, onDay.expected) : format.count(onDay.onTime)}
      >
        {view.isPastCutOff
          ? t("onTime", {
              onTime: format.count(onDay.onTime),
              late: format.count(onDay.received - onDay.onTime),
              noun: words(noun, { count: onDay.onTime }),
              time: hour,
            })
          : t("onTimeOpen", {
              onTime: format.count(onDay.onTime),
              noun: words(noun, { count: onDay.onTime }),
              time: hour,
            })}
      </Figure>
      {campaign.rhythm === "sessions" ? (
        <Figure name={t("since")} value={format.count(total.received)}>
          {t("sinceSessions")}
        </Figure>
      ) : (
        <Figure name={t("since")} value={share(total.received, total.expected)}>
          {t(view.belowDays.length > 0 ? "sinceBelow" : "sinceText", {
            received: format.count(total.received),
            expected: format.count(total.expected),
            days: view.belowDays.length,
          })}
        </Figure>
      )}
    </dl>
  );
}

function Figure(props: {
  readonly name: string;
  readonly value: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="bg-surface p-4 tablet:px-5">
      <dt className="text-note text-ink2">{props.name}</dt>
      <dd>
        <span className="block text-title font-semibold">{props.value}</span>
        <span className="block text-note text-ink2">{props.children}</span>
      </dd>
    </div>
  );
}
