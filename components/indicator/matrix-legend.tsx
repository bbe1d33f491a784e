import { useTranslations } from "next-intl";

/** What arrows, words, ring and dot mean, under the matrix. */
export function MatrixLegend({ noun }: { readonly noun: string }) {
  const t = useTranslations("indicators.matrix");
  const words = useTranslations("indicators.verdicts");
  return (
    <div className="mt-3 grid gap-1 text-note text-ink3">
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <span>
          <span className="verdict better">↑ {words("better")}</span> {t("legendGood")}
        </span>
        <span>
          <span className="verdict worse">↑ {words("worse")}</span> {t("legendBad")}
        </span>
        <span>
          <span aria-hidden>○</span> {t("legendFirst")}, <span aria-hidden>●</span> {t("legendNow")}
        </span>
      </p>
      <p>{t("note", { noun })}</p>
    </div>
  );
}
