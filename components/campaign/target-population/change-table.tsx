import { ArrowRight, TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { formats, noData } from "@/lib/base/i18n/format";
import {
  coverageCounts,
  isLargeChange,
  type TargetChange,
} from "@/lib/campaign/target-population/in-force";

import { HeadCell, NumberCell, RowHead, ScrollTable, TableHead } from "@/components/base/ui/table";

/** Per subdistrict what the import would change, and what coverage would become. */
export function TargetChangeTable(props: {
  readonly intervention: string;
  readonly rows: readonly TargetChange[];
}) {
  const t = useTranslations("targets.preview");
  const head = useTranslations("targets");
  const f = formats(useLocale());
  return (
    <ScrollTable look="ruled-table" label={props.intervention} className="min-w-180">
      <TableHead>
        <HeadCell>{head("subdistrict")}</HeadCell>
        {[
          t("before"),
          t("after"),
          t("difference"),
          t("coverage", { intervention: props.intervention }),
        ].map((label) => (
          <HeadCell key={label} isNumber>
            {label}
          </HeadCell>
        ))}
        <td className="w-72 p-0" />
      </TableHead>
      <tbody>
        {props.rows.map((row) => {
          const counts = coverageCounts(row);
          return (
            <tr key={row.subdistrict}>
              <RowHead>{row.name}</RowHead>
              <NumberCell>{f.count(row.before)}</NumberCell>
              <NumberCell className="font-semibold">{f.count(row.after)}</NumberCell>
              <NumberCell>{difference(row, f)}</NumberCell>
              <NumberCell className="whitespace-nowrap">
                {f.coverage(counts.before)}{" "}
                <ArrowRight aria-hidden className="inline size-3.5 text-ink3" />{" "}
                <span className="font-semibold">{f.coverage(counts.after)}</span>
              </NumberCell>
              <td>
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
    </ScrollTable>
  );
}

/** "+22,4%"; a dash where there was nothing before. */
function difference(row: TargetChange, f: ReturnType<typeof formats>): string {
  if (row.before === null || row.before === 0) return noData;
  const tenths = Math.round(((row.after - row.before) * 1000) / row.before);
  const text = f.tenths(Math.abs(tenths));
  return tenths === 0 ? text : `${tenths > 0 ? "+" : "−"}${text}`;
}
