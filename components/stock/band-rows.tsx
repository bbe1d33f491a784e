import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, NumberCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { stockBands } from "@/lib/stock/band";
import { perDay } from "@/lib/stock/rate";
import type { StoreRow, Supply } from "@/lib/stock/supply";

import { BandBar, BandMark } from "./band-mark";
import { useAmount } from "./stock-words";

/** How many days each store lasts, in the ministry's bands. */
export function BandRows(props: {
  readonly supply: Supply;
  readonly nameOf: (store: string) => string;
}) {
  const t = useTranslations("stock.bands");
  const { stores, answers, recentDays } = props.supply;
  const counts = Object.fromEntries(
    stockBands.map((band) => [band, stores.filter((row) => row.band === band).length]),
  );
  const none = stores.filter(({ band }) => band === null).length;
  const ordered = [...stores].sort((a, b) => rankOf(a) - rankOf(b));
  return (
    <Panel title={t("title")} note={t("counts", { ...counts, none })}>
      <div className="mt-2">
        <PlainTable look="ruled-table" caption={t("title")} onPhone="cards">
          <TableHead>
            <HeadCell>{t("place")}</HeadCell>
            <HeadCell isNumber>{t("stock")}</HeadCell>
            <HeadCell isNumber className="unsaid">
              {t("use")}
            </HeadCell>
            <HeadCell className="unsaid">7 · 10 · 14</HeadCell>
            <HeadCell isNumber>{t("days")}</HeadCell>
            <HeadCell>{t("band")}</HeadCell>
            <HeadCell isNumber className="unsaid">
              {t("toTen")}
            </HeadCell>
          </TableHead>
          <tbody>
            {ordered.map((row) => (
              <Row
                key={row.store}
                row={row}
                name={props.nameOf(row.store)}
                vialSize={answers.vialSize}
              />
            ))}
          </tbody>
        </PlainTable>
      </div>
      <p className="mt-2 text-note text-ink3">{t("note", { days: recentDays })}</p>
    </Panel>
  );
}

/** The shortest first; without use last, where nobody waits. */
function rankOf({ days }: StoreRow): number {
  return days ?? Infinity;
}

function Row(props: {
  readonly row: StoreRow;
  readonly name: string;
  readonly vialSize: number | null;
}) {
  const t = useTranslations("stock.bands");
  const amount = useAmount();
  const format = formats(useLocale());
  const { row, vialSize } = props;
  const size = vialSize ?? 1;
  const toTen = Math.ceil(row.toTen / size);
  return (
    <tr>
      <RowHead>{props.name}</RowHead>
      <NumberCell>{amount(row.usable, vialSize)}</NumberCell>
      <NumberCell className="unsaid">
        {row.rate.doses === 0 ? t("noUse") : format.pace(perDay(row.rate) / size)}
      </NumberCell>
      <td className="unsaid w-1/4">
        <BandBar days={row.days} band={row.band} />
      </td>
      <NumberCell className="note">
        {row.days === null
          ? t("noUse")
          : t("bar", { days: format.pace(Math.floor(row.days * 10) / 10) })}
      </NumberCell>
      <td className="note">
        {row.band === null ? (
          t("noUse")
        ) : (
          <span className="inline-flex items-center gap-2 font-semibold">
            <BandMark band={row.band} />
            {t(row.band)}
          </span>
        )}
      </td>
      <NumberCell className="note">{toTen === 0 ? t("noUse") : format.signed(toTen)}</NumberCell>
    </tr>
  );
}
