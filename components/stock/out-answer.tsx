import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { StockAnswers } from "@/lib/stock/answers";
import { perDay } from "@/lib/stock/rate";
import type { Outlook } from "@/lib/stock/run-out";

import { AnswerCell } from "./answer-cell";

/** When the stock ends, as it is used now and as the goal asks for. */
export function OutAnswer(props: {
  readonly answers: StockAnswers;
  readonly lastDay: CalendarDay;
  /** Days that the recent pace is the mean of. */
  readonly days: number;
}) {
  const t = useTranslations("stock.answers");
  const format = formats(useLocale());
  const { lastDay } = props;
  const { atRecent, atRequired, recent, requiredPeople, enough } = props.answers;
  const when = (seen: Outlook) =>
    seen.emptyOn === null
      ? t("later")
      : seen.used === 0
        ? t("gone")
        : format.monthDay(seen.emptyOn);
  const known = [atRecent, atRequired].flatMap((seen) => seen ?? []);
  const isGone = known.length > 0 && known.every(({ used }) => used === 0);
  return (
    <AnswerCell
      number={2}
      question={t("out")}
      answer={
        known.length === 0 ? (
          t("unknown")
        ) : isGone ? (
          t("gone")
        ) : (
          <>
            {[...new Set(known.map(when))].map((day, at) => (
              <span key={day}>
                {at > 0 ? (
                  <span className="text-body font-normal text-ink3"> {t("or")} </span>
                ) : null}
                {day}
              </span>
            ))}
          </>
        )
      }
      {...(known.length === 0 && { tone: "unknown" as const })}
    >
      {isGone ? null : (
        <p>
          {atRecent && recent
            ? t("atRecent", {
                pace: format.pace(perDay(recent)),
                when: when(atRecent),
                expiry: atRecent.isByExpiry ? "yes" : "no",
              })
            : t("noRecent", { days: props.days })}
        </p>
      )}
      {isGone ? null : (
        <p>
          {atRequired && requiredPeople !== null
            ? t("atRequired", {
                pace: format.pace(requiredPeople),
                when: when(atRequired),
                last:
                  atRequired.emptyOn === null || atRequired.emptyOn > lastDay
                    ? "after"
                    : atRequired.emptyOn === lastDay
                      ? "on"
                      : "before",
              })
            : t("noRequired", {
                why:
                  enough.kind === "enough" && enough.people === 0
                    ? "done"
                    : enough.kind === "enough" || enough.kind === "short"
                      ? "over"
                      : "none",
              })}
        </p>
      )}
    </AnswerCell>
  );
}
