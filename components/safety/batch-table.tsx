import { TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, NumberCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { formats, noData } from "@/lib/base/i18n/format";
import { isPointedOut, ratePer10000, severalEvents, type IssuedBatch } from "@/lib/safety/rate";

/** How many events each batch has; one with several is pointed out. */
export function BatchTable({ batches }: { readonly batches: readonly IssuedBatch[] }) {
  const t = useTranslations("adverseEvents.batches");
  const f = formats(useLocale());
  const sum = (of: (batch: IssuedBatch) => number) =>
    batches.reduce((total, batch) => total + of(batch), 0);
  const isIssued = batches.some(({ issued }) => issued !== null);
  const rateOf = ({ events, issued }: IssuedBatch) => {
    const rate = issued === null ? null : ratePer10000({ events, given: issued });
    return rate === null ? noData : f.tenths(rate).replace("%", "");
  };
  return (
    <Panel title={t("title")} note={t("note", { several: severalEvents })}>
      <PlainTable look="figures-table" className="mt-2">
        <TableHead>
          <HeadCell>{t("batch")}</HeadCell>
          <HeadCell isNumber>{t("events")}</HeadCell>
          {isIssued ? null : <HeadCell isNumber>{t("serious")}</HeadCell>}
          {isIssued ? <HeadCell isNumber>{t("issued")}</HeadCell> : null}
          {isIssued ? <HeadCell isNumber>{t("rate")}</HeadCell> : null}
        </TableHead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.batch}>
              <RowHead className="py-1.5 wrap-break-word">
                {batch.batch === "" ? (
                  <span className="text-ink3">{t("unknown")}</span>
                ) : (
                  <span className="font-semibold">{batch.batch}</span>
                )}
                {isIssued && batch.serious > 0 ? (
                  <span className="block text-note text-ink3">
                    {t("seriousOf", { count: batch.serious })}
                  </span>
                ) : null}
                {isPointedOut(batch) ? (
                  <span className="flex items-center gap-1 text-note font-semibold text-warn">
                    <TriangleAlert aria-hidden className="size-4 shrink-0" /> {t("several")}
                  </span>
                ) : null}
              </RowHead>
              <NumberCell>{f.count(batch.events)}</NumberCell>
              {isIssued ? null : <NumberCell>{f.count(batch.serious)}</NumberCell>}
              {isIssued ? <NumberCell>{f.count(batch.issued)}</NumberCell> : null}
              {isIssued ? <NumberCell className="font-semibold">{rateOf(batch)}</NumberCell> : null}
            </tr>
          ))}
          <tr>
            <RowHead className="py-1.5 font-semibold">{t("all")}</RowHead>
            <NumberCell className="font-semibold">
              {f.count(sum(({ events }) => events))}
            </NumberCell>
            {isIssued ? null : (
              <NumberCell className="font-semibold">
                {f.count(sum(({ serious }) => serious))}
              </NumberCell>
            )}
            {isIssued ? <td colSpan={2} /> : null}
          </tr>
        </tbody>
      </PlainTable>
      <p className="mt-2 text-note text-ink3">{t(isIssued ? "issuedNote" : "noIssued")}</p>
    </Panel>
  );
}
