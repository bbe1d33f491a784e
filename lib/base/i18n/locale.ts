/** Indonesian first. The locale is a cookie, not a part of the address: an address is shared. */
export const locales = ["id", "en"] as const;

export type Locale = (typeof locales)[number];

const defaultLocale: Locale = "id";

export const localeCookie = "bahasa";

export function asLocale(text: string | undefined): Locale {
  return locales.find((locale) => locale === text) ?? defaultLocale;
}
