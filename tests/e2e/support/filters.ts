import type { Page } from "@playwright/test";

/** Opens the filters of a list where a narrow screen folds them away. */
export async function openFilters(page: Page): Promise<void> {
  const fold = page.locator("summary").filter({ hasText: /^Saringan/ });
  if (await fold.isVisible()) await fold.click();
}
