import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, NumberCell, PlainTable, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { addDays, type CalendarDay } from "@/lib/base/time/calendar-day";
import { chartLines, type ChartLines } from "@/lib/stock/chart-line";
import { perDay } from "@/lib/stock/rate";
import type { Supply } from "@/lib/stock/supply";

import { StockChart } from "./stock-chart";
import { useAmount } from "./stock-words";

/** The chart of the stock, what it says in a sentence, and its figures as text. */
export function ChartPanel(props: {
  readonly supply: Supply;
  readonly baseDay: CalendarDay;
  readonly lastDay: CalendarDay;
}) {
  const t = useTranslations("stock.chart");
  const { answers } = props.supply;
  const from = addDays(props.baseDay, 1);
  const lines = chartLines(answers, { from, lastDay: props.lastDay });
  const sentence = useSentence(props.supply, from);
  return (
    <Panel title={t("title")} note={t("note")} className="max-tablet:order-last">
      <StockChart lines={lines} from={from} vialSize={answers.vialSize} sentence={sentence} />
      <p className="text-note text-ink3">
        {t(answers.vialSize === null ? "unitDoses" : "unitVials")}
      </p>
      <p className="mt-2 text-dense text-ink2">{sentence}</p>
      <details className="mt-2 text-dense print:hidden">
        <summary className="flex min-h-11 items-center underline underline-offset-2">
          {t("asTable")}
        </summary>
        <LineTable lines={lines} from={from} vialSize={answers.vialSize} supply={props.supply} />
      </details>
    </Panel>
  );
}

function useSentence({ answers, totals }: Supply, from: CalendarDay): string {
  const t = useTranslations("stock.chart");
  const answer = useTranslations("stock.answers");
  const amount = useAmount();
  const format = formats(useLocale());
  const { atRecent, atRequired, recent, requiredPeople, vialSize, expiredAlready } = answers;
  const dayOf = (day: CalendarDay | null) => (day === null ? answer("later") : format.day(day));
  return t("sentence", {
    now: amount(totals.onHand - expiredAlready, vialSize),
    from: format.day(from),
    recent:
      atRecent && recent
        ? t("recentOut", { pace: format.pace(perDay(recent)), day: dayOf(atRecent.emptyOn) })
        : t("recentNone"),
    required:
      atRequired && requiredPeople !== null
        ? t("requiredOut", { pace: format.pace(requiredPeople), day: dayOf(atRequired.emptyOn) })
        : t("requiredNone"),
    expired: (atRecent?.expired ?? [])
      .filter(({ doses }) => doses > 0)
      .map(({ day, doses }) =>
        t("expiredSome", { amount: amount(doses, vialSize), day: format.day(day) }),
      )
      .join(" "),
  }).trim();
}

function LineTable(props: {
  readonly lines: ChartLines;
  readonly from: CalendarDay;
  readonly vialSize: number | null;
  readonly supply: Supply;
}) {
  const t = useTranslations("stock.chart");
  const amount = useAmount();
  const format = formats(useLocale());
  const { recent, requiredPeople } = props.supply.answers;
  const rows = [
    { pace: recent && t("recent", { pace: format.pace(perDay(recent)) }), of: props.lines.recent },
    {
      pace: requiredPeople && t("required", { pace: format.pace(requiredPeople) }),
      of: props.lines.required,
    },
  ].flatMap(({ pace, of }) => of.map((point, at) => ({ ...point, pace, key: `${pace}${at}` })));
  return (
    <PlainTable look="ruled-table" caption={t("title")}>
      <TableHead>
        <HeadCell>{t("line")}</HeadCell>
        <HeadCell>{t("day")}</HeadCell>
        <HeadCell isNumber>{t("stock")}</HeadCell>
      </TableHead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td>{row.pace}</td>
            <td>{format.day(addDays(props.from, row.at - 1))}</td>
            <NumberCell>{amount(Math.round(row.value), props.vialSize)}</NumberCell>
          </tr>
        ))}
      </tbody>
    </PlainTable>
  );
}
