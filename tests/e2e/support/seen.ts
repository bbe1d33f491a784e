import type { Locator, Page } from "@playwright/test";

/** A text that can be seen: what only a print or another size shows is left out. */
export function seen(within: Page | Locator, text: string | RegExp): Locator {
  return within.getByText(text).filter({ visible: true });
}
