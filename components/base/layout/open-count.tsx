import { useLocale, useTranslations } from "next-intl";

import type { Open } from "@/lib/account/navigation";
import { formats } from "@/lib/base/i18n/format";

/** Other campaigns that are named; of more it says how many: it stands on every page. */
const maxNamed = 3;

/**
 * How much work of a screen is open, beside its name: in the campaign that is looked at, and with a plus
 * in others that run today. Nothing when it is none.
 */
export function OpenCount({ open }: { readonly open: Open | undefined }) {
  const t = useTranslations("navigation");
  const format = formats(useLocale());
  if (!open || (open.here === 0 && open.elsewhere.length === 0)) return null;
  const { here, elsewhere } = open;
  const more = elsewhere.reduce((sum, { count }) => sum + count, 0);
  const shown = [
    ...(here > 0 ? [format.count(here)] : []),
    ...(more > 0 ? [`+${format.count(more)}`] : []),
  ].join(" ");
  const said = [
    ...(here > 0 ? [t("openWork", { count: format.count(here) })] : []),
    ...elsewhere
      .slice(0, maxNamed)
      .map(({ campaign, count }) => t("openElsewhere", { count: format.count(count), campaign })),
    ...(elsewhere.length > maxNamed
      ? [t("openInMore", { count: elsewhere.length - maxNamed })]
      : []),
  ].join(", ");
  return (
    <span
      title={elsewhere.length > 0 ? said : undefined}
      className="ml-auto rounded-pill border border-line-strong px-1.5 text-axis font-semibold whitespace-nowrap desktop:max-wide:mx-auto desktop:max-wide:px-1"
    >
      <span aria-hidden>{shown}</span>
      <span className="sr-only">{said}</span>
    </span>
  );
}
