import { useLocale, useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import { formats } from "@/lib/base/i18n/format";
import type { CoverageParams } from "@/lib/monitor/coverage/params";

/** Names each value of the address that means nothing here, and what is shown instead. */
export function IgnoredNotice({ ignored, intervention }: CoverageParams) {
  const t = useTranslations("coverage.ignored");
  const format = formats(useLocale());
  if (ignored.length === 0) return null;

  return (
    <div className="mb-4">
      <Banner kind="warning" title={t("title")} role="status">
        {ignored
          .map(({ name, value, reason }) =>
            t(reason, {
              name,
              value: reason === "future" || reason === "outsideRound" ? format.day(value) : value,
              intervention: intervention.shortName,
            }),
          )
          .join(" ")}
      </Banner>
    </div>
  );
}
