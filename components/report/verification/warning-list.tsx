import { TriangleAlert } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { EntryColumn } from "@/lib/report/entry-row";
import type { CountWarning, QueueReport } from "@/lib/report/verification/queue";

/** What is to be looked at before a report is verified, in words. */
export function WarningList(props: {
  readonly report: QueueReport;
  readonly columns: readonly EntryColumn[];
}) {
  const t = useTranslations("verification.warning");
  const words = useWarningWords();
  const { report, columns } = props;
  const cells = report.cells.flatMap(({ key, residents, warning }) =>
    warning ? [{ key, residents, warning }] : [],
  );
  const corrections = report.version - 1;

  return (
    <ul aria-label={t("label")} className="flex min-w-0 flex-wrap gap-x-3 gap-y-1 text-note">
      {cells.map(({ key, residents, warning }) => {
        const column = columns.find((each) => each.key === key);
        return (
          <li key={key} className="flex items-start gap-1.5 text-warn">
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            <span>
              {t("cell", {
                column: column ? `${column.shortName} ${column.shortGroupName}` : key,
                count: words.count(residents),
                reasons: words.reasons(warning),
              })}
            </span>
          </li>
        );
      })}
      {report.isOnTime ? null : <Mark>{t("late")}</Mark>}
      {report.isOwn && report.status !== "verified" ? <Mark>{t("own")}</Mark> : null}
      {report.isSelfVerified ? <Mark>{t("selfVerified")}</Mark> : null}
      {corrections > 0 ? <Mark>{t("corrected", { times: corrections })}</Mark> : null}
    </ul>
  );
}

function Mark(props: { readonly children: string }) {
  return (
    <li className="rounded-pill border border-line-strong px-2 text-axis font-medium text-ink2">
      {props.children}
    </li>
  );
}

function useWarningWords() {
  const t = useTranslations("verification.warning");
  const format = formats(useLocale());

  function reasons({ entry, above, isTakenBack }: CountWarning): string {
    const parts: string[] = [];
    if (isTakenBack) parts.push(t("takenBack"));
    if (entry?.kinds.includes("exceedsRemaining") && entry.remaining !== null) {
      parts.push(entry.remaining > 0 ? t("left", { left: entry.remaining }) : t("none"));
    }
    if (entry?.kinds.includes("threeTimesUsual") && entry.usual) {
      parts.push(t("usual", entry.usual));
    }
    if (above) {
      const coverage = format.coverage({
        dosesAdministered: above.doses,
        targetPopulation: above.people,
      });
      parts.push(t("above", { coverage, ...above }));
    }
    return format.list(parts);
  }

  return { count: format.count, reasons };
}
