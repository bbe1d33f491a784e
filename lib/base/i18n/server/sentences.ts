import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { Messages, NamespaceKeys, NestedKeyOf } from "next-intl";

import { sentenceWords, worded, type Wording } from "@/lib/base/i18n/wording";

/** As `useSentences`, where there is no component: in files and pages that are fetched. */
export async function getSentences<
  Namespace extends NamespaceKeys<Messages, NestedKeyOf<Messages>>,
>(namespace: Namespace, wording: Wording) {
  const [t, locale, { words }] = await Promise.all([
    getTranslations(namespace),
    getLocale(),
    getMessages(),
  ]);
  return worded(t, sentenceWords(wording, words, locale));
}
