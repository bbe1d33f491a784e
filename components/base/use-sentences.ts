import {
  useLocale,
  useMessages,
  useTranslations,
  type Locale,
  type Messages,
  type NamespaceKeys,
  type NestedKeyOf,
} from "next-intl";

import { sentenceWords, worded, type Wording } from "@/lib/base/i18n/wording";

/**
 * Sentences that say whom a figure counts, what was done to them and what they got: as
 * `useTranslations`, with the words of the wording for `{persons}`, `{things}` and `{done}`.
 */
export function useSentences<Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>>(
  namespace: Namespace,
  wording: Wording,
) {
  const t = useTranslations(namespace);
  const locale: Locale = useLocale();
  return worded(t, sentenceWords(wording, useMessages().words, locale));
}
