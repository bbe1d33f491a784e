import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { StockBatch, StoreKey } from "@/lib/stock/stock";

/** A store with what it is called. */
export type StoreName = { readonly key: StoreKey; readonly name: string };

/** "AZ-01 · AstraZeneca", "Tidak diketahui · AstraZeneca" */
export function useBatchName() {
  const t = useTranslations("stock.batch");
  return ({ code, product }: Pick<StockBatch, "code" | "product">) =>
    t("name", { code: code ?? t("unknown"), product });
}

/** Doses in vials where their size is known and they are whole ones: "169 vial", "38.000 dosis". */
export function useAmount() {
  const t = useTranslations("stock.amount");
  return (doses: number, dosesPerVial: number | null): string =>
    dosesPerVial === null
      ? t("doses", { count: doses })
      : t("vials", { count: Math.floor(doses / dosesPerVial) });
}

/** The same as a bare number under a head that says the unit. */
export function useVialCount() {
  const format = formats(useLocale());
  return (doses: number, dosesPerVial: number | null): string =>
    format.count(dosesPerVial === null ? doses : Math.floor(doses / dosesPerVial));
}
