import { useLocale, useTranslations } from "next-intl";

import { Banner } from "@/components/base/ui/banner";
import { formats } from "@/lib/base/i18n/format";
import { addDays } from "@/lib/base/time/calendar-day";
import type { StandingSuccessor } from "@/lib/campaign/target-population/standing-successor";

/** Units that go on with another one's people, whose target population is still as it was before. */
export function MergedTargets(props: { readonly successors: readonly StandingSuccessor[] }) {
  const t = useTranslations("targets.merged");
  const format = formats(useLocale());
  const { successors } = props;
  if (successors.length === 0) return null;
  return (
    <Banner kind="warning" title={t("title", { count: successors.length })}>
      <ul className="grid gap-1">
        {successors.map(({ code, name, ended }) => (
          <li key={`${code} ${ended.unit}`}>
            {t("line", {
              name,
              ended: ended.name,
              until: format.day(ended.until),
              from: format.day(addDays(ended.until, 1)),
            })}
          </li>
        ))}
      </ul>
    </Banner>
  );
}
