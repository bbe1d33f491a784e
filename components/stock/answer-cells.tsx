import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { CalendarDay } from "@/lib/base/time/calendar-day";
import type { StockAnswers } from "@/lib/stock/answers";
import { perDay, usageIndex } from "@/lib/stock/rate";
import type { Supply } from "@/lib/stock/supply";

import { AnswerCell } from "./answer-cell";
import { OutAnswer } from "./out-answer";
import { useAmount } from "./stock-words";

/** The three questions that the screen is opened for, each answered in words. */
export function AnswerCells(props: { readonly supply: Supply; readonly lastDay: CalendarDay }) {
  const t = useTranslations("stock.answers");
  const { answers } = props.supply;
  return (
    <section
      aria-label={t("label")}
      className="grid divide-line rounded-panel border border-line bg-surface max-tablet:divide-y tablet:grid-cols-3 tablet:divide-x"
    >
      <EnoughAnswer supply={props.supply} />
      <OutAnswer answers={answers} lastDay={props.lastDay} days={props.supply.recentDays} />
      <UnusedAnswer supply={props.supply} lastDay={props.lastDay} />
    </section>
  );
}

function EnoughAnswer({ supply }: { readonly supply: Supply }) {
  const t = useTranslations("stock.answers");
  const amount = useAmount();
  const format = formats(useLocale());
  const { enough, vialSize } = supply.answers;
  const have = amount(usableOf(supply.answers, supply), vialSize);
  const cell = { number: 1, question: t("enough") };
  if (enough.kind !== "enough" && enough.kind !== "short") {
    return (
      <AnswerCell {...cell} answer={t("unknown")} tone="unknown">
        <p>{enough.kind === "noStock" ? t("noStock") : t(enough.kind, { have })}</p>
      </AnswerCell>
    );
  }
  const { people, doses, vials } = enough;
  const size = vials === null ? null : vialSize;
  const lack = (vials ?? doses).need - (vials ?? doses).have;
  const index = supply.opened && usageIndex(supply.opened);
  return (
    <AnswerCell
      {...cell}
      answer={
        enough.kind === "enough" ? t("yes") : t("no", { amount: amount(lack * (size ?? 1), size) })
      }
      {...(enough.kind === "short" && { tone: "bad" as const })}
    >
      <p>{t("need", { people, need: amount((vials ?? doses).need * (size ?? 1), size), have })}</p>
      <p>
        {size === null
          ? t("byDoses")
          : index === null
            ? t("bySize", { size })
            : t("byIndex", { size, index: format.pace(Math.round(index * 100) / 100) })}
      </p>
    </AnswerCell>
  );
}

/** Doses that may still be given. */
function usableOf({ expiredAlready }: StockAnswers, { totals }: Supply): number {
  return totals.onHand - expiredAlready;
}

function UnusedAnswer(props: { readonly supply: Supply; readonly lastDay: CalendarDay }) {
  const t = useTranslations("stock.answers");
  const amount = useTranslations("stock.amount");
  const format = formats(useLocale());
  const { answers, batches } = props.supply;
  const { unusedAtRecent, unusedAtRequired, expiredAlready, recent, requiredPeople } = answers;
  const last = format.day(props.lastDay);
  const names = batches
    .filter(({ id }) => unusedAtRecent.batches.includes(id))
    .map(({ code, product }) => code ?? product);
  const all = unusedAtRecent.doses + expiredAlready;
  const undated = batches.reduce(
    (sum, { expiresOn, doses }) => (expiresOn === null ? sum + doses : sum),
    0,
  );
  return (
    <AnswerCell
      number={3}
      question={t("unused")}
      answer={amount("doses", { count: all })}
      {...(all > 0 && { tone: "bad" as const })}
    >
      <p>
        {recent === null
          ? t("unusedIdle", { doses: unusedAtRecent.doses, last })
          : unusedAtRecent.doses === 0
            ? t("unusedNone", { last, pace: format.pace(perDay(recent)) })
            : t("unusedRecent", {
                doses: unusedAtRecent.doses,
                batches: format.list(names),
                last,
                pace: format.pace(perDay(recent)),
              })}
      </p>
      {unusedAtRequired && requiredPeople !== null ? (
        <p>
          {t("unusedRequired", {
            doses: unusedAtRequired.doses,
            pace: format.pace(requiredPeople),
          })}
        </p>
      ) : null}
      {expiredAlready > 0 ? <p>{t("unusedAlready", { doses: expiredAlready })}</p> : null}
      {undated > 0 ? <p>{t("unknownDay", { doses: undated })}</p> : null}
    </AnswerCell>
  );
}
