import { TrendingDown, TrendingUp } from "lucide-react";
import { useTranslations } from "next-intl";

import type { PlaceRow } from "@/lib/monitor/coverage-view-rows";

/** Baik, Cukup, Kurang, or Jelek, with the arrow of the trend and without a colour. */
export function PwsWord({ row }: { readonly row: Pick<PlaceRow, "pws" | "trend"> }) {
  const t = useTranslations("coverage.pws");
  if (row.pws === null || row.trend === null) return <span className="text-ink3">–</span>;
  const Arrow = row.trend === "up" ? TrendingUp : TrendingDown;
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <Arrow role="img" aria-label={t(row.trend)} className="size-4" />
      {t(row.pws)}
    </span>
  );
}
