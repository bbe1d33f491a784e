import { TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, NumberCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { isPointedOut, severalEvents, type BatchCount } from "@/lib/safety/rate";

/** How many events each batch has; one with several is pointed out. */
export function BatchTable({ batches }: { readonly batches: readonly BatchCount[] }) {
  const t = useTranslations("adverseEvents.batches");
  const f = formats(useLocale());
  const sum = (of: (batch: BatchCount) => number) =>
    batches.reduce((total, batch) => total + of(batch), 0);
  return (
    <Panel title={t("title")} note={t("note", { several: severalEvents })}>
      <PlainTable look="figures-table" className="mt-2">
        <TableHead>
          <HeadCell>{t("batch")}</HeadCell>
          <HeadCell isNumber>{t("events")}</HeadCell>
          <HeadCell isNumber>{t("serious")}</HeadCell>
        </TableHead>
        <tbody>
          {batches.map((batch) => (
            <tr key={batch.batch}>
              <RowHead className="py-1.5 wrap-anywhere">
                {batch.batch === "" ? (
                  <span className="text-ink3">{t("unknown")}</span>
                ) : (
                  <span className="font-semibold">{batch.batch}</span>
                )}
                {isPointedOut(batch) ? (
                  <span className="flex items-center gap-1 text-note font-semibold text-warn">
                    <TriangleAlert aria-hidden className="size-4 shrink-0" /> {t("several")}
                  </span>
                ) : null}
              </RowHead>
              <NumberCell>{f.count(batch.events)}</NumberCell>
              <NumberCell>{f.count(batch.serious)}</NumberCell>
            </tr>
          ))}
          <tr>
            <RowHead className="py-1.5 font-semibold">{t("all")}</RowHead>
            <NumberCell className="font-semibold">
              {f.count(sum(({ events }) => events))}
            </NumberCell>
            <NumberCell className="font-semibold">
              {f.count(sum(({ serious }) => serious))}
            </NumberCell>
          </tr>
        </tbody>
      </PlainTable>
    </Panel>
  );
}
