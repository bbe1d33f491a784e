import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";

import { asLocale, localeCookie } from "./locale";
import { catalogues } from "./messages";
import { sentenceFormats } from "./sentence-formats";

export default getRequestConfig(async () => {
  const locale = asLocale((await cookies()).get(localeCookie)?.value);
  return {
    locale,
    messages: catalogues[locale],
    timeZone: "Asia/Jakarta",
    formats: sentenceFormats,
  };
});
