import { asLocale, localeCookie, locales, type Locale } from "@/lib/base/i18n/locale";

import { readCookie } from "./cookie";

/** The language of a caller's sentences: their choice in the application, else their program's. */
export function callerLocale(headers: Headers): Locale {
  const chosen = readCookie(headers.get("cookie"), localeCookie);
  if (chosen !== null) return asLocale(chosen);

  const accepted = (headers.get("accept-language") ?? "").split(",").map((part) => {
    const [range = "", ...parameters] = part.trim().toLowerCase().split(";");
    const weight = parameters
      .find((each) => each.trim().startsWith("q="))
      ?.trim()
      .slice(2);
    return { language: range.split("-")[0], weight: weight === undefined ? 1 : Number(weight) };
  });
  const known = accepted
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight)
    .find(({ language }) => locales.some((locale) => locale === language));
  return asLocale(known?.language);
}
