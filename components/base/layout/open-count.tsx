import { useLocale, useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";

/** How much work of a screen is open, beside its name; nothing when it is none. */
export function OpenCount({ count }: { readonly count: number | undefined }) {
  const t = useTranslations("navigation");
  const format = formats(useLocale());
  if (!count) return null;
  return (
    <span className="ml-auto rounded-pill border border-line-strong px-2 text-axis font-semibold desktop:max-wide:mx-auto desktop:max-wide:px-1">
      <span aria-hidden>{format.count(count)}</span>
      <span className="sr-only">{t("openWork", { count: format.count(count) })}</span>
    </span>
  );
}
