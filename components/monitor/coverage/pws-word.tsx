import { useTranslations } from "next-intl";

import type { PlaceRow } from "@/lib/monitor/coverage/rows";

/** Lucide's trending-up and trending-down, in one stroke each: hundreds of rows have one. */
const arrows = {
  up: "M16 7h6v6M22 7l-8.5 8.5-5-5L2 17",
  down: "M16 17h6v-6M22 17l-8.5-8.5-5 5L2 7",
} as const;

/** Baik, Cukup, Kurang, or Jelek, with the arrow of the trend and without a colour. */
export function PwsWord({ row }: { readonly row: Pick<PlaceRow, "pws" | "trend"> }) {
  const t = useTranslations("coverage.pws");
  if (row.pws === null || row.trend === null) return <span className="text-ink3">–</span>;
  return (
    <span className="trend-word">
      <svg viewBox="0 0 24 24" role="img" aria-label={t(row.trend)}>
        <path d={arrows[row.trend]} />
      </svg>
      {t(row.pws)}
    </span>
  );
}
