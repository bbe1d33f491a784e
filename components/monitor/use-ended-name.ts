import { useLocale, useTranslations } from "next-intl";

import type { UnitEnd } from "@/lib/campaign/campaign";
import { endedWords } from "@/lib/monitor/ended-words";

/** What a row is called: the name alone, or of a unit that had ended, with when and who goes on. */
export function useEndedName(ended: ReadonlyMap<string, UnitEnd>) {
  const t = useTranslations("places.ended");
  const locale = useLocale();
  return ({ code, name }: { readonly code: string; readonly name: string }): string => {
    const end = ended.get(code);
    return end ? t("name", { name, end: endedWords(t, locale, end) }) : name;
  };
}
