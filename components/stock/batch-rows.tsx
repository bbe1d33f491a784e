import clsx from "clsx";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, NumberCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { routes, withQuery } from "@/lib/base/routes";
import type { BatchRow, Supply } from "@/lib/stock/supply";

import { useAmount, useVialCount } from "./stock-words";

/** Batches in the order in which they are used up; what expired is struck, with the way to discard it. */
export function BatchRows(props: { readonly slug: string; readonly supply: Supply }) {
  const t = useTranslations("stock.batches");
  const amount = useAmount();
  const { batches, totals, answers } = props.supply;
  return (
    <Panel title={t("title")} note={t("note", { amount: amount(totals.onHand, answers.vialSize) })}>
      <div className="mt-2">
        <PlainTable look="ruled-table" caption={t("title")} onPhone="cards">
          <TableHead>
            <HeadCell>{t("batch")}</HeadCell>
            <HeadCell isNumber>{t("stock")}</HeadCell>
            <HeadCell isNumber className="unsaid">
              {t("size")}
            </HeadCell>
            <HeadCell>{t("expiry")}</HeadCell>
            <HeadCell isNumber>{t("rest")}</HeadCell>
          </TableHead>
          <tbody>
            {batches.map((row, at) => (
              <Row key={row.id} slug={props.slug} row={row} place={at + 1} />
            ))}
          </tbody>
        </PlainTable>
      </div>
    </Panel>
  );
}

function Row(props: { readonly slug: string; readonly row: BatchRow; readonly place: number }) {
  const t = useTranslations("stock.batches");
  const words = useTranslations("stock.batch");
  const vials = useVialCount();
  const amount = useAmount();
  const format = formats(useLocale());
  const { row, slug } = props;
  const struck = row.isExpired && row.doses > 0 ? "line-through" : undefined;
  return (
    <tr>
      <RowHead>
        {props.place}.{" "}
        <Link
          href={withQuery(routes.stockBatch, { kampanye: slug, id: row.id })}
          className={clsx("tablet:whitespace-nowrap", struck)}
        >
          {row.code ?? words("unknown")}
        </Link>
        <span className="block text-note font-normal text-ink3">
          {row.product}
          {row.code === null ? ` · ${t("marked")}` : ""}
        </span>
      </RowHead>
      <NumberCell className={struck}>
        {row.dosesPerVial === null ? amount(row.doses, null) : vials(row.doses, row.dosesPerVial)}
      </NumberCell>
      <NumberCell className="unsaid">
        {row.dosesPerVial === null ? words("unknownSize") : format.count(row.dosesPerVial)}
      </NumberCell>
      <td className="note">
        <span className={clsx("tablet:whitespace-nowrap", struck)}>
          {row.expiresOn === null ? words("unknownExpiry") : format.day(row.expiresOn)}
        </span>
        <span className="block text-note text-ink3">
          {row.isExpired
            ? t("expired")
            : row.daysLeft === null
              ? ""
              : t("daysLeft", { days: row.daysLeft })}
        </span>
      </td>
      <NumberCell className="note">
        <Rest row={row} slug={slug} />
      </NumberCell>
    </tr>
  );
}

function Rest({ row, slug }: { readonly row: BatchRow; readonly slug: string }) {
  const t = useTranslations("stock.batches");
  const amount = useAmount();
  if (row.doses === 0) return <span className="text-ink3">{t("none")}</span>;
  if (row.isExpired) {
    return (
      <Link
        href={withQuery(routes.stockRecord, { kampanye: slug, jenis: "discard", batch: row.id })}
      >
        {t("discard")}
      </Link>
    );
  }
  if (row.unused === null) return t("unknown");
  return row.unused > 0 ? (
    <strong className="font-semibold text-behind">
      {t("unused", { amount: amount(row.unused, row.dosesPerVial) })}
    </strong>
  ) : (
    <span className="text-ink3">{t("used")}</span>
  );
}
