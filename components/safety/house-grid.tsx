import clsx from "clsx";
import { House as HouseIcon } from "lucide-react";
import { useTranslations } from "next-intl";

import { Shape } from "@/components/monitor/coverage/status-shape";
import { isMissed, type House } from "@/lib/safety/rapid-assessment";

/** The houses of a visit as they were found: five in a row, four on a phone. */
export function HouseGrid({ houses }: { readonly houses: readonly House[] }) {
  const t = useTranslations("rapidAssessments.detail");
  const reasons = useTranslations("reportParts.codes");
  return (
    <ol className="mt-3 grid grid-cols-4 gap-1.5 tablet:grid-cols-5 tablet:gap-2">
      {houses.map((house) => {
        const isBad = isMissed(house);
        const { number, people, reached, reason } = house;
        return (
          <li
            key={number}
            className={clsx(
              "min-h-16 min-w-0 border p-1.5 tablet:p-2",
              isBad ? "border-behind-fill bg-behind-tint text-behind" : "border-line-strong",
            )}
          >
            <p className="flex items-start justify-between text-note text-ink3">
              <span className="sr-only">{t("house", { number })}</span>
              <span aria-hidden>{number}</span>
              <Shape shape={isBad ? "behind" : "reached"} size={14} className="shrink-0" />
            </p>
            <p className="flex items-center gap-1 text-note font-semibold tabular-nums tablet:text-dense">
              <HouseIcon aria-hidden className="size-4 shrink-0 max-tablet:hidden" />
              {t("of", { reached, people })}
            </p>
            {isBad ? (
              <p className="text-axis font-semibold wrap-anywhere hyphens-auto tablet:text-note">
                {reason === null ? t("noReason") : reasons(reason)}
              </p>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
