import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";

import { asLocale, localeCookie } from "@/lib/base/i18n/locale";
import { catalogues } from "@/lib/base/i18n/messages";
import { sentenceFormats } from "@/lib/base/i18n/sentence-formats";

export default getRequestConfig(async () => {
  const locale = asLocale((await cookies()).get(localeCookie)?.value);
  return {
    locale,
    messages: catalogues[locale],
    timeZone: "Asia/Jakarta",
    formats: sentenceFormats,
  };
});
