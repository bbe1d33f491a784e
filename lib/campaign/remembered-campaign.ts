/**
 * Remembers which campaign a person looked at last; proxy.ts sets it from `?kampanye=`. It names
 * the person too: one browser is used by several, and each has a campaign of their own.
 */
export const campaignCookie = "kampanye";

/**
 * What the cookie says.
 *
 * @param userId who signed in last in this browser; undefined: not known.
 * @param slug as the address names it, or null.
 * @returns null when there is nothing to remember.
 */
export function rememberedCampaign(userId: string | undefined, slug: string | null): string | null {
  if (userId === undefined || !/^[0-9a-f-]{36}$/.test(userId)) return null;
  return slug !== null && /^[a-z0-9-]{1,80}$/.test(slug) ? `${userId}.${slug}` : null;
}

/** The campaign in the cookie; undefined: there is none, or another person looked at it. */
export function campaignRememberedBy(
  userId: string,
  cookie: string | undefined,
): string | undefined {
  const [owner, slug] = cookie?.split(".") ?? [];
  return owner === userId ? slug : undefined;
}
