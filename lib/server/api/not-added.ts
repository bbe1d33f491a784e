import { createTranslator } from "next-intl";

import type { Campaign } from "@/lib/campaign/campaign";
import { whyNotAdded, type NotAddedReason } from "@/lib/campaign/figure";
import type { Locale } from "@/lib/base/i18n/locale";
import { catalogues } from "@/lib/base/i18n/messages";
import { sentenceFormats } from "@/lib/base/i18n/sentence-formats";
import { sentenceWords, worded, type Wording } from "@/lib/base/i18n/wording";

import type { CoverageAnswer } from "./schema/coverage";

/** The interventions that were asked for and have no total, with the reason in both languages. */
export function notAddedOf(
  { interventions }: Campaign,
  asked: { readonly intervention?: string | undefined; readonly targetGroup?: string | undefined },
): CoverageAnswer["notAdded"] {
  if (asked.targetGroup !== undefined) return [];
  return interventions
    .filter(({ code }) => asked.intervention === undefined || code === asked.intervention)
    .flatMap((each) => {
      const reason = whyNotAdded(each);
      const words = (locale: Locale) => (reason ? inWords(reason, each.wording, locale) : "");
      return reason === null
        ? []
        : [
            {
              intervention: each.code,
              total: null,
              reason,
              inWords: { id: words("id"), en: words("en") },
            },
          ];
    });
}

function inWords(reason: NotAddedReason, wording: Wording, locale: Locale): string {
  const t = worded(
    createTranslator({
      locale,
      messages: catalogues[locale],
      namespace: "coverage.notAdded",
      formats: sentenceFormats,
    }),
    sentenceWords(wording, catalogues[locale].words, locale),
  );
  return `${t("title")} ${t(reason)}`;
}
