import clsx from "clsx";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";

import { Panel } from "@/components/base/ui/panel";
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
      <table className="mt-2 w-full text-dense">
        <thead>
          <tr className="border-b border-line-strong text-note">
            <th scope="col" className="py-2 text-left font-medium">
              {t("summary.rule")}
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              {t("summary.open")}
            </th>
            <th scope="col" className="py-2 pl-3 text-right font-medium">
              {t("summary.explained")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ rule, name, open, explained }) => (
            <tr
              key={name}
              className={clsx(
                "border-b border-line last:border-b-0",
                rule === null && "border-t border-t-line-strong font-semibold",
              )}
            >
              <th scope="row" className="text-left font-normal">
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
              </th>
              <td
                className={clsx(
                  "pl-3 text-right",
                  open > 0 ? "font-semibold text-ink" : "text-ink3",
                )}
              >
                {f.count(open)}
              </td>
              <td className="pl-3 text-right text-ink3">{f.count(explained)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
