/**
 * Remembers which campaign a person looked at last; proxy.ts sets it from `?kampanye=`. It names
 * the person too: one browser is used by several, and each has a campaign of their own.
 */
export const campaignCookie = "kampanye";

/**
 * What the cookie says.
 *
 * @param userId who signed in last in this browser; undefined: not known.
 * @param address of the campaign, as `?kampanye=` has it, or null.
 * @returns null when there is nothing to remember.
 */
export function rememberedCampaign(
  userId: string | undefined,
  address: string | null,
): string | null {
  if (userId === undefined || !/^[0-9a-f-]{36}$/.test(userId)) return null;
  return address !== null && /^[a-z0-9.-]{1,80}$/.test(address) ? `${userId}.${address}` : null;
}

/** The campaign in the cookie; undefined: there is none, or another person looked at it. */
export function campaignRememberedBy(
  userId: string,
  cookie: string | undefined,
): string | undefined {
  const owner = `${userId}.`;
  return cookie?.startsWith(owner) ? cookie.slice(owner.length) : undefined;
}
