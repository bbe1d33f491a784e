import type { useTranslations } from "next-intl";

import { formats } from "@/lib/base/i18n/format";
import type { Locale } from "@/lib/base/i18n/locale";
import type { UnitEnd } from "@/lib/campaign/campaign";

type Translate = ReturnType<typeof useTranslations<"places.ended">>;

/** That a unit ended, when, and who goes on with its people. */
export function endedWords(t: Translate, locale: Locale, { until, successors }: UnitEnd): string {
  const day = formats(locale).day(until);
  if (successors.length === 0) return t("closed", { day });
  const names = successors.map(({ name }) => name);
  return t("continued", { day, successors: new Intl.ListFormat(locale).format(names) });
}
