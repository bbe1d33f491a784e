/** What a browser or program calls itself, short enough for a list; null: it does not say. */
export type Device = { readonly browser: string | null; readonly system: string | null };

/** The first that is named counts: every browser also names those that it resembles. */
const browsers = [
  ["Edge", /\bEdg(e|A|iOS)?\//],
  ["Opera", /\b(OPR|Opera)\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["UC Browser", /\bUCBrowser\//],
  ["Firefox", /\b(Firefox|FxiOS)\//],
  ["Chrome", /\b(Chrome|CriOS|HeadlessChrome)\//],
  ["Safari", /\bSafari\//],
  ["curl", /^curl\//],
] as const;

const systems = [
  ["Android", /\bAndroid\b/],
  ["iPhone", /\biPhone\b/],
  ["iPad", /\biPad\b/],
  ["Windows", /\bWindows\b/],
  ["ChromeOS", /\bCrOS\b/],
  ["macOS", /\bMac OS X\b|\bMacintosh\b/],
  ["Linux", /\bLinux\b/],
] as const;

/**
 * The names in a User-Agent header. It is what the client says of itself: good for telling one's
 * phone from one's desk, and never for deciding anything.
 */
export function deviceOf(userAgent: string | null): Device {
  return { browser: named(browsers, userAgent), system: named(systems, userAgent) };
}

function named(
  known: readonly (readonly [string, RegExp])[],
  userAgent: string | null,
): string | null {
  return known.find(([, pattern]) => pattern.test(userAgent ?? ""))?.[0] ?? null;
}
