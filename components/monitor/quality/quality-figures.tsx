import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { ReviewedFinding } from "@/lib/monitor/quality/server/review";

/** Four figures: how much is open, for whom, and what was explained. */
export function QualityFigures(props: { readonly findings: readonly ReviewedFinding[] }) {
  const t = useTranslations("quality.figures");
  const f = formats(useLocale());
  const open = props.findings.filter(({ isExplained }) => !isExplained);
  const places = new Set(open.flatMap(({ subdistrict }) => subdistrict?.code ?? []));
  const waiting = (who: ReviewedFinding["resolver"]) =>
    open.filter(({ resolver }) => resolver === who).length;
  const figures = [
    {
      label: t("open"),
      value: open.length,
      note: places.size > 0 ? t("openNote", { places: places.size }) : null,
    },
    { label: t("subdistrict"), value: waiting("subdistrict"), note: t("subdistrictNote") },
    { label: t("healthOffice"), value: waiting("healthOffice"), note: t("healthOfficeNote") },
    {
      label: t("explained"),
      value: props.findings.length - open.length,
      note: t("explainedNote"),
    },
  ];

  return (
    <dl className="grid grid-cols-2 overflow-hidden rounded-panel border border-line bg-surface desktop:grid-cols-4">
      {figures.map(({ label, value, note }) => (
        <div
          key={label}
          className="-mt-px -ml-px border-t border-l border-line px-4 py-3 tablet:px-5"
        >
          <dt className="text-note text-ink2">{label}</dt>
          <dd>
            <span className="block text-title font-semibold">{f.count(value)}</span>
            <span className="hidden text-note text-ink3 tablet:block">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
