import { useTranslations } from "next-intl";

import type { Supply } from "@/lib/stock/supply";

import { useAmount } from "./stock-words";

/** The one sentence of the screen: what is short, and what is lost as it goes on now. */
export function StockHeadline({ supply }: { readonly supply: Supply }) {
  const t = useTranslations("stock.headline");
  const inDoses = useTranslations("stock.amount");
  const amount = useAmount();
  const { enough, vialSize, unusedAtRecent, expiredAlready } = supply.answers;
  const lost = unusedAtRecent.doses;
  const unused = lost === 0 ? "none" : inDoses("doses", { count: lost });
  const usable = supply.totals.onHand - expiredAlready;
  if (enough.kind === "short") {
    const { need, have } = enough.vials ?? enough.doses;
    const size = enough.vials ? vialSize : null;
    return t("short", { amount: amount((need - have) * (size ?? 1), size), unused });
  }
  if (enough.kind === "enough") return t("enough", { unused });
  if (usable === 0) return t("none");
  const stores = supply.stores.filter((row) => row.usable > 0).length;
  return t("stock", { amount: amount(usable, vialSize), stores, unused });
}
