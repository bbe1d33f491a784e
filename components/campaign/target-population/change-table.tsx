import { ArrowRight, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { formats, noData } from "@/lib/base/i18n/format";
import {
  coverageCounts,
  isLargeChange,
  type TargetChange,
} from "@/lib/campaign/target-population/in-force";

import { ScrollRegion } from "@/components/base/ui/scroll-region";

/** Per subdistrict what the import would change, and what coverage would become. */
export function TargetChangeTable(props: {
  readonly intervention: string;
  readonly rows: readonly TargetChange[];
}) {
  const t = useTranslations("targets.preview");
  const head = useTranslations("targets");
  const f = formats(useLocale());
  return (
    <ScrollRegion label={props.intervention}>
      <table className="w-full min-w-180 text-dense">
        <thead>
          <tr className="border-b border-line-strong text-right text-note">
            <th scope="col" className="py-2 pr-4 text-left font-medium">
              {head("subdistrict")}
            </th>
            {[t("before"), t("after"), t("difference")].map((label) => (
              <th key={label} scope="col" className="py-2 pr-4 font-medium">
                {label}
              </th>
            ))}
            <th scope="col" className="py-2 pr-4 font-medium">
              {t("coverage", { intervention: props.intervention })}
            </th>
            <td className="w-72" />
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => {
            const counts = coverageCounts(row);
            return (
              <tr key={row.subdistrict} className="border-b border-line text-right">
                <th scope="row" className="py-2 pr-4 text-left font-medium">
                  {row.name}
                </th>
                <td className="py-2 pr-4">{f.count(row.before)}</td>
                <td className="py-2 pr-4 font-semibold">{f.count(row.after)}</td>
                <td className="py-2 pr-4">{difference(row, f)}</td>
                <td className="py-2 pr-4 whitespace-nowrap">
                  {f.coverage(counts.before)}{" "}
                  <ArrowRight aria-hidden className="inline size-3.5 text-ink3" />{" "}
                  <span className="font-semibold">{f.coverage(counts.after)}</span>
                </td>
                <td className="py-2 text-left">
                  {isLargeChange(row) ? (
                    <span className="inline-flex items-center gap-1.5 font-medium text-warn">
                      <TriangleAlert aria-hidden className="size-4 shrink-0" />
                      {t("large")}
                    </span>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

/** "+22,4%"; a dash where there was nothing before. */
function difference(row: TargetChange, f: ReturnType<typeof formats>): string {
  if (row.before === null || row.before === 0) return noData;
  const tenths = Math.round(((row.after - row.before) * 1000) / row.before);
  const text = f.tenths(Math.abs(tenths));
  return tenths === 0 ? text : `${tenths > 0 ? "+" : "−"}${text}`;
}
