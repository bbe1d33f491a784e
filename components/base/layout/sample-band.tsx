import { useTranslations } from "next-intl";

/** Says on every screen and print that the figures are invented. */
export function SampleBand(props: { readonly isWholeInstallation?: boolean }) {
  const t = useTranslations("common.sample");
  return (
    <div
      role="note"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-sample-line bg-sample-tint px-4 py-1.5 text-note text-sample tablet:px-6 print:mb-2 print:border print:px-2"
    >
      <strong className="rounded-cell bg-sample px-2 font-semibold tracking-wider text-sample-tint print:bg-transparent print:p-0 print:text-sample">
        {t("label")}
      </strong>
      <span className="tablet:hidden print:hidden">{t("short")}</span>
      <span className="hidden tablet:inline print:inline">
        {props.isWholeInstallation ? t("installation") : t("long")}
      </span>
    </div>
  );
}
