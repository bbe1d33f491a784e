/**
 * Whether a browser says that it runs on a phone: by its client hint, else by its User-Agent. A phone
 * is given a day's list alone, a grid for a keyboard is half of the page. One that is held to be a
 * phone in error has the list at any width.
 *
 * @param hint "?1" or "?0", as in `Sec-CH-UA-Mobile`; null: it gives none.
 */
export function isPhone(hint: string | null, userAgent: string): boolean {
  return hint === null ? /\bMobi/.test(userAgent) : hint === "?1";
}

/** The same of the browser that this runs in. */
export function isPhoneHere(): boolean {
  const { userAgent, userAgentData } = navigator as Navigator & {
    readonly userAgentData?: { readonly mobile: boolean };
  };
  return userAgentData?.mobile ?? isPhone(null, userAgent);
}
