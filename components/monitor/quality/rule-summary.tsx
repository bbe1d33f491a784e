import clsx from "clsx";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
import { HeadCell, PlainTable, RowHead, TableHead } from "@/components/base/ui/table";
import { formats } from "@/lib/base/i18n/format";
import { qualityQuery, type QualityParams } from "@/lib/monitor/quality/params";
import type { RuleCount } from "@/lib/monitor/quality/server/review";
import { routes, withQuery } from "@/lib/base/routes";

/** How many findings each rule has, open and explained; each rule is a link to its own. */
export function RuleSummary(props: {
  readonly slug: string;
  readonly params: QualityParams;
  readonly counts: readonly RuleCount[];
}) {
  const t = useTranslations("quality");
  const f = formats(useLocale());
  const sum = (of: "open" | "explained") => props.counts.reduce((all, count) => all + count[of], 0);
  const at = (changes: Partial<QualityParams>) =>
    withQuery(
      routes.quality,
      qualityQuery(props.slug, { ...props.params, isShowingAll: false, ...changes }),
    );
  const rows = [
    ...props.counts.map(({ rule, ...count }) => ({
      ...count,
      rule,
      name: t(`rules.${rule}.title`),
    })),
    { rule: null, name: t("summary.total"), open: sum("open"), explained: sum("explained") },
  ];

  return (
    <Panel title={t("summary.title")} note={t("summary.note")}>
      <PlainTable look="figures-table" className="mt-2">
        <TableHead>
          <HeadCell>{t("summary.rule")}</HeadCell>
          <HeadCell>{t("summary.open")}</HeadCell>
          <HeadCell>{t("summary.explained")}</HeadCell>
        </TableHead>
        <tbody>
          {rows.map(({ rule, name, open, explained }) => (
            <tr
              key={name}
              className={clsx(
                "last:border-b-0",
                rule === null && "border-t border-t-line-strong font-semibold",
              )}
            >
              <RowHead>
                <Link
                  href={at({ rule })}
                  aria-current={props.params.rule === rule ? "true" : undefined}
                  className={clsx(
                    "inline-flex min-h-11 items-center tablet:min-h-8.5",
                    props.params.rule === rule ? "font-semibold text-ink" : "text-link underline",
                  )}
                >
                  {name}
                </Link>
              </RowHead>
              <td className={open > 0 ? "font-semibold text-ink" : "text-ink3"}>{f.count(open)}</td>
              <td className="text-ink3">{f.count(explained)}</td>
            </tr>
          ))}
        </tbody>
      </PlainTable>
    </Panel>
  );
}
